import type { Part, PartRole } from './part';

/** A part of one instance about which the source states nothing but its name and its role. */
export function barePart(name: string, role: PartRole): Part {
  return {
    name,
    role,
    instances: { min: 1, max: 1 },
    ports: [],
    uses: [],
    isBehindProxy: false,
    gpus: 0,
    hasSettingsFile: false,
    unknown: [],
  };
}

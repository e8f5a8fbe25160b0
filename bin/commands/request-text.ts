import { InputError, type Problem, shown } from '../../lib/core/problems';
import { camel, flagOf } from './blueprint-options';

/** A blueprint that is asked for: `system`, `tier` and options as texts, and how each was written. */
export interface BlueprintRequest {
  readonly request: Readonly<Record<string, string>>;
  readonly nameOf?: (key: string) => string;
}

/** Reads `tier=large,gpu=t4` over defaults. Keys are context keys or flags: `readReplicas=2`, `read-replicas=2`. */
export function requestOf(flag: string, text: string, defaults: Readonly<Record<string, string>>): BlueprintRequest {
  const problems: Problem[] = [];
  const written = new Map<string, string>();
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const [, name, value] = /^([^=]+)=(.*)$/.exec(part) ?? [];
    const key = name === undefined ? undefined : camel(name.trim());
    if (key === undefined || value === undefined)
      problems.push({ path: flag, received: shown(part), expected: 'key=value, such as tier=large' });
    else if (written.has(key)) problems.push({ path: `${flag} ${key}`, reason: 'given twice', expected: 'once' });
    else written.set(key, value.trim());
  }
  if (problems.length === 0 && !written.has('tier')) problems.push({ path: `${flag} tier`, expected: 'a tier, such as tier=large' });
  if (problems.length > 0) throw new InputError('flags', problems);
  return { request: { ...defaults, ...Object.fromEntries(written) }, nameOf: (key) => (written.has(key) ? `${flag} ${key}` : flagOf(key)) };
}

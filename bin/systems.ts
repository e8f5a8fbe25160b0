import { dirname } from 'node:path';
import type { SystemReference } from '../lib/answers/system-reference';
import { findDefinition } from '../lib/definition/find-definition';
import { loadDefinition } from '../lib/definition/load-definition';
import { withTierFiles } from '../lib/definition/tier-files';
import type { SystemDefinition } from '../lib/model/tier-extension';
import { SYSTEMS } from '../tiers';

/** The systems that a command can name. */
export interface Systems {
  /** Systems of the definition file; empty without a file. */
  readonly own: readonly SystemDefinition[];
  /** Systems of the definition file, then the examples of the package whose ids the file does not use. */
  readonly all: readonly SystemDefinition[];
  /** Path of the definition file or folder; absent without one. */
  readonly file?: string;
  /** File of each system of a folder by its id; absent without a folder. */
  readonly files?: ReadonlyMap<string, string>;
  /** Folder of the definition file or folder, or else the working directory; its folder `tiers` has the tier files. */
  readonly folder: string;
}

/** The examples of the package, without a definition file. */
export const EXAMPLES: Systems = { own: [], all: SYSTEMS, folder: '.' };

/**
 * The systems of the definition file `config`, or of the one in the working directory or the nearest folder above it, with the
 * tiers of their tier files. Throws an InputError for a file that is not a definition, or not a tier file.
 */
export function readSystems(config?: string, folder = '.'): Systems {
  const file = config ?? findDefinition(folder);
  if (file === undefined) return { own: [], all: withTierFiles(SYSTEMS, folder), folder };
  const { systems: written, files } = loadDefinition(file);
  const ids = written.map(({ id }) => id);
  const beside = dirname(file);
  const all = withTierFiles([...written, ...SYSTEMS.filter(({ id }) => !ids.includes(id))], beside);
  return { own: all.slice(0, written.length), all, file, ...(files && { files }), folder: beside };
}

/** The system of a flag: one of the definition file or an example; without a flag the first. The answer reports an unknown id. */
export function systemFlag(id: string | undefined, { all }: Systems): SystemReference {
  return all.find((system) => system.id === (id ?? all[0]?.id)) ?? id ?? '';
}

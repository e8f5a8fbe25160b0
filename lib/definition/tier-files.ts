import { join } from 'node:path';
import { isPlainObject, type PlainObject } from '../core/plain-object';
import { didYouMean, InputError, notOneOf, type Problem, shown } from '../core/problems';
import { entriesOf, exists, readText } from '../io/files';
import type { SystemDefinition, TierExtension } from '../model/tier-extension';

/** Folder of tier files, next to the definition file. */
export const TIER_FOLDER = 'tiers';

/** End of the names of tier files. */
export const TIER_FILE_SUFFIX = '.tier.json';

const EXPECTED = { expected: 'a tier file: {"system": …, "tier": {"id": …, "extends": …}}', maxBytes: 1_000_000 };

/** The text of a tier file, which `sizing design --write` writes. */
export function tierFileText(system: string, tier: object): string {
  return `${JSON.stringify({ system, tier }, null, 2)}\n`;
}

/** A tier file that was read. */
interface TierFile {
  /** The file as the subject of errors. */
  readonly subject: string;
  /** Id of the system. */
  readonly system: string;
  /** The tier. */
  readonly tier: PlainObject;
}

/**
 * A system with the tiers of its tier files in `tiers` of a folder, for a CDK app or tests of your own: `new TierStack(app, 'Shop',
 * { system: readTierFiles(shop, __dirname), tier: 'right-sized' })`. Tier files of other systems are left out. The ids of tiers
 * and components are no longer typed. `folder` is that of the definition file; default: the working directory. Throws an InputError
 * for a file that is no tier file, for one whose system is probably a misspelling of the id of this system, and for a tier whose
 * id the system has. `others` are systems that have tier files in the same folder and may have similar ids; default: none.
 */
export function readTierFiles(system: SystemDefinition, folder = '.', others: readonly SystemDefinition[] = []): SystemDefinition {
  const all = tierFilesIn(folder);
  const ids = [system.id, ...others.map(({ id }) => id)];
  const misspelled = all.find((file) => !ids.includes(file.system) && didYouMean(file.system, [system.id]) !== undefined);
  if (misspelled !== undefined) throw new InputError(misspelled.subject, [notOneOf('system', misspelled.system, [...new Set(ids)])]);
  const files = all.filter((file) => file.system === system.id);
  return files.reduce(withTier, system);
}

/**
 * Systems with the tiers of the tier files of a folder, each after the tier that it extends. Throws an InputError for a file
 * that is no tier file, an unknown system, and a tier whose id the system has.
 */
export function withTierFiles(systems: readonly SystemDefinition[], folder: string): readonly SystemDefinition[] {
  return tierFilesIn(folder).reduce(withTierFile, systems);
}

function tierFilesIn(folder: string): TierFile[] {
  const tiersFolder = join(folder, TIER_FOLDER);
  if (!exists(tiersFolder, EXPECTED.expected)) return [];
  const names = entriesOf(tiersFolder, EXPECTED.expected)
    .map(({ name }) => name)
    .filter((name) => name.endsWith(TIER_FILE_SUFFIX));
  return names.sort().map((name) => readTierFile(join(tiersFolder, name)));
}

function readTierFile(path: string): TierFile {
  const subject = `tier file ${path}`;
  // Loaded on demand: most commands read no tier file.
  const { parseConfig } = require('../io/yaml/parse-config') as typeof import('../io/yaml/parse-config');
  return { subject, ...tierFile(parseConfig(readText(path, subject, EXPECTED), subject, path), subject) };
}

function withTierFile(systems: readonly SystemDefinition[], file: TierFile): readonly SystemDefinition[] {
  const { subject, system: id } = file;
  const system = systems.find((one) => one.id === id);
  if (system === undefined) {
    throw new InputError(subject, [
      notOneOf(
        'system',
        id,
        systems.map((one) => one.id),
      ),
    ]);
  }
  return systems.map((one) => (one === system ? withTier(system, file) : one));
}

function withTier(system: SystemDefinition, { subject, tier }: TierFile): SystemDefinition {
  if (system.tiers.some((one) => one.id === tier.id)) {
    throw new InputError(subject, [
      { path: 'tier.id', received: shown(tier.id), expected: `an id that no other tier of ${system.id} has` },
    ]);
  }
  const at = system.tiers.findIndex((one) => one.id === tier.extends);
  const tiers = [...system.tiers];
  tiers.splice(at < 0 ? tiers.length : at + 1, 0, tier as unknown as TierExtension);
  return { ...system, tiers };
}

function tierFile(value: unknown, subject: string): { readonly system: string; readonly tier: PlainObject } {
  const problems: Problem[] = [];
  const { system, tier, ...rest } = isPlainObject(value) ? value : ({} as PlainObject);
  if (typeof system !== 'string') problems.push({ path: 'system', ...received(system), expected: 'the id of a system' });
  if (!isPlainObject(tier))
    problems.push({ path: 'tier', ...received(tier), expected: 'a tier, such as {"id": "right-sized", "extends": "medium"}' });
  for (const key of Object.keys(rest))
    if (key !== '$schema') problems.push({ path: key, reason: 'unknown key', expected: 'system and tier alone' });
  if (problems.length > 0 || typeof system !== 'string' || !isPlainObject(tier)) throw new InputError(subject, problems);
  return { system, tier };
}

function received(value: unknown): Pick<Problem, 'received'> {
  return value === undefined ? {} : { received: shown(value) };
}

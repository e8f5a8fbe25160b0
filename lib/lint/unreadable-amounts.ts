import { shown } from '../core/problems';
import type { ManifestObject } from '../manifests/manifest-object';
import { at } from '../manifests/values';
import { structureViolations } from './structure';
import type { Violation } from './violation';

/** Numbers of pods, whose range matters too. */
const COUNTS: readonly unknown[] = ['replicas', 'minReplicas', 'maxReplicas', 'minReplicaCount', 'maxReplicaCount', 'parallelism'];

/** Types of fields that no amount is read from. */
const NO_AMOUNT: readonly string[] = ['a string', 'true or false'];

/** Parameters of storage classes that are numbers, written as strings. */
const NUMBERS_OF_CLASSES: readonly string[] = ['iops', 'throughput'];

/**
 * Violations of the schema in fields that an estimate reads numbers from: of the wrong type, no quantity, out of range, or a
 * missing maximum. The API server rejects these objects, and their number of pods, their requests or their size is unknown.
 */
export function unreadableAmounts(objects: readonly ManifestObject[]): readonly Violation[] {
  const found = structureViolations(objects);
  const violations = [
    ...found['wrong-type'].filter(({ expected }) => !NO_AMOUNT.includes(expected)),
    ...found['bad-quantity'],
    ...found['bad-value'].filter(({ pattern }) => pattern !== undefined && isOfAmounts(pattern)),
    ...found['number-out-of-range'].filter(({ path }) => COUNTS.includes(path.at(-1))),
    ...found['missing-field'].filter(({ path }) => COUNTS.includes(path.at(-1))),
  ];
  return [...violations.filter(({ path }) => path[0] === 'spec'), ...objects.flatMap(unreadableParameters)];
}

/** Sizes, durations and shares. A pattern of amounts matches one of them, and no word. */
const AMOUNTS: readonly string[] = ['1', '1Gi', '1h', '1d', '1s', '1%'];

function isOfAmounts(pattern: RegExp): boolean {
  return !pattern.test('a') && AMOUNTS.some((amount) => pattern.test(amount));
}

function unreadableParameters(object: ManifestObject): Violation[] {
  if (object.kind !== 'StorageClass') return [];
  return NUMBERS_OF_CLASSES.flatMap((key) => {
    const value = at(object.raw, 'parameters', key);
    if (value === undefined || (typeof value === 'string' && /^\d{1,9}$/.test(value))) return [];
    return [{ object, path: ['parameters', key], received: shown(value), expected: 'a whole number in quotes, such as "4000"' }];
  });
}

import { engineOf, storageInstances } from '../rds';
import type { Rule } from '../rule';
import { isAbsent, isKnownNumber, isKnownString, numberAt, stringAt } from '../values';

/** GiB from which gp3 storage has a higher baseline, which can be raised, by engine. */
const THRESHOLD_GIB: readonly (readonly [engine: RegExp, gib: number])[] = [
  [/^(mysql|mariadb|postgres|db2)/, 400],
  [/^(custom-)?oracle/, 200],
];
/** Baseline from the threshold on. */
const BASELINE_IOPS = 12_000;
const BASELINE_MIBPS = 500;

export const rdsGp3Performance: Rule = {
  id: 'rds-gp3-performance',
  severity: 'error',
  description: 'Storage gp3 sets IOPS or throughput below the size that allows it, or below its baseline',
  fix: 'Remove Iops and StorageThroughput, or raise AllocatedStorage and set them to at least the baseline',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html',
  *check(context) {
    for (const instance of storageInstances(context)) {
      const { properties } = instance;
      const [engine, gib] = [engineOf(instance), numberAt(properties, 'AllocatedStorage')];
      if (stringAt(properties, 'StorageType') !== 'gp3' || !isKnownString(engine) || !isKnownNumber(gib)) continue;
      const threshold = THRESHOLD_GIB.find(([pattern]) => pattern.test(engine))?.[1];
      if (threshold === undefined) continue;
      for (const [name, baseline] of [
        ['Iops', BASELINE_IOPS],
        ['StorageThroughput', BASELINE_MIBPS],
      ] as const) {
        const value = numberAt(properties, name);
        if (isAbsent(properties, name) || !isKnownNumber(value)) continue;
        if (gib < threshold)
          yield {
            resource: instance,
            path: `Properties.${name}`,
            received: `${value} for ${gib} GiB`,
            expected: `no value below ${threshold} GiB`,
          };
        else if (value < baseline)
          yield {
            resource: instance,
            path: `Properties.${name}`,
            received: String(value),
            expected: `at least ${baseline} from ${threshold} GiB on`,
          };
      }
    }
  },
};

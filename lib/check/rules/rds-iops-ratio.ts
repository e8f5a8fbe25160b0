import { engineOf, isReplica, storageInstances } from '../rds';
import type { Rule } from '../rule';
import { isAbsent, isKnownNumber, isKnownString, numberAt, stringAt } from '../values';

/** IOPS for each GiB, at least and at most, by storage type. Source: Amazon RDS user guide, "Amazon RDS DB instance storage". */
const RATIOS: Readonly<Record<string, readonly [least: number, most: number]>> = { io1: [0.5, 50], io2: [0.5, 1000] };
/** The least number of IOPS for each GiB of SQL Server on io1. Same source, which has no such limit for io2. */
const SQL_SERVER_LEAST = 1;

export const rdsIopsRatio: Rule = {
  id: 'rds-iops-ratio',
  severity: 'error',
  description: 'Database with storage io1 or io2 has more IOPS than its size allows, or fewer than it requires',
  fix: 'Set Iops to 0.5 to 50 for each GiB of io1 and 0.5 to 1,000 of io2; SQL Server requires at least 1 of io1',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html',
  *check(context) {
    for (const database of storageInstances(context)) {
      const { properties } = database;
      if (isReplica(database) || !isAbsent(properties, 'DBSnapshotIdentifier')) continue;
      const [type, engine] = [stringAt(properties, 'StorageType'), engineOf(database)];
      const [gib, iops] = [numberAt(properties, 'AllocatedStorage'), numberAt(properties, 'Iops')];
      const ratio = isKnownString(type) && Object.hasOwn(RATIOS, type) ? RATIOS[type] : undefined;
      if (ratio === undefined || !isKnownString(engine) || !isKnownNumber(gib) || !isKnownNumber(iops)) continue;
      const least = gib * (type === 'io1' && engine.startsWith('sqlserver') ? SQL_SERVER_LEAST : ratio[0]);
      const most = gib * ratio[1];
      if (iops >= least && iops <= most) continue;
      yield {
        resource: database,
        path: 'Properties.Iops',
        received: String(iops),
        expected: `${least} to ${most}, because AllocatedStorage is ${gib} and StorageType ${String(type)}`,
      };
    }
  },
};

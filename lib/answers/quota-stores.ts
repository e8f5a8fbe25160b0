import { sameValueKey } from '../check/check-context';
import { isAbsent } from '../check/values';
import { knownNumber, product, type QuotaCount, sumOf } from './quota-use';

/** An RDS instance. Its storage may grow to the maximum of storage autoscaling; a standby in another zone counts in neither quota. */
export const database: QuotaCount = ({ properties }) => {
  const instance = { quota: 'databases', min: 1, max: 1 } as const;
  if (!isAbsent(properties, 'DBClusterIdentifier')) return [instance];
  const storageGib = knownNumber(properties, undefined, 'AllocatedStorage');
  const storage = {
    quota: 'databaseStorageGib',
    min: storageGib,
    max: knownNumber(properties, storageGib, 'MaxAllocatedStorage'),
  } as const;
  const source = properties.SourceDBInstanceIdentifier;
  if (source === undefined) return [instance, storage];
  return [instance, storage, { quota: 'readReplicas', min: 1, max: 1, group: sameValueKey(source) }];
};

/** A Valkey or Redis OSS cluster: every shard has a primary and its replicas. */
export const replicationGroup: QuotaCount = ({ id, properties }) => {
  const replicas = knownNumber(properties, undefined, 'ReplicasPerNodeGroup');
  const nodes = isAbsent(properties, 'NumCacheClusters')
    ? product(knownNumber(properties, 1, 'NumNodeGroups'), sumOf([1, replicas]))
    : knownNumber(properties, undefined, 'NumCacheClusters');
  return [
    { quota: 'cacheNodes', min: nodes, max: nodes },
    { quota: 'cacheClusterNodes', min: nodes, max: nodes, group: id },
  ];
};

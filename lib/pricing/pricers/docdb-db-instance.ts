import { isBurstable } from '../../core/burstable';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { pointedAt } from './following';
import { knownWord, requiredText } from './properties';
import { ONE_MONTH_HOURS, usageCharge } from './quantities';

const GROUP = 'database';
const CLUSTER = { type: 'AWS::DocDB::DBCluster', nameKey: 'DBClusterIdentifier' } as const;

/** DocumentDB instance. The storage type of its cluster decides whether the price includes reads and writes. */
export const docdbDbInstance: Pricer = {
  types: ['AWS::DocDB::DBInstance'],
  charges: (resource, context) => {
    const instanceClass = requiredText(resource.properties, 'DBInstanceClass');
    const cluster = pointedAt(resource.properties, 'DBClusterIdentifier', CLUSTER, context);
    if (cluster === undefined) throw new UnreadableProperty({ kind: 'outside-template', resource: 'database-cluster' });
    const isIoOptimized = knownWord(cluster.properties, 'StorageType', ['standard', 'iopt1'], 'standard') === 'iopt1';
    const sku = isIoOptimized ? `documentdb/io-optimized/${instanceClass}` : `documentdb/${instanceClass}`;
    const credits = {
      kind: 'cpu-credit-vcpu-hours',
      details: [instanceClass],
      sku: 'documentdb/cpu-credits',
      group: GROUP,
      key: 'surplusCreditVcpuHours',
    } as const;
    return [
      { kind: 'database-instance-hours', details: [instanceClass, 'DocumentDB'], sku, quantity: ONE_MONTH_HOURS, group: GROUP },
      ...(isBurstable(instanceClass) ? [usageCharge(resource, context, credits)] : []),
    ];
  },
};

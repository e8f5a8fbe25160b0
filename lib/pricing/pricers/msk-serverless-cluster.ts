import type { Pricer } from '../pricer';
import { ONE_MONTH_HOURS, usageCharge } from './quantities';

const GROUP = 'compute';

/** MSK Serverless cluster: its hours, and those of its partitions, its storage and its data as usage. */
export const mskServerlessCluster: Pricer = {
  types: ['AWS::MSK::ServerlessCluster'],
  charges: (resource, context) => [
    { kind: 'cluster-hours', details: ['MSK Serverless'], sku: 'msk/serverless/cluster', quantity: ONE_MONTH_HOURS, group: GROUP },
    usageCharge(resource, context, {
      kind: 'partition-hours',
      sku: 'msk/serverless/partitions',
      group: GROUP,
      key: 'partitionHours',
    }),
    usageCharge(resource, context, {
      kind: 'broker-storage-gb-months',
      sku: 'msk/serverless/storage',
      group: GROUP,
      key: 'storedGb',
    }),
    usageCharge(resource, context, { kind: 'stream-in-gb', sku: 'msk/serverless/in', group: GROUP, key: 'ingestedGb' }),
    usageCharge(resource, context, { kind: 'stream-out-gb', sku: 'msk/serverless/out', group: GROUP, key: 'retrievedGb' }),
  ],
};

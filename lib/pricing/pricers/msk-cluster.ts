import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { LARGEST, requireUpTo } from './largest-amounts';
import { flag, object, optionalText, type Properties, requiredNumber, requiredText } from './properties';
import { addressCharge } from './public-address';
import { hoursOf, ofEach } from './quantities';

const GROUP = 'compute';

/** MSK cluster: hours of its brokers, and the storage of each. */
export const mskCluster: Pricer = {
  types: ['AWS::MSK::Cluster'],
  charges: ({ properties }) => {
    const brokerCount = requiredNumber(properties, 'NumberOfBrokerNodes');
    requireUpTo('NumberOfBrokerNodes', brokerCount, LARGEST.brokers);
    const brokers = certain(brokerCount);
    const node = object(properties, 'BrokerNodeGroupInfo');
    const instanceType = requiredText(node, 'InstanceType');
    const storage = object(object(node, 'StorageInfo'), 'EBSStorageInfo');
    const storageGb = requiredNumber(storage, 'VolumeSize');
    requireUpTo('VolumeSize', storageGb, LARGEST.brokerStorageGib);
    const throughputMbps = provisionedMbps(object(storage, 'ProvisionedThroughput'));
    return [
      { kind: 'broker-hours', details: [instanceType], sku: `msk/${instanceType}`, quantity: hoursOf(brokers), group: GROUP },
      { kind: 'broker-storage-gb-months', sku: 'msk/storage', quantity: ofEach(brokers, storageGb), group: GROUP },
      ...(isPublic(node) ? [addressCharge(brokers)] : []),
      ...(throughputMbps > INCLUDED_MBPS
        ? [
            {
              kind: 'broker-throughput-mbps',
              details: [`over ${INCLUDED_MBPS} of each broker`],
              sku: 'msk/throughput',
              quantity: ofEach(brokers, throughputMbps - INCLUDED_MBPS),
              group: GROUP,
            } as const,
          ]
        : []),
    ];
  },
};

/** Throughput of the volume of each broker without a charge, MiB/s. Source: Amazon MSK developer guide, provision storage throughput. */
const INCLUDED_MBPS = 250;

/** Each broker of a public cluster has an Elastic IP. Source: Amazon MSK developer guide, public access. */
function isPublic(node: Properties): boolean {
  const access = object(object(node, 'ConnectivityInfo'), 'PublicAccess');
  return (optionalText(access, 'Type') ?? 'DISABLED') !== 'DISABLED';
}

function provisionedMbps(throughput: Properties): number {
  return flag(throughput, 'Enabled', false) ? requiredNumber(throughput, 'VolumeThroughput') : 0;
}

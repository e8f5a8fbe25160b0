import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { object, requiredNumber, requiredText } from './properties';
import { hoursOf, ofEach } from './quantities';

const GROUP = 'compute';

/** MSK cluster: hours of its brokers, and the storage of each. */
export const mskCluster: Pricer = {
  types: ['AWS::MSK::Cluster'],
  charges: ({ properties }) => {
    const brokers = certain(requiredNumber(properties, 'NumberOfBrokerNodes'));
    const node = object(properties, 'BrokerNodeGroupInfo');
    const instanceType = requiredText(node, 'InstanceType');
    const storageGb = requiredNumber(object(object(node, 'StorageInfo'), 'EBSStorageInfo'), 'VolumeSize');
    return [
      { kind: 'broker-hours', details: [instanceType], sku: `msk/${instanceType}`, quantity: hoursOf(brokers), group: GROUP },
      { kind: 'broker-storage-gb-months', sku: 'msk/storage', quantity: ofEach(brokers, storageGb), group: GROUP },
    ];
  },
};

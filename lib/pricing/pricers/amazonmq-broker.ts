import type { Pricer } from '../pricer';
import { optionalText, requiredText } from './properties';
import { ONE_MONTH_HOURS, usageCharge } from './quantities';

const GROUP = 'compute';

/** Amazon MQ broker: hours of the broker for all of its instances, and storage. */
export const amazonmqBroker: Pricer = {
  types: ['AWS::AmazonMQ::Broker'],
  charges: (resource, context) => {
    const { properties } = resource;
    const engine = requiredText(properties, 'EngineType').toLowerCase();
    const instanceType = requiredText(properties, 'HostInstanceType');
    const deployment = requiredText(properties, 'DeploymentMode').toLowerCase().replaceAll('_', '-');
    const disk = (optionalText(properties, 'StorageType') ?? (engine === 'rabbitmq' ? 'ebs' : 'efs')).toLowerCase();
    return [
      {
        kind: 'broker-hours',
        details: [instanceType, engine, deployment],
        sku: `mq/${engine}/${instanceType}/${deployment}`,
        quantity: ONE_MONTH_HOURS,
        group: GROUP,
      },
      usageCharge(resource, context, {
        kind: 'broker-storage-gb-months',
        details: [disk],
        sku: `mq/storage/${disk}`,
        group: GROUP,
        key: 'storedGb',
      }),
    ];
  },
};

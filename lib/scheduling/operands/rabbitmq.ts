import { amountAt, at, objectAt } from '../../manifests/values';
import { claimOf, demandOfOperands } from '../demand-of-operands';
import type { ObjectReader } from '../object-demand';

/** Default resources and storage of RabbitMQ's operator. Source: RabbitMQ Cluster Operator documentation, using the operator. */
const DEFAULTS = { resources: { requests: { cpu: '1000m', memory: '2Gi' } }, persistence: { storage: '10Gi' } } as const;

/** RabbitMQ cluster of its operator. */
export const rabbitmqCluster: ObjectReader = {
  kinds: ['rabbitmq.com/RabbitmqCluster'],
  read: (object, context) => {
    const spec = objectAt(object.raw, 'spec');
    const persistence = { ...DEFAULTS.persistence, ...objectAt(spec, 'persistence') };
    return demandOfOperands(
      object,
      [
        {
          part: '',
          count: amountAt(spec, 'replicas') ?? 1,
          labels: { 'app.kubernetes.io/name': object.name, 'app.kubernetes.io/component': 'rabbitmq' },
          resources: [['rabbitmq', at(spec, 'resources') ?? DEFAULTS.resources]],
          placement: { ...objectAt(spec, 'override', 'statefulSet', 'spec', 'template', 'spec'), ...spec },
          claims: [['data', claimOf(persistence, 'storage', 'storageClassName')]],
        },
      ],
      context,
    );
  },
};

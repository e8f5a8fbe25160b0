import { amountAt, at, objectAt, stringsAt } from '../../manifests/values';
import { claimOf, demandOfOperands, type Operand, sidecarsOf } from '../demand-of-operands';
import type { ObjectReader } from '../object-demand';

/** MariaDB of mariadb-operator: servers, and MaxScale if enabled. */
export const mariadb: ObjectReader = {
  kinds: ['k8s.mariadb.com/MariaDB'],
  read: (object, context) => {
    const spec = objectAt(object.raw, 'spec');
    const maxScale = objectAt(spec, 'maxScale');
    const operands: Operand[] = [
      {
        part: '',
        count: amountAt(spec, 'replicas') ?? 1,
        labels: {
          'app.kubernetes.io/name': 'mariadb',
          'app.kubernetes.io/instance': object.name,
          ...stringsAt(spec, 'podMetadata', 'labels'),
        },
        resources: [['mariadb', at(spec, 'resources')], ...sidecarsOf(spec, 'sidecarContainers')],
        placement: spec,
        ...(at(spec, 'affinity', 'antiAffinityEnabled') === true && { apartBy: 'kubernetes.io/hostname' }),
        claims: [['data', claimOf(at(spec, 'storage'), 'size', 'storageClassName')]],
      },
    ];
    if (at(maxScale, 'enabled') === true) {
      operands.push({
        part: 'maxscale',
        count: amountAt(maxScale, 'replicas') ?? 1,
        labels: { 'app.kubernetes.io/name': 'maxscale', 'app.kubernetes.io/instance': object.name },
        resources: [['maxscale', at(maxScale, 'resources')]],
        placement: maxScale,
      });
    }
    return demandOfOperands(object, operands, context);
  },
};

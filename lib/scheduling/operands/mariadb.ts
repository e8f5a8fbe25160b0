import { mariadbLabels } from '../../conventions/operator-labels';
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
        labels: { ...stringsAt(spec, 'podMetadata', 'labels'), ...mariadbLabels(object.name) },
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
        labels: mariadbLabels(object.name, 'maxscale'),
        resources: [['maxscale', at(maxScale, 'resources')]],
        placement: maxScale,
      });
    }
    return demandOfOperands(object, operands, context);
  },
};

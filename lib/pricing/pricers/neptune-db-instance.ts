import type { TemplateResource } from '../../cloudformation/template-resource';
import { isBurstable } from '../../core/burstable';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { pointedAt } from './following';
import { requireStandardStorage } from './neptune-db-cluster';
import { object, requiredNumber, requiredText } from './properties';
import { hoursOf, ONE_MONTH_HOURS, usageCharge } from './quantities';
import { scaledCount } from './scaling';

const GROUP = 'database';
const CLUSTER = { type: 'AWS::Neptune::DBCluster', nameKey: 'DBClusterIdentifier' } as const;

/** Neptune instance: hours of its class, or of the capacity units between the minimum and the maximum of its cluster. */
export const neptuneDbInstance: Pricer = {
  types: ['AWS::Neptune::DBInstance'],
  charges: (resource, context) => {
    const instanceClass = requiredText(resource.properties, 'DBInstanceClass');
    const cluster = pointedAt(resource.properties, 'DBClusterIdentifier', CLUSTER, context);
    if (cluster === undefined) throw new UnreadableProperty({ kind: 'outside-template', resource: 'database-cluster' });
    requireStandardStorage(cluster);
    if (instanceClass === 'db.serverless') return [capacityCharge(resource, cluster, context)];
    const credits = {
      kind: 'cpu-credit-vcpu-hours',
      details: [instanceClass],
      sku: 'neptune/cpu-credits',
      group: GROUP,
      key: 'surplusCreditVcpuHours',
    } as const;
    return [
      {
        kind: 'database-instance-hours',
        details: [instanceClass, 'Neptune'],
        sku: `neptune/${instanceClass}`,
        quantity: ONE_MONTH_HOURS,
        group: GROUP,
      },
      ...(isBurstable(instanceClass) ? [usageCharge(resource, context, credits)] : []),
    ];
  },
};

/** Low is the minimum of the cluster, high its maximum; mid is declared, otherwise the minimum. */
function capacityCharge(resource: TemplateResource, cluster: TemplateResource, context: PricingContext): Charge {
  const scaling = object(cluster.properties, 'ServerlessScalingConfiguration');
  const bounds = { min: requiredNumber(scaling, 'MinCapacity'), max: requiredNumber(scaling, 'MaxCapacity') };
  return {
    kind: 'graph-capacity-unit-hours',
    details: ['Serverless'],
    sku: 'neptune/serverless',
    quantity: hoursOf(scaledCount(resource, bounds, context)),
    group: GROUP,
  };
}

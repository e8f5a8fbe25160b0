import { certain } from '../../core/interval';
import type { Charge } from '../pricer';

/** Alarms that scaling to a target makes by itself, one to grow and one to shrink. They are alarms as any, and no template holds them. */
const ALARMS_OF_A_POLICY = 2;

/** The alarms of a policy that holds a target; only the one to grow, where shrinking is off. */
export function trackingAlarms({ growsOnly }: { readonly growsOnly: boolean }): Charge {
  const quantity = certain(growsOnly ? 1 : ALARMS_OF_A_POLICY);
  return {
    kind: 'alarm-metrics',
    details: ['made by target tracking'],
    sku: 'cloudwatch/alarm',
    quantity,
    group: 'observability and security',
  };
}

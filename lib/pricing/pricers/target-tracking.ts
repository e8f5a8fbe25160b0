import { certain } from '../../core/interval';
import type { Charge } from '../pricer';

/** Alarms that target tracking creates: one to scale out, one to scale in. No template contains them; they cost the same as other alarms. */
const ALARMS_OF_A_POLICY = 2;

/** Alarms of a target tracking policy; only the one to scale out if scale-in is disabled. */
export function trackingAlarms({ growsOnly }: { readonly growsOnly: boolean }): Charge {
  const quantity = certain(growsOnly ? 1 : ALARMS_OF_A_POLICY);
  return {
    kind: 'alarm-metrics',
    details: ['target tracking'],
    sku: 'cloudwatch/alarm',
    quantity,
    group: 'observability and security',
  };
}

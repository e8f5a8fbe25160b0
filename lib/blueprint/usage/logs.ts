import type { UsageQuantity } from '../../contract/usage';
import type { UsageBasis } from '../../contract/usage-basis';
import { type Interval, scaleInterval } from '../../core/interval';
import { type Facts, quantity, storedMonths } from './facts';

/** Volume that is written to a log per month, and the volume that is stored. */
export function logUsage(id: string, ingestGb: Interval, basis: UsageBasis, { traffic }: Facts): UsageQuantity[] {
  return [
    quantity(id, 'logIngestGb', ingestGb, basis),
    quantity(id, 'logStoredGb', scaleInterval(ingestGb, storedMonths(traffic)), {
      kind: 'retained-logs',
      retentionDays: traffic.logRetentionDays.value,
    }),
  ];
}

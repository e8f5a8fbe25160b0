import type { UsageQuantity } from '../../contract/usage';
import { type Interval, scaleInterval } from '../../core/interval';
import { type Facts, quantity, storedMonths } from './facts';

/** Volume that is written to a log per month, and the volume that is stored. */
export function logUsage(id: string, ingestGb: Interval, assumption: string, { traffic }: Facts): UsageQuantity[] {
  return [
    quantity(id, 'logIngestGb', ingestGb, assumption),
    quantity(id, 'logStoredGb', scaleInterval(ingestGb, storedMonths(traffic)), `logs retained for ${traffic.logRetentionDays.value} days`),
  ];
}

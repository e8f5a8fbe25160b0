import type { UsageQuantity } from '../../contract/usage';
import { type Interval, scaleInterval } from '../../core/interval';
import { type Facts, quantity, storedMonths } from './facts';

/** Volume written to a log in a month, and what of it is kept at a time. */
export function logUsage(id: string, ingestGb: Interval, assumption: string, { traffic }: Facts): UsageQuantity[] {
  return [
    quantity(id, 'logIngestGb', ingestGb, assumption),
    quantity(id, 'logStoredGb', scaleInterval(ingestGb, storedMonths(traffic)), `logs kept ${traffic.logRetentionDays.value} days`),
  ];
}

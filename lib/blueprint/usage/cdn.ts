import { KIB_PER_GIB, scaleInterval } from '../../units';
import type { ResolvedCdn, UsageQuantity } from '../blueprint';
import { type Facts, millions, offload, quantity } from './facts';

export function cdnUsage({ id, origin }: ResolvedCdn, facts: Facts): UsageQuantity[] {
  const { traffic, requestsPerMonth } = facts;
  const share = offload(facts);
  return [
    quantity(
      id,
      'cdnOutGb',
      scaleInterval(requestsPerMonth, (traffic.responseKib.value * share) / KIB_PER_GIB),
      `${share} of ${millions(requestsPerMonth.mid)} answers of ${traffic.responseKib.value} KiB, from ${origin}`,
    ),
    quantity(id, 'cdnRequests', scaleInterval(requestsPerMonth, share), `${share} of ${millions(requestsPerMonth.mid)} requests`),
  ];
}

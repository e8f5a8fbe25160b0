import { certain, type Interval, scaleInterval } from '../core/interval';
import { SECONDS_PER_MINUTE, SECONDS_PER_MONTH } from '../core/time';
import type { External } from '../model/external';
import type { Resolving } from './context';
import type { ResolvedExternal } from './resolved-component';

/** Resolves an external service: its quantity per month. */
export function resolveExternal(id: string, external: External, resolving: Resolving): ResolvedExternal {
  const [low, high] = external.unitPriceUsd;
  return {
    kind: 'external',
    id,
    name: external.name,
    unit: external.unit,
    quantity: quantityOf(external, resolving),
    unitPriceUsd: { low, high },
    source: external.source,
    asOf: external.asOf,
  };
}

function quantityOf({ driver }: External, { tier, traffic }: Resolving): Interval {
  switch (driver) {
    case 'concurrentUsers':
      return tier.workload.concurrentUsers;
    case 'requestsPerMonth':
      return scaleInterval(tier.workload.requestsPerSecond, traffic.averageToPeak.value * SECONDS_PER_MONTH);
    case 'modelRequestsPerMonth':
      return scaleInterval(tier.workload.modelRequestsPerMinute, (traffic.averageToPeak.value * SECONDS_PER_MONTH) / SECONDS_PER_MINUTE);
    case 'flat':
      return certain(1);
  }
}

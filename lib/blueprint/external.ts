import { certain, type Interval, scaleInterval } from '../core/interval';
import { SECONDS_PER_MONTH } from '../core/time';
import type { External } from '../model/external';
import { averageRequests, averageVolumes } from '../model/monthly-averages';
import { estimatedVolumes } from '../model/volumes';
import type { Resolving } from './context';
import type { ResolvedExternal } from './resolved-component';
import { volumeOf } from './usage/transfers';

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

function quantityOf({ driver }: External, resolving: Resolving): Interval {
  const { tier, system } = resolving;
  switch (driver) {
    case 'concurrentUsers':
      return tier.workload.concurrentUsers;
    case 'requestsPerMonth':
      return scaleInterval(averageRequests(system, tier.workload, system.traffic.averageToPeak.value), SECONDS_PER_MONTH);
    case 'flat':
      return certain(1);
    default:
      return countedOf(driver.operation, resolving);
  }
}

/** Number of events per month of an operation, or its number of open sessions at the peak. */
function countedOf(operation: string, { tier: { workload }, system }: Resolving): Interval {
  if (system.operations[operation]?.kind === 'session') return volumeOf(operation, estimatedVolumes(system, workload));
  return scaleInterval(volumeOf(operation, averageVolumes(system, workload, system.traffic.averageToPeak.value)), SECONDS_PER_MONTH);
}

import type { UsageQuantity } from '../../contract/usage';
import { certain } from '../../core/interval';
import { rounded } from '../../core/number-format';
import { DAYS_PER_MONTH, HOURS_PER_MONTH } from '../../core/time';
import { type Facts, quantity } from './facts';

/** Starts of a task per month: deployments and scaling restart it about daily. Each start reads all its secrets. */
const STARTS_PER_INSTANCE = DAYS_PER_MONTH;

/** Reads of the credentials of a data store, by the services that use it. */
export function secretUsage(id: string, { components, platform }: Facts): UsageQuantity {
  if (platform !== 'ecs') return quantity(id, 'apiCalls', certain(HOURS_PER_MONTH), 'a copy for the cluster every hour');
  const reads = Object.values(components).reduce(
    (sum, reader) => (reader.kind === 'service' && reader.uses.includes(id) ? sum + reader.instances.expected * STARTS_PER_INSTANCE : sum),
    0,
  );
  return quantity(
    id,
    'apiCalls',
    certain(reads),
    `${rounded(reads)} starts of tasks that read the credentials, about one per day for each`,
  );
}

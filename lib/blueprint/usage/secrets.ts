import type { UsageQuantity } from '../../contract/usage';
import { certain } from '../../core/interval';
import { DAYS_PER_MONTH, HOURS_PER_MONTH } from '../../core/time';
import { type Facts, quantity } from './facts';

/** Starts of a task per month: deployments and scaling restart it about daily. Each start reads all its secrets. */
const STARTS_PER_INSTANCE = DAYS_PER_MONTH;

/** Reads of the credentials of a data store, by the services that use it, and requests for the key of its volume where it has its own. */
export function secretUsage(id: string, { components, platform }: Facts, volumeKeyRequests?: number): UsageQuantity {
  const ofVolume = volumeKeyRequests !== undefined && { volumeKeyRequests };
  const callsFor = (reads: number) => certain(reads + (volumeKeyRequests ?? 0));
  if (platform !== 'ecs') return quantity(id, 'apiCalls', callsFor(HOURS_PER_MONTH), { kind: 'credential-copies', ...ofVolume });
  const reads = Object.values(components).reduce(
    (sum, reader) => (reader.kind === 'service' && reader.uses.includes(id) ? sum + reader.instances.expected * STARTS_PER_INSTANCE : sum),
    0,
  );
  return quantity(id, 'apiCalls', callsFor(reads), { kind: 'credential-reads', starts: reads, ...ofVolume });
}

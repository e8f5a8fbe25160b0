import { certain, type Interval, scaleInterval } from '../core/interval';
import type { Demand, Operation } from '../model/operation';
import { RESOURCES } from '../model/resource';

/** Where a measured demand is valid, and how it is known. */
export interface MeasuredIn {
  /** Id of the tier that was measured. */
  readonly tier: string;
  /** How the demand is known. */
  readonly evidence: Demand['evidence'];
  /** Source of the demand. */
  readonly source: string;
}

/** A demand of the definition on the measured tier, with the measured demand of one event/s or one session. */
export function replacedDemand(
  { kind }: Pick<Operation, 'kind'>,
  demand: Demand,
  measured: Interval,
  { tier, evidence, source }: MeasuredIn,
): Demand {
  const { component, resource, readOnly, amount, replaySeconds } = demand;
  const isHeld = RESOURCES[resource].nature === 'held' && kind === 'event';
  return {
    component,
    resource,
    ...(isHeld ? { amount: certain(amount.mid), seconds: scaleInterval(measured, 1 / amount.mid) } : { amount: measured }),
    readOnly,
    ...(isHeld && replaySeconds !== undefined ? { replaySeconds } : {}),
    tiers: [tier],
    ...(demand.with === undefined ? {} : { with: demand.with }),
    ...(demand.without === undefined ? {} : { without: demand.without }),
    evidence,
    source,
  };
}

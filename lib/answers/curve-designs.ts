import type { CurvePoint } from '../capacity/recommend/curve';
import { DEFAULT_CONFIDENCE } from '../capacity/recommend/recommend';
import { certain, type Interval } from '../core/interval';
import type { Options } from '../model/options';
import type { System } from '../model/system';
import { DESIGNED_TIER, defaultBaseTiers, designOrNone } from './designed-tier';
import type { Estimator } from './estimated-tier';

/** The largest number of points of a curve that have a design: each is a search of its own. */
const MOST_DESIGNS = 8;

/** A right-sized tier for one point of a curve. */
export interface CurveDesign {
  /** Concurrent users of the point. */
  readonly users: number;
  /** Id of the tier whose structure it has. */
  readonly base: string;
  /** Monthly cost, US dollars; absent where no sizes handle the users. */
  readonly monthlyUsd?: Interval;
}

/** Designs at up to eight points of a curve, the first and the last one among them. Throws an UnpricedError for an incomplete estimate. */
export function curveDesigns(points: readonly CurvePoint[], system: System, options: Options, estimator: Estimator): CurveDesign[] {
  const tiers = system.tiers.filter(({ id }) => id !== DESIGNED_TIER);
  return spread(points).map(({ users, candidate }) => {
    const targetWorkload = { concurrentUsers: certain(users) };
    const bases = defaultBaseTiers({ ...system, tiers }, targetWorkload, candidate?.tier);
    const question = { system: { ...system, tiers }, bases, id: DESIGNED_TIER, options, targetWorkload, confidence: DEFAULT_CONFIDENCE };
    const { base, design } = designOrNone(question, estimator);
    return { users, base: base.id, ...(design === undefined ? {} : { monthlyUsd: design.monthlyUsd }) };
  });
}

function spread(points: readonly CurvePoint[]): readonly CurvePoint[] {
  if (points.length <= MOST_DESIGNS) return points;
  const last = points.length - 1;
  const chosen = Array.from({ length: MOST_DESIGNS }, (_, step) => Math.round((last * step) / (MOST_DESIGNS - 1)));
  return points.filter((_, index) => chosen.includes(index));
}

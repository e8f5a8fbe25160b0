import type { Interval } from '../core/interval';
import type { PublishedRange } from '../model/scalars';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import type { TargetWorkload } from '../model/workload';
import type { OperationCapacity } from './capacity';
import { aloneExplanation, type ExplainedCapacity, limitExplanation } from './explain';
import type { AmountUnit, Explanation, FigureSubject } from './explanation';
import type { CapacityForm } from './supply';

/** Position of the modelled range relative to the published one. */
export type Standing = 'inside' | 'overlaps' | 'below' | 'above' | 'unknown';

/** A published figure, compared with the modelled one. */
export interface PublishedComparison {
  /** Subject of the figure. */
  readonly subject: FigureSubject;
  /** The figure in the source document. */
  readonly published: {
    /** Lower end of the range, in the unit of the figure. */
    readonly from: number;
    /** Upper end of the range, in the unit of the figure; equal to `from` for one number. */
    readonly to: number;
    /** Whether the document publishes the upper end as a minimum, such as `50+`. */
    readonly orMore: boolean;
  };
  /** The same figure from the model. */
  readonly modelled: Interval;
  /** Mid of the modelled range divided by the middle of the published one. */
  readonly ratio: number;
  /** How the modelled interval relates to the published one. */
  readonly standing: Standing;
  /** Why the modelled mid is not inside the published range. Absent where it is inside. */
  readonly because?: Explanation;
}

/** The modelled capacity that published figures are compared with. */
export interface Compared extends ExplainedCapacity {
  /** Operations of the system. */
  readonly operations: System['operations'];
  /** Base loads, which exist without users. */
  readonly baseLoads: System['baseLoads'];
  /** The form of the tier. */
  readonly form: CapacityForm;
  /** The workload that the capacity is computed for. */
  readonly targetWorkload: TargetWorkload;
}

/** Comparison of a figure that grows with the whole workload, so that the limit of the tier limits it. */
export function comparisonWithWorkload(
  compared: Compared,
  subject: FigureSubject,
  range: PublishedRange,
  modelled: Interval,
  unit: AmountUnit,
): PublishedComparison {
  const { timesWorkload } = compared.capacity;
  return comparison(subject, range, modelled, (amount) =>
    limitExplanation(compared, { amount, unit }, (amount / modelled.mid) * timesWorkload.mid),
  );
}

/** Comparison of the number of operations in progress when users start no other operation. */
export function comparisonAlone(
  compared: Compared,
  range: PublishedRange,
  found: OperationCapacity,
  subject: FigureSubject = { kind: 'at-a-time-alone', operation: found.operation },
): PublishedComparison {
  const modelled = found.aloneAtOnce ?? found.alone;
  return comparison(subject, range, modelled, (amount) =>
    aloneExplanation(compared, found, { amount, unit: { kind: 'at-a-time' } }, amount / modelled.mid),
  );
}

/** Compares a published range with a modelled one. `explain` gets the end of the published range that is nearest to the modelled mid. */
export function comparison(
  subject: FigureSubject,
  range: PublishedRange,
  modelled: Interval,
  explain: (nearest: number) => Explanation,
): PublishedComparison {
  const published = spanOfRange(range);
  const ratio = modelled.mid / ((published.from + published.to) / 2);
  const standing = standingOf(published, modelled);
  const nearest = modelled.mid < published.from ? published.from : published.to;
  return { subject, published, modelled, ratio, standing, ...(standing === 'inside' ? {} : { because: explain(nearest) }) };
}

/** The two ends of a published range. */
function spanOfRange(range: PublishedRange): PublishedComparison['published'] {
  if (Array.isArray(range)) return { from: range[0], to: range[1], orMore: false };
  return { from: range.from, to: range.to ?? range.from, orMore: range.orMore ?? false };
}

/** Documents print rounded numbers: 6,667 for 6,666.7. */
const ROUNDED = 0.005;

/** The users that a tier is for: the published ones, or those of its workload when no document publishes any. */
export function usersOf({ published, workload }: Tier): PublishedComparison['published'] {
  if (published !== undefined) return spanOfRange(published.concurrentUsers);
  const { low, high } = workload.concurrentUsers;
  return { from: low, to: high, orMore: false };
}

/** How a modelled interval relates to a published range. */
export function standingOf({ from, to, orMore }: PublishedComparison['published'], { low, mid, high }: Interval): Standing {
  if (!Number.isFinite(mid)) return 'unknown';
  if (mid >= from * (1 - ROUNDED) && (orMore || mid <= to * (1 + ROUNDED))) return 'inside';
  if (high >= from && (orMore || low <= to)) return 'overlaps';
  return mid < from ? 'below' : 'above';
}

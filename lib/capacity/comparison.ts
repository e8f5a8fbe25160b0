import type { Interval } from '../core/interval';
import type { PublishedRange } from '../model/scalars';
import type { System } from '../model/system';
import type { TargetWorkload } from '../model/workload';
import type { OperationCapacity } from './capacity';
import { aloneExplanation, boundText, type Explained, type Explanation, limitExplanation } from './explain';
import type { CapacityForm } from './supply';

/** How our figure stands to that of a document. */
export type Standing = 'inside' | 'overlaps' | 'below' | 'above' | 'unknown';

/** A published figure beside ours. */
export interface PublishedComparison {
  /** What the figure is about. */
  readonly what: string;
  /** The figure in the source document. */
  readonly published: { readonly from: number; readonly to: number; readonly orMore: boolean };
  /** The same figure from the model. */
  readonly modelled: Interval;
  /** Mid of ours over the middle of theirs. */
  readonly ratio: number;
  /** How the modelled interval relates to the published one. */
  readonly standing: Standing;
  /** Why ours is not inside: which resource or figure makes the difference. Absent where it is. */
  readonly because?: Explanation;
}

/** What a published figure is compared with. */
export interface Compared extends Explained {
  /** Operations of the system. */
  readonly operations: System['operations'];
  /** Loads that exist without users. */
  readonly baseLoads: System['baseLoads'];
  /** The form of the tier. */
  readonly form: CapacityForm;
  /** The workload that the capacity is of. */
  readonly targetWorkload: TargetWorkload;
}

/** What grows with the workload as it is: the limit of the tier is its limit. */
export function inTheMix(compared: Compared, what: string, range: PublishedRange, modelled: Interval, unit: string): PublishedComparison {
  const { timesWorkload } = compared.capacity;
  return comparison(what, range, modelled, (bound) =>
    limitExplanation(compared, boundText(bound, unit), (bound / modelled.mid) * timesWorkload.mid),
  );
}

/** How many of one operation at a time, when it is all that users do. */
export function alone(compared: Compared, range: PublishedRange, found: OperationCapacity, name?: string): PublishedComparison {
  const modelled = found.aloneAtOnce ?? found.alone;
  return comparison(name ?? `${found.operation} at a time, alone`, range, modelled, (bound) =>
    aloneExplanation(compared, found, boundText(bound, 'at a time'), bound / modelled.mid),
  );
}

/** `explain` is asked where ours is not inside, with the bound of theirs that is nearest to ours. */
export function comparison(
  what: string,
  range: PublishedRange,
  modelled: Interval,
  explain: (nearest: number) => Explanation,
): PublishedComparison {
  const published = spanOfRange(range);
  const ratio = modelled.mid / ((published.from + published.to) / 2);
  const standing = standingOf(published, modelled);
  const nearest = modelled.mid < published.from ? published.from : published.to;
  return { what, published, modelled, ratio, standing, ...(standing === 'inside' ? {} : { because: explain(nearest) }) };
}

/** The two ends of a published range. */
export function spanOfRange(range: PublishedRange): PublishedComparison['published'] {
  if (Array.isArray(range)) return { from: range[0], to: range[1], orMore: false };
  return { from: range.from, to: range.to ?? range.from, orMore: range.orMore ?? false };
}

/** Documents print rounded numbers: 6,667 for 6,666.7. */
const ROUNDED = 0.005;

/** How a modelled interval relates to a published range. */
export function standingOf({ from, to, orMore }: PublishedComparison['published'], { low, mid, high }: Interval): Standing {
  if (!Number.isFinite(mid)) return 'unknown';
  if (mid >= from * (1 - ROUNDED) && (orMore || mid <= to * (1 + ROUNDED))) return 'inside';
  if (high >= from && (orMore || low <= to)) return 'overlaps';
  return mid < from ? 'below' : 'above';
}

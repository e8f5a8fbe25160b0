import { certain, type Interval, scaleInterval } from '../core/interval';
import { InputError } from '../core/problems';
import type { ComparedWith, Figure } from '../model/figure';
import type { CapacityRow, OperationCapacity } from './capacity';
import { type Compared, comparison, comparisonAlone, comparisonWithWorkload, type PublishedComparison } from './comparison';
import { aloneExplanation, demandCause, largestDemand, rowExplanation } from './explain';
import type { AmountUnit, Explanation, FigureSubject, IdleLoad } from './explanation';

/** A figure of a document that is not compared with a computed value, and the reason. */
export interface NotCompared {
  /** Name of the figure in the words of the document. */
  readonly name: string;
  /** Id of the reason, one of `NOT_COMPARED`. */
  readonly reason: NonNullable<Figure['notCompared']>;
}

/** The published figures that have no modelled counterpart, with the reason. */
export function notCompared(figures: readonly Figure[]): NotCompared[] {
  return figures.flatMap(({ name, notCompared: reason }) => (reason === undefined ? [] : [{ name, reason }]));
}

/** The published figures that have a modelled counterpart, each in its own unit. */
export function figureComparisons(figures: readonly Figure[], compared: Compared): PublishedComparison[] {
  return figures.flatMap(({ comparedWith, ...figure }) =>
    comparedWith === undefined ? [] : [compareFigure(figure, comparedWith, compared)],
  );
}

const USERS: AmountUnit = { kind: 'users' };

function compareFigure(figure: Omit<Figure, 'comparedWith'>, comparedWith: ComparedWith, compared: Compared): PublishedComparison {
  const { capacity, operations } = compared;
  const subject: FigureSubject = { kind: 'figure', name: figure.name, unit: figure.unit };
  const unit: AmountUnit = { kind: 'figure', unit: figure.unit };
  const inItsUnit = (modelled: Interval) => scaleInterval(modelled, 1 / figure.unitFactor);
  const compareWith = (modelled: Interval, explain: (nearest: number) => Explanation) =>
    comparison(subject, figure.range, inItsUnit(modelled), explain);
  switch (comparedWith.kind) {
    case 'users':
      return comparisonWithWorkload(compared, subject, figure.range, capacity.concurrentUsers, USERS);
    case 'users-at-threshold': {
      const row = rowOf(comparedWith, compared);
      const users = compared.targetWorkload.concurrentUsers?.mid ?? 0;
      return compareWith(scaleInterval(row.timesWorkload, users), (nearest) =>
        rowExplanation(compared, row, { amount: nearest, unit: USERS }, nearest / users),
      );
    }
    case 'capacity':
      return comparisonWithWorkload(compared, subject, figure.range, inItsUnit(operationOf(comparedWith, compared).inTheMix), unit);
    case 'capacity-alone': {
      const found = operationOf(comparedWith, compared);
      return compareWith(found.alone, (nearest) =>
        aloneExplanation(compared, found, { amount: nearest, unit }, (nearest * figure.unitFactor) / found.alone.mid),
      );
    }
    case 'concurrent-alone':
      return comparisonAlone(compared, figure.range, operationOf(comparedWith, compared), subject);
    case 'target':
    case 'target-per-user': {
      const { target, operation } = operationOf(comparedWith, compared);
      const users = comparedWith.kind === 'target' ? 1 : (compared.targetWorkload.concurrentUsers?.mid ?? 1);
      const usual = operations[operation]?.usual;
      return compareWith(scaleInterval(target, 1 / users), () => ({
        why: { kind: 'target-workload', usualSource: usual?.source },
      }));
    }
    case 'demand': {
      const row = rowOf(comparedWith, compared);
      const own = row.demands.find(({ operation }) => operation === comparedWith.operation);
      if (own === undefined) throw new Error(`${comparedWith.operation} needs no ${comparedWith.resource} of ${comparedWith.component}`);
      return compareWith(own.perUnit, () => ({ why: demandCause(row, own, operations) }));
    }
    case 'supply': {
      const supply = supplyOf(comparedWith, 'primary', compared);
      return compareWith(scaleInterval(supply.perInstance, supply.instances.max), () => ({
        why: { kind: 'supply', basis: supply.basis },
      }));
    }
    case 'in-use':
      return compareWith(inUseOf(comparedWith, compared), () => ({ why: largestDemand(needOf(comparedWith, compared), operations) }));
    case 'utilization': {
      const row = rowOf(comparedWith, compared);
      return compareWith(row.utilization, () => ({
        at: { kind: 'idle', loads: idleLoads(comparedWith, compared) },
        why: largestDemand(row, operations),
      }));
    }
    case 'idle': {
      const row = rowOf(comparedWith, compared);
      return compareWith(row.base, () => ({ why: { kind: 'idle', loads: idleLoads(comparedWith, compared) } }));
    }
    case 'instances': {
      const found = comparedWith.components.map((component) => supplyOf({ component }, comparedWith.part, compared).instances);
      const [low, high] = [sum(found.map(({ min }) => min)), sum(found.map(({ max }) => max))];
      const components = found.map(({ min, max }, index) => ({ component: comparedWith.components[index] as string, min, max }));
      return compareWith({ low, mid: (low + high) / 2, high }, () => ({ why: { kind: 'instances', components } }));
    }
  }
}

type OfResource = Pick<CapacityRow, 'component' | 'resource'>;

function rowOf({ component, resource }: OfResource, { capacity: { rows } }: Compared): CapacityRow {
  return found(
    rows.find((row) => row.component === component && row.resource === resource),
    `${component} ${resource}`,
  );
}

/** The need of a resource, whether its limit is known or not. */
function needOf({ component, resource }: OfResource, { capacity: { rows, unlimited } }: Compared) {
  return found(
    [...rows, ...unlimited].find((row) => row.component === component && row.resource === resource),
    `${component} ${resource}`,
  );
}

function inUseOf(comparedWith: OfResource, compared: Compared): Interval {
  const need = needOf(comparedWith, compared);
  if ('utilization' in need) return scaleInterval((need as CapacityRow).utilization, (need as CapacityRow).supplied.mid);
  return need.demands.reduce(
    (all, { load }) => ({ low: all.low + load.low, mid: all.mid + load.mid, high: all.high + load.high }),
    certain(0),
  );
}

function idleLoads({ component, resource }: OfResource, { baseLoads }: Compared): IdleLoad[] {
  return baseLoads
    .filter((base) => base.component === component && base.resource === resource)
    .map(({ amount, source }) => ({ amount: amount.mid, source }));
}

function operationOf({ operation }: { readonly operation: string }, { capacity: { operations } }: Compared): OperationCapacity {
  return found(
    operations.find((one) => one.operation === operation),
    operation,
  );
}

function supplyOf(
  { component, resource }: { readonly component: string; readonly resource?: CapacityRow['resource'] },
  part: CapacityRow['part'],
  { form: { supplies } }: Compared,
) {
  return found(
    supplies.find((one) => one.component === component && one.part === part && (resource === undefined || one.resource === resource)),
    `${component} ${resource ?? part}`,
  );
}

/** Throws an InputError for a resource that the form of the tier does not have; the schema of a system cannot check it. */
function found<T>(value: T | undefined, received: string): T {
  if (value !== undefined) return value;
  throw new InputError('published figures', [
    { path: 'comparedWith', received, expected: 'a resource of the tier that an operation uses' },
  ]);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

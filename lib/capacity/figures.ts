import { certain, type Interval, scaleInterval } from '../core/interval';
import { InputError } from '../core/problems';
import { type ComparedWith, type Figure, NOT_COMPARED } from '../model/figure';
import type { CapacityRow, OperationCapacity } from './capacity';
import { alone, type Compared, comparison, inTheMix, type PublishedComparison } from './comparison';
import { aloneExplanation, boundText, type Explanation, loadText, needText, rowExplanation } from './explain';

/** A figure of a document that is not compared with a computed value, and the reason. */
export interface NotCompared {
  /** What the figure is about. */
  readonly what: string;
  /** Why the model has no such figure. */
  readonly because: string;
}

/** The published figures that the model has no counterpart for, with the reason. */
export function notCompared(figures: readonly Figure[]): NotCompared[] {
  return figures.flatMap(({ name, notCompared: reason }) => (reason === undefined ? [] : [{ what: name, because: NOT_COMPARED[reason] }]));
}

/** The figures that stand beside ours, each in its own unit. */
export function figureComparisons(figures: readonly Figure[], compared: Compared): PublishedComparison[] {
  return figures.flatMap(({ comparedWith, ...figure }) =>
    comparedWith === undefined ? [] : [compareFigure(figure, comparedWith, compared)],
  );
}

type Told = Omit<Figure, 'comparedWith'>;

function compareFigure(figure: Told, comparedWith: ComparedWith, compared: Compared): PublishedComparison {
  const { capacity, operations } = compared;
  const named = figure.name.includes(figure.unit) ? figure.name : `${figure.name}, ${figure.unit}`;
  const inItsUnit = (ours: Interval) => scaleInterval(ours, 1 / figure.unitFactor);
  const told = (ours: Interval, explain: (nearest: number) => Explanation) => comparison(named, figure.range, inItsUnit(ours), explain);
  switch (comparedWith.kind) {
    case 'users':
      return inTheMix(compared, named, figure.range, capacity.concurrentUsers, 'users');
    case 'users-at-threshold': {
      const row = rowOf(comparedWith, compared);
      const users = compared.targetWorkload.concurrentUsers?.mid ?? 0;
      return told(scaleInterval(row.timesWorkload, users), (nearest) =>
        rowExplanation(compared, row, boundText(nearest, 'users'), nearest / users),
      );
    }
    case 'capacity':
      return inTheMix(compared, named, figure.range, inItsUnit(operationOf(comparedWith, compared).inTheMix), figure.unit);
    case 'capacity-alone': {
      const found = operationOf(comparedWith, compared);
      return told(found.alone, (nearest) =>
        aloneExplanation(compared, found, boundText(nearest, figure.unit), (nearest * figure.unitFactor) / found.alone.mid),
      );
    }
    case 'concurrent-alone':
      return alone(compared, figure.range, operationOf(comparedWith, compared), named);
    case 'target':
    case 'target-per-user': {
      const { target, operation } = operationOf(comparedWith, compared);
      const users = comparedWith.kind === 'target' ? 1 : (compared.targetWorkload.concurrentUsers?.mid ?? 1);
      const usual = operations[operation]?.usual;
      return told(scaleInterval(target, 1 / users), () => ({
        why: `ours is of the tier’s workload; what is usual is from ${usual?.source}`,
      }));
    }
    case 'demand': {
      const row = rowOf(comparedWith, compared);
      const own = row.demands.find(({ operation }) => operation === comparedWith.operation);
      if (own === undefined) throw new Error(`${comparedWith.operation} needs no ${comparedWith.resource} of ${comparedWith.component}`);
      return told(own.perUnit, () => ({ why: needText(row, own, operations) }));
    }
    case 'supply': {
      const supply = supplyOf(comparedWith, 'primary', compared);
      return told(scaleInterval(supply.perInstance, supply.instances.max), () => ({ why: supply.because }));
    }
    case 'in-use':
      return told(inUseOf(comparedWith, compared), () => ({ why: loadText(needOf(comparedWith, compared), operations) }));
    case 'utilization': {
      const row = rowOf(comparedWith, compared);
      return told(row.utilization, () => ({ at: idleText(comparedWith, compared), why: loadText(row, operations) }));
    }
    case 'idle': {
      const row = rowOf(comparedWith, compared);
      return told(row.base, () => ({ why: idleText(comparedWith, compared) }));
    }
    case 'instances': {
      const found = comparedWith.components.map((component) => supplyOf({ component }, comparedWith.part, compared).instances);
      const [low, high] = [sum(found.map(({ min }) => min)), sum(found.map(({ max }) => max))];
      const parts = found.map(({ min, max }, index) => `${comparedWith.components[index]} ${min}–${max}`);
      return told({ low, mid: (low + high) / 2, high }, () => ({ why: parts.join(', ') }));
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

/** With a limit or without one. */
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

function idleText({ component, resource }: OfResource, { baseLoads }: Compared): string {
  const own = baseLoads.filter((base) => base.component === component && base.resource === resource);
  return own.length === 0
    ? 'nothing of ours runs idle there'
    : `idle are ${own.map(({ amount, source }) => `${amount.mid} (${source})`).join(', ')}`;
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

/** Which resources a form of a tier has is known here, and not to the schema of a system. */
function found<T>(value: T | undefined, what: string): T {
  if (value !== undefined) return value;
  throw new InputError('published figures', [
    { path: 'comparedWith', received: what, expected: 'a resource of the tier that an operation uses' },
  ]);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

import { includesAll, intersection, type Mask, sizeOf, sizeOfIntersection } from './mask';

/** A choice for one component: its cost, and the samples that it handles. */
export interface Sized<Size> {
  /** The size. */
  readonly size: Size;
  /** US dollars per month at the expected load. */
  readonly midUsd: number;
  /** US dollars per month at the maximum; decides between sizes with the same `midUsd`. */
  readonly highUsd: number;
  /** Samples in which the component stays below its thresholds. */
  readonly mask: Mask;
}

/** The sizes of one component that can be chosen. */
export type Choices<Size> = readonly Sized<Size>[];

/** The chosen size of each component, in the order of the choices. */
export interface Selection<Size> {
  /** One size for each component. */
  readonly chosen: readonly Sized<Size>[];
  /** Sum of `midUsd`. */
  readonly midUsd: number;
  /** Number of samples in which all components stay below their thresholds. */
  readonly handled: number;
  /** Whether the whole tree was searched, so that no cheaper selection exists. */
  readonly isOptimal: boolean;
}

/** Largest number of nodes of the search tree; reached only with many components whose sizes differ little. */
const MOST_NODES = 400_000;

/** Weight of the cost at the maximum: it decides between equal costs at the expected load, and never against a cent of them. */
const HIGH_WEIGHT = 1e-6;

/**
 * The cheapest selection that handles a number of samples, of those in which everything without sizes is below its thresholds:
 * branch and bound over the components. Undefined when even the largest sizes together handle fewer.
 */
export function select<Size>(components: readonly Choices<Size>[], rest: Mask, required: number): Selection<Size> | undefined {
  const usable = components.map((choices) => withoutDominated(choices.filter(({ mask }) => sizeOf(mask) >= required)));
  if (usable.some(({ length }) => length === 0)) return undefined;
  // The component with the most to lose first: a bound that grows early cuts more of the tree.
  const order = usable.map((_, index) => index).sort((left, right) => spread(usable[right] ?? []) - spread(usable[left] ?? []));
  const sorted = order.map((index) => usable[index] ?? []);
  const found = search(sorted, rest, required);
  if (found === undefined) return undefined;
  const chosen = usable.map((_, index) => found.path[order.indexOf(index)] as Sized<Size>);
  return { chosen, midUsd: midOf(chosen), handled: found.handled, isOptimal: found.isOptimal };
}

interface Found<Size> {
  readonly path: readonly Sized<Size>[];
  readonly handled: number;
  readonly isOptimal: boolean;
}

function search<Size>(components: readonly Choices<Size>[], rest: Mask, required: number): Found<Size> | undefined {
  const leastOfRest = components.map((_, index) =>
    components.slice(index).reduce((sum, choices) => sum + Math.min(...choices.map(weightOf)), 0),
  );
  let best: Found<Size> | undefined = firstGuess(components, rest, required);
  let bestWeight = best === undefined ? Number.POSITIVE_INFINITY : best.path.reduce((sum, one) => sum + weightOf(one), 0);
  let nodes = 0;
  const visit = (depth: number, path: readonly Sized<Size>[], weight: number, mask: Mask): void => {
    const choices = components[depth];
    if (choices === undefined) {
      best = { path, handled: sizeOf(mask), isOptimal: true };
      bestWeight = weight;
      return;
    }
    for (const one of choices) {
      if (nodes >= MOST_NODES) return;
      const next = weight + weightOf(one);
      // Choices are sorted by weight: no later one is below the bound.
      if (next + (leastOfRest[depth + 1] ?? 0) >= bestWeight) return;
      nodes++;
      if (sizeOfIntersection(mask, one.mask) < required) continue;
      visit(depth + 1, [...path, one], next, intersection(mask, one.mask));
    }
  };
  visit(0, [], 0, rest);
  return best === undefined ? undefined : { ...best, isOptimal: nodes < MOST_NODES };
}

/**
 * A first selection, from the largest sizes: the size of one component is lowered again and again where that saves most, as
 * long as all samples that are required stay handled.
 */
function firstGuess<Size>(components: readonly Choices<Size>[], rest: Mask, required: number): Found<Size> | undefined {
  const path = components.map((choices) => choices.reduce((most, one) => (sizeOf(one.mask) > sizeOf(most.mask) ? one : most)));
  const handled = (chosen: readonly Sized<Size>[]) => sizeOf(chosen.map(({ mask }) => mask).reduce(intersection, rest));
  if (handled(path) < required) return undefined;
  for (;;) {
    const lowered = components
      .flatMap((choices, index) => {
        const present = path[index] as Sized<Size>;
        const others = path
          .filter((_, other) => other !== index)
          .map(({ mask }) => mask)
          .reduce(intersection, rest);
        return choices
          .filter((one) => weightOf(one) < weightOf(present) && sizeOfIntersection(others, one.mask) >= required)
          .map((one) => ({ index, one, saved: weightOf(present) - weightOf(one) }));
      })
      .sort((left, right) => right.saved - left.saved)[0];
    if (lowered === undefined) return { path, handled: handled(path), isOptimal: false };
    path[lowered.index] = lowered.one;
  }
}

function withoutDominated<Size>(choices: Choices<Size>): Choices<Size> {
  const sorted = [...choices].sort((left, right) => weightOf(left) - weightOf(right));
  const kept: Sized<Size>[] = [];
  for (const one of sorted) if (!kept.some((cheaper) => includesAll(cheaper.mask, one.mask))) kept.push(one);
  return kept;
}

function spread<Size>(choices: Choices<Size>): number {
  const weights = choices.map(weightOf);
  return Math.max(...weights) - Math.min(...weights);
}

/** US dollars that decide between sizes: those at the expected load, and those at the maximum between equal ones. */
export function weightOf({ midUsd, highUsd }: Pick<Sized<unknown>, 'midUsd' | 'highUsd'>): number {
  return midUsd + highUsd * HIGH_WEIGHT;
}

function midOf(chosen: readonly Sized<unknown>[]): number {
  return chosen.reduce((sum, { midUsd }) => sum + midUsd, 0);
}

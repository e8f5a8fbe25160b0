import { type Sized, weightOf } from './select';

/** A size with its cost. */
export type Priced<Size> = Omit<Sized<Size>, 'mask'>;

/** Sizes of one component in the order of their cost, such as a service with more and more instances. */
export type SizesByCost<Size> = readonly Priced<Size>[];

/** Selections that are checked at most. */
const MOST_CHECKS = 300;

/**
 * A selection that costs less than a first one, where the sizes that are enough depend on each other: one component gets a cheaper
 * size, alone or for a more expensive size of another one that costs less than that saves, until no such exchange is enough. A larger size
 * of a component must be enough wherever a smaller one is.
 */
export function exchanged<Size>(
  first: readonly Priced<Size>[],
  sizesOfEach: readonly SizesByCost<Size>[],
  isEnough: (chosen: readonly Priced<Size>[]) => boolean,
): readonly Priced<Size>[] {
  let checks = 0;
  const check = (chosen: readonly Priced<Size>[]) => checks++ < MOST_CHECKS && isEnough(chosen);
  let present = lowered(first, sizesOfEach, check);
  for (;;) {
    const next = exchangesOf(present, sizesOfEach).find(check);
    if (next === undefined) return present;
    present = lowered(next, sizesOfEach, check);
  }
}

/** Each component at the cheapest size that is enough with the sizes of the others. */
function lowered<Size>(
  first: readonly Priced<Size>[],
  sizesOfEach: readonly SizesByCost<Size>[],
  isEnough: (chosen: readonly Priced<Size>[]) => boolean,
): readonly Priced<Size>[] {
  return sizesOfEach.reduce((present, sizes, index) => {
    const cheaper = cheaperThan(present[index] as Priced<Size>, sizes);
    let low = 0;
    let high = cheaper.length;
    // The next cheaper one first: where it is not enough, no other is.
    let middle = high - 1;
    while (low < high) {
      if (isEnough(present.with(index, cheaper[middle] as Priced<Size>))) high = middle;
      else low = middle + 1;
      middle = Math.floor((low + high) / 2);
    }
    return high === cheaper.length ? present : present.with(index, cheaper[high] as Priced<Size>);
  }, first);
}

/** Selections with a cheaper size of one component, 1, 2, 4, … steps below, and the most expensive one of another with which they still cost less. */
function exchangesOf<Size>(present: readonly Priced<Size>[], sizesOfEach: readonly SizesByCost<Size>[]): (readonly Priced<Size>[])[] {
  return sizesOfEach.flatMap((sizes, index) => {
    const own = present[index] as Priced<Size>;
    const cheaper = cheaperThan(own, sizes).reverse();
    return powersBelow(cheaper.length).flatMap((step) => {
      const choice = cheaper[step - 1] as Priced<Size>;
      const saved = weightOf(own) - weightOf(choice);
      return present.flatMap((one, other) => {
        const more = (sizesOfEach[other] ?? []).filter((size) => weightOf(size) > weightOf(one) && weightOf(size) < weightOf(one) + saved);
        return other === index || more.length === 0 ? [] : [present.with(index, choice).with(other, more.at(-1) as Priced<Size>)];
      });
    });
  });
}

function cheaperThan<Size>(one: Priced<Size>, sizes: SizesByCost<Size>): Priced<Size>[] {
  return sizes.filter((other) => weightOf(other) < weightOf(one));
}

/** 1, 2, 4, … up to a number. */
function powersBelow(most: number): number[] {
  return Array.from({ length: Math.floor(Math.log2(Math.max(1, most))) + (most > 0 ? 1 : 0) }, (_, power) => 2 ** power);
}

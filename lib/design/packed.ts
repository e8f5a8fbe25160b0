import type { Component } from '../model/component';
import type { Design } from './design';
import { intersection, sizeOfIntersection } from './mask';
import { keyOf, type Search, type SizesFound, withFewestInstances, withSizes } from './search-sizes';
import type { Sized } from './select';

/** Difference of costs below which two designs cost the same, US dollars per month. */
const LEAST_SAVING_USD = 0.01;

/**
 * The sizes with other sizes of the services that share nodes, where the nodes then cost less: the search counts parts of nodes, and whole
 * nodes cost more if their instances do not fill them. One service changes at a time, until no change costs less. As it is where no
 * blueprint has the nodes and their prices.
 */
export function packed(search: Search, found: SizesFound): SizesFound {
  for (let best = found; ; ) {
    const cheaper = changesOf(search, best)
      .map((chosen) => withChosen(search, best, chosen))
      .reduce<SizesFound>((least, one) => (one !== undefined && isCheaper(one.design, least.design) ? one : least), best);
    if (cheaper === best) return best === found ? found : withFewestInstances(search, best);
    best = cheaper;
  }
}

/** The sizes with another size of one service in a node pool, and the fewest instances with which all components together handle enough. */
function changesOf({ ids, exact }: Search, { chosen, choices, design: { blueprint, bound } }: SizesFound): (readonly Sized<Component>[])[] {
  if (bound === undefined) return [];
  return ids.flatMap((id, index) => {
    const component = blueprint.components[id];
    const own = chosen[index] as Sized<Component>;
    if (component?.kind !== 'service' || component.pool === undefined) return [];
    const others = chosen
      .filter((_, other) => other !== index)
      .map(({ mask }) => mask)
      .reduce(
        intersection,
        own.mask.map(() => 0xffffffff),
      );
    const fewest = new Map<string, Sized<Component>>();
    for (const choice of choices[index] ?? []) {
      const key = keyOf(id, choice.size);
      const known = fewest.get(key);
      if (sizeOfIntersection(others, choice.mask) >= exact && (known === undefined || choice.highUsd < known.highUsd))
        fewest.set(key, choice);
    }
    fewest.delete(keyOf(id, own.size));
    return [...fewest.values()].map((choice) => chosen.with(index, choice));
  });
}

function withChosen(search: Search, found: SizesFound, chosen: readonly Sized<Component>[]): SizesFound | undefined {
  const design = withSizes(search, found, chosen);
  return design === undefined ? undefined : { ...found, design, chosen };
}

/** Whether a design costs less at the expected load, or as much and less at the maxima. */
function isCheaper({ bound: one }: Design, { bound: other }: Design): boolean {
  if (one === undefined || other === undefined) return false;
  const saved = other.sizedUsd - one.sizedUsd;
  return saved > LEAST_SAVING_USD || (saved > -LEAST_SAVING_USD && one.highUsd < other.highUsd - LEAST_SAVING_USD);
}

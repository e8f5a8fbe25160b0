import type { Template } from '../cloudformation/template-resource';
import type { UsageKey } from '../contract/usage';
import type { GivenQuantities, GivenUsage } from '../contract/usage-file';
import type { Interval } from '../core/interval';
import { isPattern, NETWORK, patternTest, type SelectableNames, selectableNames } from './usage-selectors';

/** A quantity that is given for a resource. */
export interface GivenQuantity {
  /** The selector that it is given for. */
  readonly selector: string;
  /** The amount, in the unit of its key. */
  readonly quantity: Interval;
  /** Whether it is the amount of all resources in a construct together, which is counted once. */
  readonly isShared: boolean;
}

/** Finds given usage. */
export interface GivenLookup {
  /** The quantity of the most specific selector that matches a resource; undefined when no selector states one. */
  ofResource(id: string, key: UsageKey): GivenQuantity | undefined;
  /** The quantity of data transfer; undefined when none is given. */
  ofNetwork(key: UsageKey): GivenQuantity | undefined;
}

interface Selected {
  readonly selector: string;
  readonly quantities: GivenQuantities;
  readonly isShared: boolean;
}

/** A template for which nothing is given. */
export const NOTHING_GIVEN: GivenLookup = { ofResource: () => undefined, ofNetwork: () => undefined };

/**
 * The given usage of a template. The most specific selector that has a quantity counts: a name of the resource, else the nearest
 * construct around it, else the longest pattern, else its type.
 */
export function givenLookup(given: GivenUsage, template: Template): GivenLookup {
  if (given.size === 0) return NOTHING_GIVEN;
  const patterns = [...given].filter(([selector]) => isPattern(selector)).sort(([a], [b]) => b.length - a.length);
  const tests = patterns.map(([selector, quantities]) => ({ selector, quantities, test: patternTest(selector) }));
  const selected = new Map<string, readonly Selected[]>();
  const names = new Map(template.resources.map((resource) => [resource.id, selectableNames(resource, template)]));

  const exact = (selectors: readonly string[], isShared: boolean): readonly Selected[] =>
    selectors.flatMap((selector) => {
      const quantities = given.get(selector);
      return quantities === undefined ? [] : [{ selector, quantities, isShared }];
    });
  const select = ({ own, around, type }: SelectableNames): readonly Selected[] => [
    ...exact(own, false),
    ...exact(around, true),
    ...tests.filter(({ test }) => own.some(test)).map((each) => ({ ...each, isShared: false })),
    ...exact([type], false),
    ...tests.filter(({ test }) => test(type)).map((each) => ({ ...each, isShared: false })),
  ];
  const selectedFor = (id: string): readonly Selected[] => {
    const known = selected.get(id);
    if (known !== undefined) return known;
    const resource = names.get(id);
    const found = resource === undefined ? [] : select(resource);
    selected.set(id, found);
    return found;
  };
  return {
    ofResource: (id, key) => firstWith(selectedFor(id), key),
    ofNetwork: (key) => firstWith(exact([NETWORK], true), key),
  };
}

function firstWith(selected: readonly Selected[], key: UsageKey): GivenQuantity | undefined {
  for (const { selector, quantities, isShared } of selected) {
    const quantity = quantities.get(key);
    if (quantity !== undefined) return { selector, quantity, isShared };
  }
  return undefined;
}

import type { Component } from '../model/component';
import type { Service } from '../model/service';
import type { Priced, SizesByCost } from './exchange';
import { type Choices, weightOf } from './select';

/**
 * Sizes that a chosen one can be exchanged for: a service has each number of instances from the fewest to twice the most that its
 * choices have, a data store all of its choices.
 */
export function exchangeableSizes(chosen: Priced<Component>, choices: Choices<Component>): SizesByCost<Component> {
  const { size } = chosen;
  const sorted = size.kind === 'service' ? instancesOf(size, chosen, choices) : choices;
  return [...sorted].sort((left, right) => weightOf(left) - weightOf(right));
}

function instancesOf(size: Service, { midUsd, highUsd }: Priced<Component>, choices: Choices<Component>): Priced<Component>[] {
  const { instances, ...rest } = size;
  const key = JSON.stringify(rest);
  const counts = choices.flatMap(({ size: other }) => {
    if (other.kind !== 'service') return [];
    const { instances: own, ...same } = other;
    return JSON.stringify(same) === key ? [own.expected ?? own.min] : [];
  });
  const expected = instances.expected ?? instances.min;
  const least = Math.min(expected, ...counts);
  const most = 2 * Math.max(expected, ...counts);
  return Array.from({ length: most - least + 1 }, (_, index) => {
    const count = least + index;
    const max = Math.max(count, instances.max === expected ? count : instances.max);
    return {
      size: { ...size, instances: { min: count, expected: count, max } },
      midUsd: (midUsd / expected) * count,
      highUsd: (highUsd / instances.max) * max,
    };
  });
}

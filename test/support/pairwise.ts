import type { Configuration } from './matrix';

/**
 * Configurations that contain each pair of choices of a system (tier and region, tier and option, option and region, two options)
 * of the list at least once. They are taken from the list and the others. For judges that take seconds for a template: their
 * findings concern one property of one resource, which depends on one choice or on two.
 */
export function pairwise(
  configurations: readonly Configuration[],
  others: readonly Configuration[] = [],
  ignored: readonly string[] = [],
): readonly Configuration[] {
  const open = new Set(configurations.flatMap((configuration) => pairsOf(configuration, ignored)));
  const pairs = new Map([...configurations, ...others].map((configuration) => [configuration, pairsOf(configuration, ignored)]));
  const chosen: Configuration[] = [];
  while (open.size > 0) {
    const [best] = [...pairs].reduce((left, right) => (openOf(right[1], open) > openOf(left[1], open) ? right : left));
    chosen.push(best);
    for (const pair of pairs.get(best) ?? []) open.delete(pair);
    pairs.delete(best);
  }
  return chosen;
}

function openOf(pairs: readonly string[], open: ReadonlySet<string>): number {
  return pairs.reduce((sum, pair) => (open.has(pair) ? sum + 1 : sum), 0);
}

/** All pairs of choices of a configuration but the ignored ones, as strings. A certificate is one choice, regardless of its region. */
export function pairsOf({ blueprint }: Configuration, ignored: readonly string[] = []): readonly string[] {
  const { certificate, budget: _budget, ...options } = blueprint.options;
  const choices = Object.entries({ tier: blueprint.tier.id, ...options, certificate: certificate !== undefined })
    .filter(([name]) => !ignored.includes(name))
    .map(([name, value]) => `${name}=${value}`);
  return choices.flatMap((left, index) => choices.slice(index + 1).map((right) => `${blueprint.system.id}: ${left}, ${right}`));
}

import type { Configuration } from './matrix';

/**
 * Some of the configurations, of which each pair of choices of a system that occurs anywhere (tier and region, tier and
 * option, option and region, two options) occurs in at least one. For judges that take a second a template: what they
 * find wrong is one property of one resource, which comes from one choice or from two that meet.
 */
export function pairwise(configurations: readonly Configuration[]): readonly Configuration[] {
  const pairs = new Map(configurations.map((configuration) => [configuration, pairsOf(configuration)]));
  const open = new Set([...pairs.values()].flat());
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

/** Every two choices of a configuration, as texts. A certificate is one choice, wherever it is from. */
export function pairsOf({ blueprint }: Configuration): readonly string[] {
  const { certificate, budget: _budget, ...options } = blueprint.options;
  const choices = Object.entries({ tier: blueprint.tier.id, ...options, certificate: certificate !== undefined }).map(
    ([name, value]) => `${name}=${value}`,
  );
  return choices.flatMap((left, index) => choices.slice(index + 1).map((right) => `${blueprint.system.id}: ${left}, ${right}`));
}

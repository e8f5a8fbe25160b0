import type { Configuration } from './matrix';

/**
 * A subset of the configurations that contains each pair of choices of a system (tier and region, tier and option, option and
 * region, two options) at least once. For judges that take 1 s/template: their findings concern one property of one resource,
 * which depends on one choice or on two.
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

/** All pairs of choices of a configuration, as strings. A certificate is one choice, whatever its region. */
export function pairsOf({ blueprint }: Configuration): readonly string[] {
  const { certificate, budget: _budget, ...options } = blueprint.options;
  const choices = Object.entries({ tier: blueprint.tier.id, ...options, certificate: certificate !== undefined }).map(
    ([name, value]) => `${name}=${value}`,
  );
  return choices.flatMap((left, index) => choices.slice(index + 1).map((right) => `${blueprint.system.id}: ${left}, ${right}`));
}

import type { CutSettings, SortedItem } from './cut';
import { unitPrices } from './lower-bound';
import { inOrder, PAIRINGS, type Pairing } from './orders';
import type { Partition } from './partition';
import { sumOf } from './resources';
import { boundOf, cheapestTwoRows, mayCutTogether, type TwoRows } from './two-rows';

/**
 * The cheapest way to cut pods into nodes as two rows, of all pairings; undefined if none is cheaper than the given price. Pods of
 * different zones or different candidate sets are in different rows. For pods without limits on a node.
 */
export function cutTogether(items: readonly SortedItem[], settings: Omit<CutSettings, 'limits'>, below: number): Partition | undefined {
  let best: Partition | undefined;
  for (const pairing of PAIRINGS) best = cutAs(pairing, items, settings, best?.cut.nanoUsd ?? below) ?? best;
  return best;
}

function cutAs(
  pairing: Pairing,
  items: readonly SortedItem[],
  { choices, sets }: Omit<CutSettings, 'limits'>,
  below: number,
): Partition | undefined {
  const nameOf = ({ zone, candidates }: SortedItem) => `${zone} ${candidates}`;
  const pairs = [...new Set(items.map(nameOf))].map((name): TwoRows => {
    const together = items.filter((item) => nameOf(item) === name);
    const own = sets
      .list(together[0]?.candidates ?? -1)
      .flatMap((index) => (choices[index] === undefined ? [] : [{ index, choice: choices[index] }]));
    return {
      first: inOrder(
        together.filter(({ item }) => pairing.isFirst(item)),
        pairing.first,
        () => [],
      ),
      second: inOrder(
        together.filter(({ item }) => !pairing.isFirst(item)),
        pairing.second,
        () => [],
      ),
      choices: own,
      prices: unitPrices(
        sumOf(together.map(({ item }) => item.requests)),
        own.map(({ choice }) => choice),
      ),
    };
  });
  if (!pairs.every(mayCutTogether)) return undefined;
  // The amount by which the nodes of all pairs may exceed their bounds.
  let rest = below - pairs.reduce((sum, pair) => sum + boundOf(pair), 0);
  const partitions: Partition[] = [];
  for (const pair of pairs) {
    const found = cheapestTwoRows(pair, boundOf(pair) + rest);
    if (found === undefined) return undefined;
    rest -= found.cut.nanoUsd - boundOf(pair);
    partitions.push(found);
  }
  const cut = joined(partitions);
  return cut.cut.nanoUsd < below ? cut : undefined;
}

/** The nodes of several partitions as one. */
function joined(partitions: readonly Partition[]): Partition {
  let start = 0;
  const segments = partitions.flatMap(({ row, cut }) => {
    const offset = start;
    start += row.length;
    return cut.segments.map(({ from, to, choice }) => ({ from: from + offset, to: to + offset, choice }));
  });
  return {
    row: partitions.flatMap(({ row }) => row),
    cut: { nanoUsd: partitions.reduce((sum, { cut }) => sum + cut.nanoUsd, 0), segments },
  };
}

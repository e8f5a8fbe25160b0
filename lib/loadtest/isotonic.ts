/** A measured value at a concurrency. */
export interface Reading {
  /** Concurrency of the measurement. */
  readonly concurrency: number;
  /** The measured value. */
  readonly value: number;
}

interface Block {
  readonly concurrencies: readonly number[];
  readonly value: number;
  readonly weight: number;
}

/**
 * Isotonic regression: the rising sequence with the least squared distance to the measurements. More users do not make responses
 * faster or errors rarer, so a falling measurement is noise and is averaged with the previous one. Measurements of the same
 * concurrency become one. In ascending order of concurrency.
 */
export function risingReadings(readings: readonly Reading[]): Reading[] {
  const blocks: Block[] = [];
  for (const { concurrencies, value, weight } of byConcurrency(readings)) {
    let block: Block = { concurrencies, value, weight };
    for (let last = blocks.at(-1); last !== undefined && last.value >= block.value; last = blocks.at(-1)) {
      blocks.pop();
      block = pooled(last, block);
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ concurrencies, value }) => concurrencies.map((concurrency) => ({ concurrency, value })));
}

function byConcurrency(readings: readonly Reading[]): Block[] {
  const blocks: Block[] = [];
  for (const { concurrency, value } of [...readings].sort((a, b) => a.concurrency - b.concurrency)) {
    const last = blocks.at(-1);
    const block = { concurrencies: [concurrency], value, weight: 1 };
    if (last?.concurrencies[0] === concurrency) blocks[blocks.length - 1] = { ...pooled(last, block), concurrencies: [concurrency] };
    else blocks.push(block);
  }
  return blocks;
}

function pooled(left: Block, right: Block): Block {
  const weight = left.weight + right.weight;
  return {
    concurrencies: [...left.concurrencies, ...right.concurrencies],
    value: (left.value * left.weight + right.value * right.weight) / weight,
    weight,
  };
}

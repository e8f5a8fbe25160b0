import { describe, expect, it, test } from 'vitest';
import { loadSystem } from '../../lib/answers/system-reference';
import { Demands, type Hold } from '../../lib/capacity/demand';
import { Samples } from '../../lib/capacity/samples';
import { uncertainFigures } from '../../lib/capacity/sensitivity/uncertain-figures';
import { inSample, type Vector } from '../../lib/capacity/vector';
import { InputError } from '../../lib/core/problems';
import type { OperationInput } from '../../lib/model/inputs';
import { parseInput } from '../../lib/model/parse';
import { System } from '../../lib/model/system';
import { TargetWorkload } from '../../lib/model/workload';
import { capsules } from '../../tiers';
import { shopForm, shopInput } from '../support/capacity';

const SAMPLES = 500;
const targetWorkload = parseInput(TargetWorkload, { concurrentUsers: 100 }, 'test');

type Demand = NonNullable<OperationInput['demands']>[number];

const HOLD = { low: 0.05, mid: 0.1, high: 0.2 };
const READS: Demand = {
  component: 'store',
  resource: 'connections',
  amount: { low: 0.6, mid: 0.75, high: 0.9 },
  seconds: HOLD,
  readOnly: true,
};
const WRITES: Demand = { component: 'store', resource: 'connections', amount: { low: 0.1, mid: 0.25, high: 0.4 }, seconds: HOLD };

/** The shop with other demands of its requests. */
function shopWith(demands: readonly Demand[]): unknown {
  const { requests } = shopInput.operations as Readonly<Record<string, OperationInput>>;
  return { ...shopInput, operations: { ...shopInput.operations, requests: { ...requests, demands } } };
}

function holdsOf(demands: readonly Demand[]): Hold[] {
  const system = parseInput(System, shopWith(demands), 'test');
  return new Demands(system, targetWorkload, new Samples({ sampleCount: SAMPLES }))
    .holdsIn(shopForm(4))
    .filter(({ operation }) => operation === 'requests');
}

/** The values of all samples. */
function each(vector: Vector | undefined): number[] {
  return Array.from({ length: SAMPLES }, (_, sample) => inSample(vector ?? Number.NaN, sample));
}

function sumsOf(holds: readonly Hold[]): number[] {
  const [reads = [], writes = []] = holds.map(({ amount }) => each(amount));
  return reads.map((share, sample) => share + (writes[sample] as number));
}

describe('demands that are drawn together', () => {
  test('are shares of one whole in every sample', () => {
    for (const sum of sumsOf(
      holdsOf([
        { ...READS, amountAs: 'reads' },
        { ...WRITES, restOf: 'reads' },
      ]),
    ))
      expect(sum).toBeCloseTo(1, 12);
  });

  test('are independent without a name: shares have sums from 0.7 to 1.3', () => {
    const sums = sumsOf(holdsOf([READS, WRITES]));
    expect(Math.min(...sums)).toBeLessThan(0.8);
    expect(Math.max(...sums)).toBeGreaterThan(1.2);
  });

  test('hold a connection of the pool as long as that of the server', () => {
    const named = holdsOf([READS, WRITES].map((demand): Demand => ({ ...demand, secondsAs: 'query' })));
    expect(each(named[0]?.seconds)).toEqual(each(named[1]?.seconds));
    const unnamed = holdsOf([READS, WRITES]);
    expect(each(unnamed[0]?.seconds)).not.toEqual(each(unnamed[1]?.seconds));
  });

  test('are one figure of those that decide an answer', () => {
    const demands = [
      { ...READS, amountAs: 'reads', secondsAs: 'query' },
      { ...WRITES, restOf: 'reads', secondsAs: 'query' },
    ];
    const system = parseInput(System, shopWith(demands), 'test');
    const names = uncertainFigures(system, targetWorkload, shopForm(4)).map(({ sampleName }) => sampleName);
    expect(names).toEqual(['requests amount of reads', 'requests seconds of query']);
  });

  test('are the requests that are reads or writes, with shares of operations that others include', () => {
    const users = parseInput(TargetWorkload, { concurrentUsers: 1_000 }, 'test');
    const { volumes } = new Demands(loadSystem(capsules), users, new Samples({ sampleCount: SAMPLES }));
    const [requests, reads, writes] = ['requests', 'reads', 'writes'].map((id) => each(volumes.get(id))) as [number[], number[], number[]];
    for (const [sample, all] of requests.entries()) expect((reads[sample] as number) + (writes[sample] as number)).toBeCloseTo(all, 9);
  });

  it('is high where the other is low, at the ends of the range too', () => {
    const samples = new Samples({ sampleCount: 10 }).withFixed('reads', 'low');
    expect(samples.draw('reads', { low: 0.6, mid: 0.75, high: 0.9 })).toBe(0.6);
    expect(samples.draw('reads', { low: 0.1, mid: 0.25, high: 0.4 }, true)).toBe(0.4);
  });
});

describe('names that draw nothing together are refused', () => {
  const path = 'operations.requests.demands';
  function problemsOf(demands: readonly Demand[]): string {
    try {
      parseInput(System, shopWith(demands), 'test');
    } catch (error) {
      if (error instanceof InputError) return error.message;
      throw error;
    }
    return '';
  }

  test.each<[string, Demand[], string]>([
    [
      'an amount that no other demand names',
      [{ ...READS, amountAs: 'reads' }],
      `${path}.0.amountAs: invalid value "reads"; expected a name`,
    ],
    [
      'seconds that no other demand names',
      [{ ...READS, secondsAs: 'query' }],
      `${path}.0.secondsAs: invalid value "query"; expected a name`,
    ],
    [
      'the rest of an unknown amount',
      [
        { ...READS, amountAs: 'reads' },
        { ...WRITES, restOf: 'reeds' },
        { ...READS, amountAs: 'reads' },
      ],
      `${path}.1.restOf: invalid value "reeds"; expected reads. Did you mean "reads"?`,
    ],
    [
      'shares that do not have one sum',
      [
        { ...READS, amountAs: 'reads' },
        { ...WRITES, amount: { low: 0.1, mid: 0.2, high: 0.4 }, restOf: 'reads' },
      ],
      `${path}.1.restOf: invalid value "reads"; expected ranges with one sum, not 1 at low, 0.95 at mid and 1 at high`,
    ],
  ])('%s', (_title, demands, expected) => {
    expect(problemsOf(demands)).toContain(expected);
    expect(
      problemsOf(demands)
        .split('\n')
        .filter((line) => line.includes(': ')),
    ).toHaveLength(1);
  });
});

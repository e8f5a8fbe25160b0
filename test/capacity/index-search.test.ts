import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Demands } from '../../lib/capacity/demand';
import { searchSeconds } from '../../lib/capacity/index-search';
import { latenciesOf } from '../../lib/capacity/latency/latency';
import { rangeOf } from '../../lib/capacity/range';
import { Samples } from '../../lib/capacity/samples';
import { parseInput } from '../../lib/model/parse';
import { TargetWorkload } from '../../lib/model/workload';
import { shopForm } from '../support/capacity';
import { shopWith, source } from '../support/latency';

/** AIVA capacity plan 1.0, November 2025, scan search: the mids of 50–150 ms, 200–500 ms and 1–3 s. */
const SCAN = [
  { vectors: 1_000, seconds: Math.sqrt(0.05 * 0.15) },
  { vectors: 10_000, seconds: Math.sqrt(0.2 * 0.5) },
  { vectors: 100_000, seconds: Math.sqrt(1 * 3) },
];

describe('seconds of a search in an index', () => {
  it.each([
    [1_000, 0.0866],
    [10_000, 0.3162],
    [100_000, 1.7321],
  ])('are those of the document with %d vectors', (vectors, seconds) => {
    expect(searchSeconds(SCAN, 'exact', vectors)).toBeCloseTo(seconds, 4);
  });

  it('are a power of the number between two points: halfway on a logarithmic scale, their geometric mean', () => {
    expect(searchSeconds(SCAN, 'exact', Math.sqrt(1_000 * 10_000))).toBeCloseTo(Math.sqrt(0.0866 * 0.3162), 4);
  });

  it('are those of the first point with fewer vectors, and without any', () => {
    expect(searchSeconds(SCAN, 'exact', 10)).toBe(SCAN[0]?.seconds);
    expect(searchSeconds(SCAN, 'hnsw', 0)).toBe(SCAN[0]?.seconds);
  });

  it('are twice as long with twice as many vectors than those of the last point, where each is compared', () => {
    // The large tier of the document has bases of 200,000 vectors.
    expect(searchSeconds(SCAN, 'exact', 200_000)).toBeCloseTo(2 * 1.7321, 3);
  });

  it('are one fifth longer with ten times as many vectors in a graph (Malkov and Yashunin: logarithmic): ln 10⁶ ÷ ln 10⁵', () => {
    expect(searchSeconds(SCAN, 'hnsw', 1_000_000)).toBeCloseTo(1.7321 * (6 / 5), 3);
    expect(searchSeconds([{ vectors: 1, seconds: 0.01 }], 'hnsw', 1)).toBe(0.01);
  });

  it('never fall with more vectors', () => {
    const vectors = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(vectors, vectors, fc.constantFrom('exact' as const, 'hnsw' as const), (one, other, index) => {
        const [fewer, more] = [Math.min(one, other), Math.max(one, other)];
        expect(searchSeconds(SCAN, index, fewer)).toBeLessThanOrEqual(searchSeconds(SCAN, index, more) * (1 + 1e-12));
      }),
    );
  });
});

describe('a search in one of several indexes', () => {
  const session = { kind: 'session', demands: [{ component: 'api', resource: 'memory', amount: 0 }] };
  const search = {
    index: 'exact',
    stored: 'documents',
    vectorsEach: 10,
    indexes: 'bases',
    points: [
      { vectors: 1_000, seconds: 0.1 },
      { vectors: 10_000, seconds: 0.3 },
    ],
  };
  const system = shopWith({
    documents: session,
    bases: session,
    searches: { seconds: { amount: 0.4, source }, demands: [{ component: 'api', resource: 'processor', amount: 0.5, search }] },
  });
  const workload = (documents: number) => parseInput(TargetWorkload, { operations: { documents, bases: 10, searches: '0.001/h' } }, 'test');
  const simulation = { sampleCount: 10 };

  it.each([
    ['10,000 documents of 10 chunks in 10 bases are 10,000 vectors in each', 10_000, 0.3],
    ['1,000 documents are 1,000 vectors in each', 1_000, 0.1],
    ['100,000 documents are 100,000 vectors in each', 100_000, 3],
  ])('%s', (_, documents, seconds) => {
    const demands = new Demands(system, workload(documents), new Samples(simulation));
    const searches = demands.of(shopForm(4)).find(({ resource }) => resource === 'processor');
    expect(rangeOf(searches?.operations[0]?.perUnit ?? 0).mid).toBeCloseTo(0.5 * seconds);
    // The seconds of the operation contain those of the first point.
    const latency = latenciesOf(system, shopForm(4), workload(documents), simulation).find(({ operation }) => operation === 'searches');
    expect(latency?.p50Seconds?.mid).toBeCloseTo((0.4 + seconds - 0.1) * Math.log(2), 3);
  });
});

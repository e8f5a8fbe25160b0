import { expect, test } from 'vitest';
import { offersIn } from '../../lib/catalog/offers';
import type { CostBound, Design } from '../../lib/design/design';
import { designTier } from '../../lib/design/design-tier';
import type { TierInput } from '../../lib/model/inputs';
import { Options } from '../../lib/model/options';
import { parseInput } from '../../lib/model/parse';
import { System } from '../../lib/model/system';
import { TargetWorkload } from '../../lib/model/workload';
import { shopInput } from '../support/capacity';
import { source } from '../support/latency';

/** vCPU and memory of an instance, as a document states them for a tier. */
type Size = readonly [vcpu: number, memoryGib: number];

const API: readonly Size[] = [
  [0.5, 1],
  [1, 2],
  [2, 4],
];
const WORKER: readonly Size[] = [
  [0.25, 2],
  [1, 3],
  [2, 3],
];

/** A system with a tier of each pair of sizes, whose services share nodes. */
function systemOf(pairs: readonly (readonly [Size, Size])[]): System {
  const { baseLoads: _base, tiers, ...rest } = shopInput;
  const [tier] = tiers as readonly [TierInput];
  const service = ([vcpu, memoryGib]: Size) => ({
    kind: 'service' as const,
    instances: { min: 1, max: 2 },
    vcpu,
    memoryGib,
    scaling: { cpuPercent: 60 },
  });
  const seconds: Readonly<Record<string, readonly [number, number]>> = { api: [0.02, 0.06], worker: [0.01, 0.05] };
  return System.parse({
    ...rest,
    operations: {
      requests: {
        name: 'request',
        kind: 'event',
        counts: 'http-requests',
        usual: { amount: 0, source },
        demands: Object.entries(seconds).map(([component, each]) => ({
          component,
          resource: 'processor',
          amount: 1,
          seconds: each,
          source,
        })),
      },
    },
    withoutLimit: ['files', 'store'].map((component) => ({ component, reason: 'a test' })),
    tiers: pairs.map(([api, worker], index) => ({
      ...tier,
      id: `pair-${index}`,
      components: {
        ...tier.components,
        api: service(api),
        worker: service(worker),
        nodes: { kind: 'node-pool', runs: ['api', 'worker'] },
      },
    })),
  });
}

function designOf(pairs: readonly (readonly [Size, Size])[], perSecond: number): Design {
  const system = systemOf(pairs);
  const result = designTier({
    system,
    base: system.tiers[0] as System['tiers'][number],
    id: 'made',
    options: parseInput(Options, {}, 'options'),
    offers: offersIn('us-east-1'),
    targetWorkload: parseInput(TargetWorkload, { operations: { requests: `${perSecond}/s` } }, 'workload'),
    confidence: 0.9,
    simulation: { sampleCount: 500 },
  });
  if (!('design' in result)) throw new Error('the services have sizes for every rate');
  return result.design;
}

const boundOf = ({ bound }: Design): CostBound => bound as CostBound;

/** At 48/s, the sizes with the cheapest parts of nodes leave vCPUs of the nodes unused: these cost 8% more than those that fill them. */
test.each([10, 48])('whole nodes for %d requests/s cost at most as much as with any pair of sizes, and at least the bound', (perSecond) => {
  const pairs = API.flatMap((api) => WORKER.map((worker) => [api, worker] as const));
  const cheapest = Math.min(...pairs.map((pair) => boundOf(designOf([pair], perSecond)).sizedUsd));
  const { sizedUsd, leastUsd } = boundOf(designOf(pairs, perSecond));
  expect(sizedUsd).toBeCloseTo(cheapest, 2);
  expect(leastUsd).toBeLessThanOrEqual(cheapest);
});

/** A system with work that only its GPU service does. */
import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { designTierFor } from '../../lib/answers/design';
import { recommendTier } from '../../lib/answers/recommend';
import { loadSystem } from '../../lib/answers/system-reference';
import type { ServiceInput } from '../../lib/model/inputs';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { billFor } from '../support/synthesized';

const clips: SystemDefinition = {
  id: 'clips',
  operations: {
    uploads: {
      name: 'upload',
      kind: 'event',
      usual: { amount: 1, every: 'day' },
      demands: [
        { component: 'api', resource: 'processor', amount: 1, seconds: 2 },
        { component: 'transcoder', resource: 'slots', amount: 1, seconds: 60 },
      ],
    },
  },
  tiers: [
    {
      id: 'beta',
      workload: { concurrentUsers: 500 },
      gpu: {
        default: 't4',
        id: 'transcoder',
        service: {
          kind: 'service',
          instances: { min: 1, max: 4 },
          vcpu: 3,
          memoryGib: 12,
          gpus: 1,
          worksOn: 'jobs',
          limits: [{ resource: 'slots', amount: 2, source: 'test' }],
        },
      },
      components: {
        api: { kind: 'service', instances: { min: 1, max: 2 }, vcpu: 1, memoryGib: 2, uses: ['jobs'] },
        nodes: { kind: 'node-pool', runs: ['api'] },
        jobs: { kind: 'queue', messages: 'uploads' },
      },
    },
  ],
};
const workload = { concurrentUsers: 500 };
const estimator = (blueprint: Parameters<typeof billFor>[0]) => billFor(blueprint).estimate;

describe('work that only a GPU does', () => {
  test('is on a GPU in the recommended tier', () => {
    const answer = recommendTier({ system: clips, workload, design: false }, estimator);
    expect(answer.recommendation.chosen?.assessment.candidate.options).toMatchObject({ gpu: 't4' });
  });

  test('costs as many instances as the load needs', () => {
    const costOf = (uploads: string) => {
      const request = { system: clips, workload: { ...workload, operations: { uploads } }, design: false };
      return recommendTier(request, estimator).recommendation.chosen?.assessment.monthlyUsd;
    };
    const [idle, busy] = [costOf('1/day'), costOf('6/min')];
    // 0.1 uploads/s × 60 s = 6 slots, at most 80% of 2 slots each: 3.75 instances. A g4dn.xlarge is $0.526/h, its 100 GiB of gp3 $8/month.
    expect((busy?.mid ?? 0) - (idle?.mid ?? 0)).toBeCloseTo(3 * (0.526 * 730 + 100 * 0.08), 0);
    expect((busy?.low ?? 0) - (idle?.low ?? 0)).toBeCloseTo(0, 0);
  });

  test('is on a GPU in a right-sized tier', () => {
    const { changes = [] } = designTierFor({ system: clips, workload }, estimator).design ?? {};
    expect(changes).toContainEqual(expect.objectContaining({ component: 'transcoder' }));
    expect(changes).not.toContainEqual(expect.objectContaining({ to: 'none' }));
  });

  test('is an error without a GPU, which names the service', () => {
    expect(() => recommendTier({ system: clips, workload, options: { gpu: 'none' } }, estimator)).toThrow(
      'tiers.beta.components: unknown capacity of transcoder, which tier beta does not have with these options; expected options with which the tier has it, or `with: transcoder` in demands that count only there',
    );
  });
});

describe('services with several GPU models', () => {
  const service = (changes: Partial<ServiceInput>): ServiceInput => ({
    kind: 'service',
    instances: { min: 1, max: 2 },
    vcpu: 3,
    memoryGib: 12,
    ...changes,
  });
  const voice = (tier: Partial<SystemDefinition['tiers'][number]>, components: Record<string, ServiceInput>): SystemDefinition => ({
    id: 'voice',
    tiers: [
      {
        id: 'beta',
        ...tier,
        components: {
          api: service({ vcpu: 0.5, memoryGib: 1, ports: [{ port: 8080, protocol: 'http' }], uses: Object.keys(components) }),
          nodes: { kind: 'node-pool', runs: ['api'] },
          ...components,
        },
      },
    ],
  });
  const port = { ports: [{ port: 8000, protocol: 'http' as const }] };
  const [speech, model] = [service({ gpus: 1, ...port }), service({ gpus: 1, gpu: 'a10g', ...port })];
  const system = voice({ gpu: { default: 't4' }, singleHost: true }, { speech, model });
  const poolsOf = (definition: SystemDefinition, options = {}) =>
    Object.fromEntries(
      Object.values(blueprintFor({ system: definition, ...options }).components).flatMap((component) =>
        component.kind === 'node-pool' && component.gpu !== undefined
          ? [[component.id, [component.gpu.model, component.instanceType]]]
          : [],
      ),
    );

  test('run on a node pool for each model, of which the option changes that of the tier', () => {
    expect(poolsOf(system)).toEqual({ 'gpu-nodes': ['t4', 'g4dn.xlarge'], 'gpu-nodes-a10g': ['a10g', 'g5.xlarge'] });
    expect(poolsOf(system, { gpu: 'l4' })).toEqual({ 'gpu-nodes': ['l4', 'g6.xlarge'], 'gpu-nodes-a10g': ['a10g', 'g5.xlarge'] });
    expect(poolsOf(system, { platform: 'kubernetes' })).toMatchObject({
      'gpu-nodes': ['t4', undefined],
      'gpu-nodes-a10g': ['a10g', undefined],
    });
  });

  test('cost the instances of both', () => {
    const hours = billFor(blueprintFor({ system })).estimate.lineItems.flatMap(({ component, name, unitPriceUsd }) =>
      name.startsWith('Instance hours') && component.startsWith('gpu-nodes') ? [[component, unitPriceUsd.toNumber()]] : [],
    );
    // AWS Price List, us-east-1, Linux on demand: g4dn.xlarge $0.526 and g5.xlarge $1.006 an hour.
    expect(Object.fromEntries(hours)).toEqual({ 'gpu-nodes': 0.526, 'gpu-nodes-a10g': 1.006 });
  });

  test('need no model of the tier if each states its own', () => {
    const own = voice({}, { speech: { ...speech, gpu: 't4' }, model });
    expect(Object.keys(poolsOf(own))).toEqual(['gpu-nodes-t4', 'gpu-nodes-a10g']);
    expect(() => blueprintFor({ system: own, gpu: 'l4' })).toThrow(
      'gpu: invalid value "l4"; expected no value: speech, model of tier beta of voice state their own models',
    );
  });

  test('do not share a host or a node pool, and need a region that sells each model', () => {
    expect(() => blueprintFor({ system, topology: 'single-host' })).toThrow(
      'one host has one GPU model, and the services need t4 and a10g',
    );
    expect(() => blueprintFor({ system, region: 'ap-southeast-1' })).toThrow('components.model.gpu: invalid value "a10g"');
    const pool = { kind: 'node-pool' as const, runs: ['speech', 'model'] };
    const [beta] = system.tiers;
    expect(() => loadSystem({ ...system, tiers: [{ ...beta, id: 'beta', components: { ...beta?.components, pool } }] })).toThrow(
      'tiers.0.components.pool.runs: they need gpu.default and a10g; expected services of one GPU model',
    );
  });
});

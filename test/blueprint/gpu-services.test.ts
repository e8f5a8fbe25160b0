/** Tiers in which several services have GPUs. */
import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { gpusOf } from '../../lib/answers/capacity-question';
import { loadSystem } from '../../lib/answers/system-reference';
import { InputError } from '../../lib/core/problems';
import type { ComponentInput, GpuWorkInput, OptionsInput } from '../../lib/model/inputs';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { billFor } from '../support/synthesized';

const API: ComponentInput = {
  kind: 'service',
  instances: { min: 1, max: 2 },
  vcpu: 0.5,
  memoryGib: 1,
  ports: [{ port: 8080, protocol: 'http' }],
  uses: ['model', 'speech'],
};

/** A g5.xlarge has one A10G, 4 vCPUs and 16 GiB: https://aws.amazon.com/ec2/instance-types/g5/. */
function withGpu(vcpu: number, memoryGib: number): ComponentInput {
  return { kind: 'service', instances: { min: 1, max: 2 }, vcpu, memoryGib, gpus: 1, ports: [{ port: 9000, protocol: 'tcp' }] };
}

const COMPONENTS: Readonly<Record<string, ComponentInput>> = {
  api: API,
  model: withGpu(3, 12),
  speech: withGpu(2, 8),
  nodes: { kind: 'node-pool', runs: ['api'] },
  entry: { kind: 'load-balancer', type: 'application', target: 'api' },
};

function systemWith(components: Readonly<Record<string, ComponentInput>> = COMPONENTS, gpu?: GpuWorkInput): SystemDefinition {
  return { id: 'talk', tiers: [{ id: 'pilot', components, ...(gpu !== undefined && { gpu }) }] };
}

const TALK = systemWith(COMPONENTS, { default: 'a10g' });

const blueprintOf = (system: SystemDefinition, options: OptionsInput = {}) => blueprintFor({ system, tier: 'pilot', ...options });

function problemsOf(system: SystemDefinition, options: OptionsInput = {}): string[] {
  try {
    blueprintOf(system, options);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ path, reason, expected }) => `${path}: ${reason ?? expected}`);
    throw error;
  }
}

describe('services with GPUs', () => {
  it('share the nodes of the model of the tier, one GPU each', () => {
    const { components } = blueprintOf(TALK);
    expect(components['gpu-nodes']).toMatchObject({
      instanceType: 'g5.xlarge',
      gpu: { model: 'a10g', count: 1 },
      nodes: { min: 2, expected: 2 },
    });
    expect(components.nodes).not.toHaveProperty('gpu');
  });

  it('have nodes with several GPUs if these cost less', () => {
    // Two instances of 0.5 vCPUs and 2 GiB: 2 × $0.526/h for g4dn.xlarge, which no instance type with several T4 undercuts.
    const small = { ...COMPONENTS, model: withGpu(0.5, 2), speech: withGpu(0.5, 2) };
    expect(blueprintOf(systemWith(small, { default: 't4' })).components['gpu-nodes']).toMatchObject({
      instanceType: 'g4dn.xlarge',
      nodes: { expected: 2 },
    });
  });

  it('cost their nodes in the estimate', () => {
    const costOf = (components: Readonly<Record<string, ComponentInput>>) =>
      billFor(blueprintOf(systemWith(components, { default: 'a10g' }))).estimate.monthlyUsd.mid.toNumber();
    const { speech, ...rest } = COMPONENTS;
    const alone = { ...rest, api: { ...API, uses: ['model'] } as ComponentInput };
    // A g5.xlarge is $1.006/h (https://aws.amazon.com/ec2/pricing/on-demand/), its 100 GiB of gp3 $8/month; alarms of the service are below $2.
    const added = costOf(COMPONENTS) - costOf(alone);
    expect(added).toBeGreaterThan(1.006 * 730 + 8);
    expect(added).toBeLessThan(1.006 * 730 + 8 + 2);
  });

  it('run in a pool of the tier that contains them', () => {
    const pooled: Readonly<Record<string, ComponentInput>> = { ...COMPONENTS, models: { kind: 'node-pool', runs: ['model', 'speech'] } };
    const { components, idlePools } = blueprintOf(systemWith(pooled, { default: 'a10g' }));
    expect(components.models).toMatchObject({ instanceType: 'g5.xlarge', gpu: { model: 'a10g' } });
    expect([Object.keys(components), idlePools]).not.toContainEqual(expect.arrayContaining(['gpu-nodes']));
  });

  it.each(['ecs', 'eks', 'kubernetes'] as const)('have nodes with platform=%s', (platform) => {
    expect(blueprintOf(TALK, { platform }).components['gpu-nodes']).toMatchObject({ gpu: { model: 'a10g' } });
  });

  it('run on instances where other services run on Fargate', () => {
    const pools = Object.values(blueprintOf(TALK, { compute: 'fargate' }).components).filter(({ kind }) => kind === 'node-pool');
    expect(pools.map(({ id }) => id)).toEqual(['gpu-nodes']);
  });

  it('leave no candidate without a GPU', () => {
    const system = loadSystem(TALK);
    expect(system.tiers.flatMap((tier) => gpusOf(system, tier, {}))).toEqual(['a10g']);
  });
});

describe('problems of services with GPUs', () => {
  const gained = { kind: 'service', instances: { min: 1, max: 1 }, vcpu: 1, memoryGib: 2 } as const;
  const { model: _model, speech: _speech, ...rest } = COMPONENTS;
  const without = { ...rest, api: { ...API, uses: [] } as ComponentInput };

  it.each<[string, SystemDefinition, OptionsInput, string[]]>([
    [
      'no model',
      systemWith(),
      {},
      ['model', 'speech'].map(
        (id) =>
          `tiers.0.components.${id}.gpus: 0, or the GPU model in gpu of the service, such as gpu: l4, or in gpu of the tier, such as gpu: { default: l4 }`,
      ),
    ],
    [
      'the model none',
      systemWith(COMPONENTS, { default: 'none' }),
      {},
      ['tiers.0.gpu.default: a GPU model: gpus is above 0 in model, speech'],
    ],
    ['the option gpu=none', TALK, { gpu: 'none' }, ['gpu: a GPU model: model, speech of tier pilot have gpus']],
    ['a model without a service', systemWith(without, { default: 't4' }), {}, ['tiers.0.gpu: no service has GPUs']],
    [
      'callers and an id without gpu.service',
      systemWith(COMPONENTS, { default: 't4', id: 'captions', usedBy: ['api'] }),
      {},
      ['tiers.0.gpu.id: there is no gpu.service', 'tiers.0.gpu.usedBy: there is no gpu.service'],
    ],
    [
      'gpu.service without GPUs, and references to nothing',
      systemWith(without, { default: 't4', usedBy: ['apo'], service: { ...gained, uses: ['databse'] } }),
      {},
      ['tiers.0.gpu.usedBy.0: api', 'tiers.0.gpu.service.uses.0: api', 'tiers.0.gpu.service.gpus: the GPUs of one instance, at least 1'],
    ],
    [
      'uses of gpu.service',
      systemWith(
        { ...without, api: { ...API, uses: ['captions'] } as ComponentInput },
        { default: 't4', id: 'captions', service: { ...gained, gpus: 1 } },
      ),
      {},
      ['tiers.0.components.api.uses.0: captions is gpu.service, which the tier has only with a GPU'],
    ],
    [
      'a pool with and without GPUs',
      systemWith({ ...COMPONENTS, nodes: { kind: 'node-pool', runs: ['api', 'model'] } }, { default: 't4' }),
      {},
      ['tiers.0.components.nodes.runs: api without GPUs runs on the nodes of model'],
    ],
    [
      'a cluster without nodes for system pods',
      systemWith({ model: withGpu(1, 2) }, { default: 't4' }),
      { platform: 'eks' },
      ['platform: ecs or kubernetes: all services have GPUs, and system pods such as CoreDNS need nodes without GPUs'],
    ],
  ])('%s', (_name, system, options, problems) => {
    expect(problemsOf(system, options)).toEqual(problems);
  });
});

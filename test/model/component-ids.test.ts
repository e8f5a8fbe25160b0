import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { loadSystem } from '../../lib/answers/system-reference';
import { BlueprintStack } from '../../lib/aws/blueprint-stack';
import { InputError, problemText } from '../../lib/core/problems';
import type { ComponentInput, TierInput } from '../../lib/model/inputs';

const API: ComponentInput = {
  kind: 'service',
  instances: { min: 1, max: 1 },
  vcpu: 0.25,
  memoryGib: 0.5,
  ports: [{ port: 8080, protocol: 'http' }],
};
const FILES: ComponentInput = { kind: 'bucket', storageGib: 1 };

function problemsOf(...tiers: readonly TierInput[]): string[] {
  try {
    loadSystem({ id: 'shop', tiers });
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(problemText);
    throw error;
  }
  return [];
}

const tierWith = (components: Readonly<Record<string, ComponentInput>>, more: Partial<TierInput> = {}): TierInput => ({
  id: 'small',
  components,
  ...more,
});

describe('component ids', () => {
  it('are refused if they are names of parts that every stack or chart has', () => {
    const ids = ['network', 'cluster', 'observability', 'backup-storage', 'namespace', 'shared', 'monitoring', 'data-nodes'];
    expect(problemsOf(tierWith(Object.fromEntries(ids.map((id) => [id, FILES]))))).toEqual(
      ids.map((id) => expect.stringMatching(`^tiers.0.components.${id}: ${id} is the name of .*; expected another id of the component$`)),
    );
  });

  it('cover all constructs of a stack, on ECS and on EKS', () => {
    for (const platform of ['ecs', 'eks'] as const) {
      const blueprint = blueprintFor({ system: 'aiva', tier: 'small', platform, ...(platform === 'eks' && { dataStores: 'statefulset' }) });
      const stack = new BlueprintStack(new App(), undefined, { blueprint, chartObjects: () => [] });
      const others = stack.node.children
        .map(({ node }) => node.id)
        .filter((id) => /^[a-z0-9-]+$/.test(id) && !(id in blueprint.components));
      const free = others.filter((id) => !blueprint.idlePools.includes(id) && problemsOf(tierWith({ [id]: FILES })).length === 0);
      expect(others.length).toBeGreaterThan(2);
      expect(free).toEqual([]);
    }
  });

  it('are refused if an option adds a component of that id to a tier of the system', () => {
    const gpu = { default: 'none', service: { ...API, gpus: 1 } } as const;
    expect(problemsOf(tierWith({ 'gpu-nodes': FILES, 'image-worker': FILES }, { gpu }))).toEqual([
      'tiers.0.components.gpu-nodes: gpu-nodes is the name of the node pool of services with GPUs; expected another id of the component',
      'tiers.0.components.image-worker: image-worker is the service of the option gpu (gpu.id); expected another id of the component',
    ]);
    expect(problemsOf(tierWith({ host: FILES }, { singleHost: true }))).toEqual([expect.stringContaining('topology=single-host')]);
    expect(problemsOf(tierWith({ host: FILES, 'gpu-nodes': FILES, 'image-worker': FILES }))).toEqual([]);
  });

  it('are refused if another tier has a node pool of that id', () => {
    const small = tierWith({ workers: FILES });
    const large = tierWith({ api: API, workers: { kind: 'node-pool', runs: ['api'] } }, { id: 'large' });
    expect(problemsOf(small, large)).toEqual([
      'tiers.0.components.workers: workers is a node pool in tier large, and the stack of every tier has that pool; expected another id of the component',
    ]);
  });

  it('are refused if their stack outputs have the names of those of another component', () => {
    expect(problemsOf(tierWith({ 'files-1': FILES, files1: FILES, 'files-2': FILES }))).toEqual([
      'tiers.0.components.files1: stack outputs of files1 have the same names as those of files-1; expected another id of the component',
    ]);
  });
});

describe('references without a target', () => {
  const nodes: ComponentInput = { kind: 'node-pool', runs: ['api'] };
  const problemsIn = (components: Readonly<Record<string, ComponentInput>>, options: Record<string, unknown> = {}) => {
    try {
      blueprintFor({ system: { id: 'shop', tiers: [tierWith(components)] }, tier: 'small', ...options });
    } catch (error) {
      if (error instanceof InputError) return error.problems.map(problemText);
      throw error;
    }
    return [];
  };

  it.each([
    ['application', [], 'has no port with the protocol http; expected a service with a port with the protocol http'],
    [
      'application',
      [{ port: 5060, protocol: 'tcp' }],
      'has no port with the protocol http; expected a service with a port with the protocol http, or type: network',
    ],
    ['network', [], 'has no port; expected a service with a port'],
  ] as const)('are refused in a load balancer of type %s with the ports %j', (type, ports, text) => {
    const api = { ...API, ports };
    expect(problemsIn({ api, nodes, entry: { kind: 'load-balancer', type, target: 'api' } })).toEqual([
      `tiers.0.components.entry.target: the service api ${text}`,
    ]);
  });

  it('are refused in settings of HTTP connections of a network load balancer', () => {
    const api = { ...API, ports: [{ port: 5060, protocol: 'tcp' as const }] };
    const settings = { stickySessions: true, idleTimeoutSeconds: 300 };
    expect(problemsIn({ api, nodes, entry: { kind: 'load-balancer', type: 'network', target: 'api', ...settings } })).toEqual([
      'tiers.0.components.entry.stickySessions: only type: application has it; expected no value, or type: application',
      'tiers.0.components.entry.idleTimeoutSeconds: only type: application has it; expected no value, or type: application',
    ]);
  });

  it('are refused in a service that calls a service without ports, or scales with a queue that it does not work on', () => {
    const api = { ...API, uses: ['worker'] };
    const worker = { ...API, ports: [], scaling: { queueDepthPerInstance: 5 } };
    expect(problemsIn({ api, worker, nodes: { kind: 'node-pool', runs: ['api', 'worker'] } })).toEqual([
      'tiers.0.components.api.uses.0: the service worker has no ports; expected a service with a port, or no entry',
      'tiers.0.components.worker.scaling.queueDepthPerInstance: the service works on no queue; expected no value, or the queue in worksOn',
    ]);
  });

  it('are refused in a node pool that runs nothing, and in a service that no node pool runs', () => {
    expect(problemsOf(tierWith({ nodes: { kind: 'node-pool', runs: [] } }))).toEqual([
      expect.stringContaining('tiers.0.components.nodes.runs'),
    ]);
    expect(problemsIn({ api: API }, { compute: 'ec2' })).toEqual([
      'components.api: is in no node pool; expected a node pool that runs the service, such as nodes: { kind: node-pool, runs: [api] }, or compute=fargate',
    ]);
    expect(problemsIn({ api: API })).toEqual([]);
  });

  it('are no database that no service uses', () => {
    expect(problemsIn({ api: API, nodes, database: { kind: 'database', engine: 'mysql', vcpu: 2, memoryGib: 4, storageGib: 20 } })).toEqual(
      [],
    );
  });
});

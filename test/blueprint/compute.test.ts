import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { OptionsInput, SystemInput } from '../../lib/model/inputs';

const API = { kind: 'service', instances: { min: 1, max: 2 }, vcpu: 0.5, memoryGib: 1 } as const;
const VECTORS = { kind: 'vector-store', vcpu: 1, memoryGib: 2, storageGib: 10 } as const;

/** A system with a service, and a node pool that runs some components. */
function systemWith(runs: readonly string[], compute?: SystemInput['compute']): SystemInput {
  const components: SystemInput['tiers'][number]['components'] = {
    api: API,
    ...(runs.includes('vectors') && { vectors: VECTORS }),
    ...(runs.length > 0 && { nodes: { kind: 'node-pool', runs } }),
  };
  return { id: 'site', ...(compute && { compute }), tiers: [{ id: 'start', singleHost: true, components }] };
}

describe('the compute of a tier', () => {
  test.each<[expected: 'ec2' | 'fargate', runs: readonly string[], compute: SystemInput['compute'], options: OptionsInput]>([
    ['ec2', ['api'], undefined, {}],
    ['fargate', [], undefined, {}],
    ['fargate', ['vectors'], undefined, {}],
    ['fargate', ['api'], 'fargate', {}],
    ['ec2', ['api'], 'fargate', { compute: 'ec2' }],
    ['fargate', ['api'], 'ec2', { compute: 'fargate' }],
    ['ec2', ['api'], 'fargate', { platform: 'eks' }],
    ['ec2', ['api'], 'fargate', { platform: 'kubernetes' }],
    ['ec2', ['api'], 'fargate', { topology: 'single-host' }],
  ])('is %s with a node pool of %j, a definition of %s and the options %j', (expected, runs, compute, options) => {
    const { options: resolved, components } = blueprintFor({ system: systemWith(runs, compute), ...options });
    expect(resolved.compute).toBe(expected);
    expect(components.api).toHaveProperty('kind', 'service');
  });

  test('a definition with ec2, and other platforms, require a node pool', () => {
    const problem = (pool: string) => `components.api: is in no node pool; expected a node pool that runs the service, such as ${pool}`;
    const none = problem('nodes: { kind: node-pool, runs: [api] }');
    expect(() => blueprintFor({ system: systemWith([], 'ec2') })).toThrow(`${none}, or compute=fargate`);
    expect(() => blueprintFor({ system: systemWith([]), platform: 'kubernetes' })).toThrow(
      expect.objectContaining({ message: `invalid tier site/start\n  ${none}` }),
    );
    expect(() => blueprintFor({ system: systemWith(['vectors']), platform: 'kubernetes' })).toThrow(problem('nodes with api in `runs`'));
  });

  // The volume of a vector store is attached to a node: Fargate has none, and the single host runs only services, databases and caches.
  test.each<[options: OptionsInput, expected: string]>([
    [{}, 'a node pool that runs the vector store: its volume is attached to a node'],
    [{ compute: 'fargate' }, 'a node pool that runs the vector store: its volume is attached to a node'],
    [{ topology: 'single-host' }, 'topology=managed: the single host runs no vector store'],
  ])('a vector store in no node pool is refused with the options %j', (options, expected) => {
    const components = { api: API, vectors: VECTORS, nodes: { kind: 'node-pool', runs: ['api'] } } as const;
    const system: SystemInput = { id: 'site', tiers: [{ id: 'start', singleHost: true, components }] };
    expect(() => blueprintFor({ system, ...options })).toThrow(`components.vectors: is in no node pool; expected ${expected}`);
  });
});

import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { InputError, problemText } from '../../lib/core/problems';

function nodesOf(options: Record<string, unknown>) {
  const pool = blueprintFor({ system: 'aiva', tier: 'large', ...options }).components.nodes;
  if (pool?.kind !== 'node-pool') throw new Error('nodes is not a node pool');
  return { instanceType: pool.instanceType, nodes: pool.nodes };
}

function problemsOf(poolInstances: string, options: Record<string, unknown> = {}): string[] {
  try {
    blueprintFor({ system: 'aiva', tier: 'large', poolInstances, ...options });
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(problemText);
    throw error;
  }
  return [];
}

describe('the instances of a pool during a move', () => {
  it('have the requested type and maximum', () => {
    const { instanceType, nodes } = nodesOf({ poolInstances: 'nodes:m6i.2xlarge:40' });
    expect({ instanceType, max: nodes?.max }).toEqual({ instanceType: 'm6i.2xlarge', max: 40 });
    expect(nodes?.min).toBeGreaterThan(0);
  });

  it('are never fewer than the tier requires', () => {
    const own = nodesOf({});
    expect(nodesOf({ poolInstances: `nodes:${own.instanceType}:1` })).toEqual(own);
  });

  it.each<[string, string, Record<string, unknown>, string]>([
    [
      'a pool that the tier does not have',
      'node:m6i.large:4',
      {},
      'poolInstances: invalid value "node"; expected nodes. Did you mean "nodes"?',
    ],
    [
      'a pool twice',
      'nodes:m6i.large:4,nodes:m6i.large:5',
      {},
      'poolInstances: nodes is given twice; expected one instance type and maximum',
    ],
    [
      'a type without a price',
      'nodes:m99.large:4',
      {},
      'poolInstances: invalid value "m99.large"; expected an instance type that us-east-1 sells. Did you mean "m9g.large"?',
    ],
    [
      'other processors',
      'nodes:m7g.large:30',
      {},
      'poolInstances: invalid value "m7g.large"; expected a type with amd64 processors for nodes',
    ],
    [
      'a GPU that no service uses',
      'nodes:g4dn.xlarge:30',
      {},
      'poolInstances: invalid value "g4dn.xlarge"; expected a type without GPUs for nodes',
    ],
    [
      'Fargate',
      'nodes:m6i.large:4',
      { compute: 'fargate' },
      'poolInstances: invalid value "nodes:m6i.large:4"; expected no value with compute=fargate: it has no node pools that services move on',
    ],
    [
      'a cluster',
      'nodes:m6i.large:4',
      { platform: 'eks' },
      'poolInstances: invalid value "nodes:m6i.large:4"; expected no value with platform=eks: it has no node pools that services move on',
    ],
    [
      'no number',
      'nodes:m6i.large',
      {},
      'poolInstances: invalid value "nodes:m6i.large"; expected node pools with their instance type and maximum, such as nodes:m6i.large:16, separated by commas',
    ],
  ])('refuse %s', (_name, poolInstances, options, expected) => {
    expect(problemsOf(poolInstances, options)).toEqual([expected]);
  });
});

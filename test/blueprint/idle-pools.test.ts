import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { allConfigurations } from '../support/matrix';

describe('idle pools', () => {
  it.each([
    [{ tier: 'small' }, ['bridge-nodes', 'gpu-nodes', 'host', 'python-nodes']],
    [{ tier: 'small', topology: 'single-host' }, ['bridge-nodes', 'gpu-nodes', 'nodes', 'python-nodes']],
    [{ tier: 'very-large' }, ['host']],
    [{ tier: 'very-large', compute: 'fargate' }, ['bridge-nodes', 'host', 'nodes', 'python-nodes']],
    [{ system: 'capsules', tier: 'pool' }, []],
  ])('of %j are %j', (request, pools) => {
    expect(blueprintFor(request).idlePools).toEqual(pools);
  });

  it('and pools with nodes together are the same in all forms of a system', () => {
    const bySystem = new Map<string, Set<string>>();
    for (const { blueprint } of allConfigurations().configurations) {
      const active = Object.values(blueprint.components).filter(({ kind }) => kind === 'node-pool');
      const all = [...active.map(({ id }) => id), ...blueprint.idlePools].sort().join();
      bySystem.set(blueprint.system.id, (bySystem.get(blueprint.system.id) ?? new Set()).add(all));
    }
    for (const [system, sets] of bySystem) expect([...sets], system).toHaveLength(1);
  });
});

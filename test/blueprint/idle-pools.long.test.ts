import { expect, it } from 'vitest';
import { allConfigurations } from '../support/matrix';

it('idle pools and pools with nodes together are the same in all forms of a system', () => {
  const bySystem = new Map<string, Set<string>>();
  for (const { blueprint } of allConfigurations().configurations) {
    const active = Object.values(blueprint.components).filter(({ kind }) => kind === 'node-pool');
    const all = [...active.map(({ id }) => id), ...blueprint.idlePools].sort().join();
    bySystem.set(blueprint.system.id, (bySystem.get(blueprint.system.id) ?? new Set()).add(all));
  }
  for (const [system, sets] of bySystem) expect([...sets], system).toHaveLength(1);
});

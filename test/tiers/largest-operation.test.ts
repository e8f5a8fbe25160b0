import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { formOfBlueprint, targetWorkloadOf } from '../../lib/answers/capacity-of';
import { loadSystem } from '../../lib/answers/system-reference';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { Demands } from '../../lib/capacity/demand';
import { rangeOf } from '../../lib/capacity/range';
import { Samples } from '../../lib/capacity/samples';
import { baseIn, capacityUse } from '../../lib/capacity/utilization';
import type { System } from '../../lib/model/system';
import { SYSTEMS } from '../../tiers';

/** The memory of one operation of each kind with the base load of one instance, and the memory of the instance, MiB. */
function memoryOf(system: System, blueprint: Blueprint) {
  const form = formOfBlueprint(system, blueprint);
  const demands = new Demands(system, targetWorkloadOf(blueprint.workload), new Samples({ sampleCount: 1_000 }));
  return capacityUse(demands, form).uses.flatMap(({ component, resource, supply, demand }) => {
    if (resource !== 'memory' || blueprint.components[component]?.kind !== 'service') return [];
    const base = rangeOf(baseIn(demand, supply, 1, demands, form).load);
    return demand.operations.flatMap(({ operation }) =>
      (system.operations[operation]?.demands ?? [])
        .filter((own) => own.component === component && own.resource === 'memory')
        .map(({ amount }) => ({ component, operation, amount, base, memoryMib: supply.perInstance.mid })),
    );
  });
}

const operations = SYSTEMS.map(loadSystem).flatMap((system) =>
  system.tiers.flatMap(({ id }) =>
    memoryOf(system, blueprintFor({ system: system.id, tier: id })).map((one) => ({
      name: `${system.id} ${id} ${one.component} ${one.operation}`,
      ...one,
    })),
  ),
);

test('one operation fits into an instance with its base load, at the high ends too', () => {
  expect(operations.length).toBeGreaterThan(20);
  expect(operations.filter(({ amount, base, memoryMib }) => amount.high + base.high > memoryMib)).toEqual([]);
});

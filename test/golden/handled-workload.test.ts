import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { formOfBlueprint, targetWorkloadOf } from '../../lib/answers/capacity-of';
import { type HandledWorkload, handledByPublishedSizes, handledWorkload, handlesTooLittle } from '../../lib/answers/handled-workload';
import { loadSystem } from '../../lib/answers/system-reference';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { Demands } from '../../lib/capacity/demand';
import { instancesNeeded } from '../../lib/capacity/instances';
import { Samples } from '../../lib/capacity/samples';
import { capacityUse } from '../../lib/capacity/utilization';
import { shareAtLeast } from '../../lib/capacity/vector';
import type { System } from '../../lib/model/system';
import { figure } from '../../lib/output/capacity-amounts';
import { SYSTEMS } from '../../tiers';

/** Tiers that do not handle their workload, each with the contradiction of its system that states the reason. */
const SHORT: Readonly<Record<string, string>> = {
  'capsules current': 'pool-of-15',
  'capsules full': 'one-primary',
};

/** More instances than any workload needs. */
const WITHOUT_MAXIMUM = 1_000_000;

const tiers = SYSTEMS.map(loadSystem).flatMap((system) =>
  system.tiers.map(({ id }) => {
    const blueprint = blueprintFor({ system: system.id, tier: id });
    return {
      name: `${system.id} ${id}`,
      tier: id,
      contradictions: system.contradictions,
      instances: instancesOf(system, blueprint),
      handled: handledWorkload(system, blueprint),
      byPublishedSizes: handledByPublishedSizes(system, blueprint),
    };
  }),
);

/** The instances of each service: those that the tier expects, and those that its workload needs within its maximum and without it. */
function instancesOf(system: System, blueprint: Blueprint) {
  const form = formOfBlueprint(system, blueprint);
  const demands = new Demands(system, targetWorkloadOf(blueprint.workload), new Samples());
  const use = capacityUse(demands, form);
  const uses = use.uses.map(({ supply, ...one }) => {
    const { basis, instances } = supply;
    const scaled = basis.kind === 'instances' || instances.min < instances.max ? { ...instances, max: WITHOUT_MAXIMUM } : instances;
    return { ...one, supply: { ...supply, instances: scaled } };
  });
  const within = instancesNeeded(use, demands, form);
  return instancesNeeded({ ...use, uses }, demands, form).flatMap(({ component, instances: withoutMaximum }) => {
    const service = blueprint.components[component];
    if (service?.kind !== 'service') return [];
    const { expected, max } = service.instances;
    const needed = within.find((one) => one.component === component)?.instances ?? expected;
    return [{ component, expected, needed, max, withoutMaximum }];
  });
}

const WIDTHS = [28, 16, 26, 12, 28] as const;

function rowText(cells: readonly string[]): string {
  return cells.map((cell, column) => (column === 0 ? cell.padEnd(WIDTHS[0]) : cell.padStart(WIDTHS[column] ?? 0))).join('');
}

function usersOf({ users }: HandledWorkload): string {
  return figure(users ?? Number.NaN);
}

test('every tier with the likelihood that it handles its own workload', async () => {
  const rows = tiers.map(({ name, handled, byPublishedSizes }) => {
    const { expectedUsers, likelihood = Number.NaN } = handled;
    return rowText([
      name,
      figure(expectedUsers),
      usersOf(handled),
      `${(100 * likelihood).toFixed(1)}%`,
      byPublishedSizes === undefined ? '–' : usersOf(byPublishedSizes),
    ]);
  });
  const head = rowText(['tier', 'expected users', 'users handled, 90% likely', 'likelihood', 'with the published sizes']);
  await expect(`${[head, ...rows].join('\n')}\n`).toMatchFileSnapshot('./handled-workload.txt');
});

test('every tier is 90% likely to handle its workload, or its system says why not', () => {
  expect(tiers.filter(({ handled }) => handlesTooLittle(handled)).map(({ name }) => name)).toEqual(Object.keys(SHORT));
  for (const { name, tier, contradictions } of tiers.filter((one) => SHORT[one.name] !== undefined)) {
    expect(contradictions.find(({ id }) => id === SHORT[name])?.tiers, name).toContain(tier);
  }
});

/** Share that tiers handle at least: an estimate of 90.0% by one draw of the samples is below 90% in others. Their standard error is 0.3% at 90%. */
const WITH_MARGIN = 0.905;

test('every tier that handles its workload does so in other samples too', () => {
  for (const system of SYSTEMS.map(loadSystem)) {
    const samples = new Samples({ seed: 7 });
    for (const { id } of system.tiers) {
      if (SHORT[`${system.id} ${id}`] !== undefined) continue;
      const blueprint = blueprintFor({ system: system.id, tier: id });
      const demands = new Demands(system, targetWorkloadOf(blueprint.workload), samples);
      const { factor } = capacityUse(demands, formOfBlueprint(system, blueprint));
      expect(shareAtLeast(factor, 1), `${system.id} ${id}`).toBeGreaterThanOrEqual(WITH_MARGIN);
    }
  }
});

test('the published sizes of a tier handle less than its workload', () => {
  for (const { name, byPublishedSizes } of tiers) {
    if (byPublishedSizes !== undefined) expect(handlesTooLittle(byPublishedSizes), name).toBe(true);
  }
});

test('a tier handles its users with 90% if and only if it is 90% likely to handle its workload', () => {
  for (const { name, handled } of tiers) {
    expect(handlesTooLittle(handled), name).toBe((handled.likelihood as number) < 0.9);
    expect((handled.users as number) < handled.expectedUsers, name).toBe(handlesTooLittle(handled));
  }
});

test('the estimate of every tier contains the instances that its workload needs', () => {
  const services = tiers.flatMap(({ name, instances }) => instances.map((service) => ({ name, ...service })));
  expect(services.length).toBeGreaterThan(tiers.length);
  expect(services.filter(({ expected, needed }) => expected !== needed)).toEqual([]);
});

/**
 * Services that would have more instances with a larger maximum, so that the maximum lowers the cost. All of them handle the workload below
 * their thresholds where their tier does, but without the margin for bursts.
 */
const BELOW_STAFFING: Readonly<Record<string, string>> = {
  'capsules current api': 'the document has one instance',
  'capsules pool api': 'the document has one instance',
};

test('no maximum lowers the cost of a tier below that of the instances that its workload needs, or there is a reason', () => {
  const below = tiers.flatMap(({ name, instances }) =>
    instances.filter(({ max, withoutMaximum }) => withoutMaximum > max).map(({ component }) => `${name} ${component}`),
  );
  expect(below).toEqual(Object.keys(BELOW_STAFFING));
});

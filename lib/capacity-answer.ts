import type { Blueprint } from './blueprint';
import { blueprintFor } from './blueprint-for';
import { capacityOf } from './capacity-of';
import type { Asked, System, SystemInput } from './model';
import type { CapacityAnswer } from './report';
import { comparePublished, formulaResult, formulaValuesOf, type Simulation, scenarioResult } from './sizing';
import { certain } from './units';

/** What a blueprint carries, beside everything that its document publishes of it. */
export function capacityAnswer(system: System, blueprint: Blueprint, asked?: Asked, simulation: Simulation = {}): CapacityAnswer {
  const capacity = capacityOf(system, blueprint, asked, simulation);
  return {
    blueprint,
    capacity,
    comparisons: comparePublished(system, blueprint.published, capacity),
    scenarios: system.scenarios
      .filter(({ tier }) => tier === blueprint.tier.id)
      .map((scenario) => scenarioResult(scenario, capacityOf(system, blueprint, scenario.workload, simulation))),
    formulas: formulaValuesOf(system, blueprint.tier.id).map(({ formula, value }) => {
      const { rows } = capacityOf(system, blueprint, { concurrentUsers: certain(value.users) }, simulation);
      return formulaResult(formula, value, rows);
    }),
  };
}

/** The answer for every tier of a system as it comes. */
export function capacityAnswers(system: System, systems: readonly SystemInput[]): CapacityAnswer[] {
  return system.tiers.map(({ id }) => capacityAnswer(system, blueprintFor({ system: system.id, tier: id }, { systems })));
}

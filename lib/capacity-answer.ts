import type { Blueprint } from './blueprint';
import { blueprintFor } from './blueprint-for';
import { capacityOf } from './capacity-of';
import type { Asked, System, SystemInput } from './model';
import type { CapacityAnswer } from './report';
import { comparePublished, type Simulation, scenarioResult } from './sizing';

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
  };
}

/** The answer for every tier of a system as it comes. */
export function capacityAnswers(system: System, systems: readonly SystemInput[]): CapacityAnswer[] {
  return system.tiers.map(({ id }) => capacityAnswer(system, blueprintFor({ system: system.id, tier: id }, { systems })));
}

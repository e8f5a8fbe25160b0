import type { Blueprint } from '../blueprint/blueprint';
import type { Capacity } from '../capacity/capacity';
import type { PublishedComparison } from '../capacity/comparison';
import type { NotCompared } from '../capacity/figures';
import { notCompared } from '../capacity/figures';
import type { FormulaResult } from '../capacity/formulas';
import { formulaResult, formulaValuesOf } from '../capacity/formulas';
import type { ScenarioResult } from '../capacity/published';
import { comparePublished, scenarioResult } from '../capacity/published';
import type { Simulation } from '../capacity/samples';
import { certain } from '../core/interval';
import type { SystemInput } from '../model/inputs';
import type { System } from '../model/system';
import type { TargetWorkload } from '../model/workload';
import { blueprintFor } from './blueprint-for';
import { capacityOf, formOfBlueprint, targetWorkloadOf } from './capacity-of';

/** What a tier carries, and what its document says it does. */
export interface CapacityAnswer {
  readonly blueprint: Blueprint;
  readonly capacity: Capacity;
  readonly comparisons: readonly PublishedComparison[];
  readonly notCompared: readonly NotCompared[];
  readonly scenarios: readonly ScenarioResult[];
  readonly formulas: readonly FormulaResult[];
}

/** What a blueprint carries, beside everything that its document publishes of it. */
export function capacityAnswer(system: System, blueprint: Blueprint, given?: TargetWorkload, simulation: Simulation = {}): CapacityAnswer {
  const targetWorkload = given ?? targetWorkloadOf(blueprint.workload);
  const capacity = capacityOf(system, blueprint, targetWorkload, simulation);
  const { operations, baseLoads } = system;
  const { published } = blueprint;
  return {
    blueprint,
    capacity,
    comparisons: comparePublished(published, { operations, baseLoads, capacity, targetWorkload, form: formOfBlueprint(system, blueprint) }),
    notCompared: notCompared(published.figures ?? []),
    scenarios: system.scenarios
      .filter(({ tier }) => tier === blueprint.tier.id)
      .map((scenario) => scenarioResult(scenario, { operations, capacity: capacityOf(system, blueprint, scenario.workload, simulation) })),
    formulas: formulaValuesOf(system, blueprint.tier.id).map(({ formula, value }) => {
      const capacityThen = capacityOf(system, blueprint, { concurrentUsers: certain(value.users) }, simulation);
      return formulaResult(formula, value, { operations, capacity: capacityThen });
    }),
  };
}

/** The answer for every tier of a system as it comes. */
export function capacityAnswers(system: System, systems: readonly SystemInput[]): CapacityAnswer[] {
  return system.tiers.map(({ id }) => capacityAnswer(system, blueprintFor({ system: system.id, tier: id }, { systems })));
}

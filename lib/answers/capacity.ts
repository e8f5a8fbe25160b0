import type { Blueprint } from '../blueprint/blueprint';
import type { BlueprintWarning } from '../blueprint/warnings';
import type { Capacity } from '../capacity/capacity';
import type { PublishedComparison } from '../capacity/comparison';
import type { NotCompared } from '../capacity/figures';
import { notCompared } from '../capacity/figures';
import type { FormulaResult } from '../capacity/formulas';
import { formulaResult, formulaValuesOf } from '../capacity/formulas';
import { latenciesOf, type OperationLatency } from '../capacity/latency/latency';
import { type ReplicationLag, replicationLagsOf } from '../capacity/latency/replication-lag';
import type { ScenarioResult } from '../capacity/published';
import { comparePublished, scenarioResult } from '../capacity/published';
import type { Simulation } from '../capacity/samples';
import { allParts } from '../core/all-parts';
import { certain } from '../core/interval';
import { withRequestsOfEvents } from '../model/complete-workload';
import { parseInput } from '../model/parse';
import type { System } from '../model/system';
import type { SystemDefinition } from '../model/tier-extension';
import { type TargetWorkload, WorkloadQuestion } from '../model/workload';
import type { UncountedWarning } from './answer-warning';
import { blueprintFor } from './blueprint-for';
import { type CalibrationSource, systemWith } from './calibrated-system';
import { capacityOf, formOfBlueprint, targetWorkloadOf } from './capacity-of';
import type { TierRequest } from './estimate';
import type { SystemReference } from './system-reference';
import { uncountedWarnings } from './uncounted-operations';
import { WORKLOAD_SUBJECT, type WorkloadInput } from './workload-input';

/** The capacity of a tier, compared with the figures that its source document publishes. */
export interface CapacityAnswer {
  /** The tier with its options, resolved. */
  readonly blueprint: Blueprint;
  /** Capacity of the tier under the target workload, by resource and by operation. */
  readonly capacity: Capacity;
  /** Response times and errors of the events under the target workload. */
  readonly latencies: readonly OperationLatency[];
  /** Replication lag of the replicas that serve reads under the target workload. Empty where none do. */
  readonly replicationLags: readonly ReplicationLag[];
  /** Published capacities, each compared with the modelled one. */
  readonly comparisons: readonly PublishedComparison[];
  /** Published figures that the model has no counterpart for, with the reason. */
  readonly notCompared: readonly NotCompared[];
  /** Use cases that the document states the tier handles. */
  readonly scenarios: readonly ScenarioResult[];
  /** Sizing rules of the document, compared with the model. */
  readonly formulas: readonly FormulaResult[];
  /** Warnings: limitations of the answer that a reader must know. */
  readonly warnings: readonly BlueprintWarning[];
  /** Warnings about the workload: operations that it does not count. Empty for the workload that the tier is sized for. */
  readonly workloadWarnings: readonly UncountedWarning[];
}

/** A tier, and the workload that it is compared with. */
export interface CapacityRequest {
  /** `system`, `tier` and options by context key, as strings or values. */
  readonly tier: TierRequest;
  /** Default: the workload that the tier is sized for. Confidence, growth and budget do not apply to capacity and are left out. */
  readonly workload?: WorkloadInput;
  /** Calibrations of load tests; the tested tiers are sized by them. Default: none. */
  readonly calibrations?: readonly CalibrationSource[];
}

/** The capacity of one tier. Throws an InputError with every problem of the request. */
export function tierCapacity({ tier, workload = {}, calibrations = [] }: CapacityRequest): CapacityAnswer {
  const { blueprint, question } = allParts({
    blueprint: () => blueprintFor(tier),
    question: () => parseInput(WorkloadQuestion, workload, WORKLOAD_SUBJECT),
  });
  const system = systemWith((tier.system ?? blueprint.system.id) as SystemReference, calibrations);
  const { growth: _growth, confidence: _confidence, budget: _budget, slo: _slo, ...target } = question;
  return capacityAnswer(system, blueprint, Object.keys(target).length === 0 ? undefined : withRequestsOfEvents(system, target));
}

/** The capacity of a blueprint, compared with everything that its document publishes. */
function capacityAnswer(system: System, blueprint: Blueprint, given?: TargetWorkload, simulation: Simulation = {}): CapacityAnswer {
  const targetWorkload = given ?? targetWorkloadOf(blueprint.workload);
  const capacity = capacityOf(system, blueprint, targetWorkload, simulation);
  const { operations, baseLoads } = system;
  const { published } = blueprint;
  const form = formOfBlueprint(system, blueprint);
  return {
    blueprint,
    capacity,
    latencies: latenciesOf(system, form, targetWorkload, simulation),
    replicationLags: replicationLagsOf(system, form, targetWorkload, simulation),
    comparisons: published === undefined ? [] : comparePublished(published, { operations, baseLoads, capacity, targetWorkload, form }),
    notCompared: notCompared(published?.figures ?? []),
    scenarios: system.scenarios
      .filter(({ tier }) => tier === blueprint.tier.id)
      .map((scenario) => scenarioResult(scenario, { operations, capacity: capacityOf(system, blueprint, scenario.workload, simulation) })),
    formulas: formulaValuesOf(system, blueprint.tier.id).map(({ formula, value }) => {
      const capacityThen = capacityOf(system, blueprint, { concurrentUsers: certain(value.users) }, simulation);
      return formulaResult(formula, value, { operations, capacity: capacityThen });
    }),
    warnings: blueprint.warnings,
    workloadWarnings: given === undefined ? [] : uncountedWarnings(system, given),
  };
}

/** The capacity of every tier of a system, with default options. */
export function capacityAnswers(system: System, systems: readonly SystemDefinition[]): CapacityAnswer[] {
  return system.tiers.map(({ id }) => capacityAnswer(system, blueprintFor({ system: system.id, tier: id }, { systems })));
}

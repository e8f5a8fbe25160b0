import type { Blueprint } from '../blueprint/blueprint';
import { resolveBlueprint } from '../blueprint/resolve';
import { capacityFormOf } from '../blueprint/supplies';
import { type Capacity, capacityOfForm } from '../capacity/capacity';
import type { Simulation } from '../capacity/samples';
import type { CapacityForm } from '../capacity/supply';
import { offersIn } from '../catalog/offers';
import { InputError, notOneOf } from '../core/problems';
import { calibrated } from '../loadtest/calibrate';
import { reachedComponents } from '../loadtest/reached-components';
import { Options } from '../model/options';
import { parseInput } from '../model/parse';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import type { TargetWorkload, Workload } from '../model/workload';
import { observed } from '../observation/apply-observation';
import type { Measurement } from '../observation/measurement';

/** The form of a blueprint that decides about its capacity: the components with their supplies. */
export function formOfBlueprint(system: System, blueprint: Blueprint): CapacityForm {
  return capacityFormOf(blueprint, tierOf(system, blueprint));
}

/**
 * The capacity of a blueprint for a workload; by default for the one that its tier is sized for. Throws an InputError for
 * operations that the system doesn't have.
 */
export function capacityOf(
  system: System,
  blueprint: Blueprint,
  targetWorkload: TargetWorkload = targetWorkloadOf(blueprint.workload),
  simulation: Simulation = {},
): Capacity {
  return capacityOfForm(system, formOfBlueprint(system, blueprint), targetWorkload, simulation);
}

/**
 * The workload of a tier as a target workload. Numbers that are zero in the tier are left out, so that the usual amounts
 * apply.
 */
export function targetWorkloadOf({ operations, ...workload }: Workload): TargetWorkload {
  const given = Object.fromEntries(Object.entries(workload).filter(([, { high }]) => high > 0));
  return { ...given, ...(operations === undefined ? {} : { operations }) };
}

/** The form of a tier without options. */
export function formOfTier(system: System, tier: string): CapacityForm {
  const options = parseInput(Options, {}, 'options');
  return formOfBlueprint(system, resolveBlueprint({ system, tier, options, offers: offersIn(options.region) }));
}

/** The system as a measurement of one of its tiers showed it. Throws an InputError about `subject` for another system or an unknown tier. */
export function calibratedSystem(system: System, measurement: Measurement, subject: string): System {
  const tiers = system.tiers.map(({ id }) => id);
  if (measurement.system !== system.id) throw new InputError(subject, [notOneOf('system', measurement.system, [system.id])]);
  if (!tiers.includes(measurement.tier)) throw new InputError(subject, [notOneOf('tier', measurement.tier, tiers)]);
  const form = formOfTier(system, measurement.tier);
  if (measurement.kind === 'sizing-blueprints/calibration') {
    const reached = reachedComponents(system.tiers.find(({ id }) => id === measurement.tier) as Tier);
    return calibrated(system, form, measurement, { subject, tiers, reached });
  }
  return observed(system, form, measurement, { subject, tiers });
}

function tierOf(system: System, blueprint: Blueprint): Tier {
  const tier = system.tiers.find(({ id }) => id === blueprint.tier.id);
  if (tier === undefined) throw new Error(`${system.id} has no tier ${blueprint.tier.id}`);
  return tier;
}

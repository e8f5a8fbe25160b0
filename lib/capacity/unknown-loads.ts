import { InputError, type Problem } from '../core/problems';
import type { Demand } from '../model/operation';
import { RESOURCES } from '../model/resource';
import { causedBy } from './causes';
import { countsIn, type SizedSystem } from './demand';
import type { CapacityForm, NoLimitReason } from './supply';

/** Missing data that leaves the capacity of a system unknown, worded as the problem of an error. */
export interface UnknownLoad {
  /** Path of the missing data: `operations.messages.demands`. */
  readonly path: string;
  /** The unknown quantity: `demand of messages in tier current`. */
  readonly subject: string;
  /** The data to add. */
  readonly missing: string;
}

/** Why an operation has no limit in a form; undefined for one that has a limit, and for an unknown one. */
export function reasonWithoutLimit(operation: string, system: SizedSystem, form: CapacityForm): NoLimitReason | undefined {
  const stated = system.withoutLimit.find((each) => 'operation' in each && each.operation === operation && countsIn(each, form));
  if (stated !== undefined) return { kind: 'stated', reason: stated.reason };
  const own = demandsOf(operation, system, form);
  if (own.some((demand) => hasSupply(demand, form))) return undefined;
  const reasons = own.map(({ component }) => reasonOfComponent(component, system, form));
  return reasons.includes(undefined) ? undefined : reasons[0];
}

/** Why a component does not limit any operation in a form; undefined when no reason is given. */
export function reasonOfComponent(component: string, system: SizedSystem, form: CapacityForm): NoLimitReason | undefined {
  const stated = system.withoutLimit.find((each) => 'component' in each && each.component === component && countsIn(each, form));
  if (stated !== undefined) return { kind: 'stated', reason: stated.reason };
  return form.withoutLimit.find((each) => each.component === component)?.reason;
}

/**
 * All missing data that leaves the capacity of a form unknown: a system without operations, an operation without a demand, a
 * demand for a resource without a limit, a component without a demand. Empty when the data is complete.
 */
export function unknownLoads(system: SizedSystem, form: CapacityForm): UnknownLoad[] {
  const operations = Object.keys(system.operations);
  if (operations.length === 0) {
    return [
      {
        path: 'operations',
        subject: `load of ${system.id}, which has no operations`,
        missing: 'operations with their demands on the components',
      },
    ];
  }
  const demands = operations.flatMap((operation) => ownDemands(operation, system, form));
  return [
    ...operations.flatMap((operation) => unknownOperation(operation, system, form)),
    ...unknownNeeds(demands, system, form),
    ...unknownComponents(demands, system, form),
  ];
}

/** Throws an InputError that names every operation and component whose load is unknown in one of the forms. */
export function requireKnownLoads(system: SizedSystem, forms: readonly CapacityForm[]): void {
  const problems = new Map<string, Problem>();
  for (const form of forms) {
    for (const { path, subject, missing } of unknownLoads(system, form)) {
      problems.set(subject, { path, reason: `unknown ${subject}`, expected: missing });
    }
  }
  if (problems.size > 0) throw new InputError(`system ${system.id}`, [...problems.values()]);
}

function unknownOperation(operation: string, system: SizedSystem, form: CapacityForm): UnknownLoad[] {
  const isKnown = demandsOf(operation, system, form).length > 0 || reasonWithoutLimit(operation, system, form) !== undefined;
  if (isKnown) return [];
  const path = `operations.${operation}.demands`;
  // The same in all tiers, so that it is one problem.
  if (hasNoDemands(operation, system)) {
    return [{ path, subject: `demand of ${operation}`, missing: 'a demand, or the operation in withoutLimit with a reason' }];
  }
  return [
    {
      path,
      subject: `demand of ${operation} in tier ${form.tier}`,
      missing: `a demand that counts in tier ${form.tier}, or the operation in withoutLimit with a reason`,
    },
  ];
}

/** Whether an operation and all that it causes have no demands in any tier. */
function hasNoDemands(operation: string, system: SizedSystem): boolean {
  return [...causedBy(operation, system).keys()].every((id) => system.operations[id]?.demands.length === 0);
}

function unknownNeeds(demands: readonly Demand[], system: SizedSystem, form: CapacityForm): UnknownLoad[] {
  return demands
    .filter((demand) => !hasSupply(demand, form) && reasonOfComponent(demand.component, system, form) === undefined)
    .map(({ component, resource }) =>
      form.components.includes(component)
        ? {
            path: `tiers.${form.tier}.components.${component}.limits`,
            subject: `limit of ${component} ${resource} in tier ${form.tier}`,
            missing: `a limit of ${resource}, or the component in withoutLimit with a reason`,
          }
        : {
            path: `tiers.${form.tier}.components`,
            subject: `capacity of ${component}, which tier ${form.tier} does not have with these options`,
            missing: `options with which the tier has it, or \`with: ${component}\` in demands that count only there`,
          },
    );
}

/** Components with a size of their own that no operation demands anything of. */
function unknownComponents(demands: readonly Demand[], system: SizedSystem, form: CapacityForm): UnknownLoad[] {
  const sized = [...new Set(form.supplies.map(({ component }) => component))];
  return sized
    .filter((id) => !demands.some(({ component }) => component === id) && reasonOfComponent(id, system, form) === undefined)
    .map((id) => ({
      path: `tiers.${form.tier}.components.${id}`,
      subject: `demand on ${id} in tier ${form.tier}`,
      missing: `an operation with a demand on ${id}, or the component in withoutLimit with a reason`,
    }));
}

/** Demands of an operation and of all operations that it causes in a form, without stored data, which does not limit a rate. */
function demandsOf(operation: string, system: SizedSystem, form: CapacityForm): Demand[] {
  return [...causedBy(operation, system).keys()].flatMap((id) => ownDemands(id, system, form));
}

function ownDemands(operation: string, { operations }: SizedSystem, form: CapacityForm): Demand[] {
  const demands = operations[operation]?.demands ?? [];
  return demands.filter((each) => each.amount.high > 0 && RESOURCES[each.resource].nature !== 'stored' && countsIn(each, form));
}

function hasSupply({ component, resource }: Demand, { supplies }: CapacityForm): boolean {
  return supplies.some((supply) => supply.component === component && supply.resource === resource);
}

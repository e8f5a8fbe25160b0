/** Sentences of the reasons that the rooms below give as data: the only place that words them. */

import type { InstancesReason } from '../capacity/instances';
import type { VerdictReason } from '../capacity/recommend/verdict';
import { usd } from '../core/money';
import { counted, hundredths, likelihood, percent } from '../core/number-format';
import type { Rejection } from '../selection/choice';
import type { CandidateCost, ChosenReason, RejectionReason, Requirement } from '../selection/choice-reasons';
import { dollars } from './amounts';
import { requiredLevelText } from './required-levels';

/** Why a tier is recommended or not. */
export function verdictText(reason: VerdictReason): string {
  switch (reason.kind) {
    case 'recommended':
      return likelihoodText(reason);
    case 'too-small':
      return [likelihoodText(reason), ...overloadedText(reason.overloaded)].join('; ');
    case 'too-slow':
      return [likelihoodText(reason), ...reason.missed.map(requiredLevelText)].join('; ');
    case 'over-budget':
      return `${monthly(reason.overBudgetUsd)} over the budget of ${monthly(reason.budgetUsd)}`;
    case 'more-expensive':
      return `${likelihood(reason.confidence)} likely to handle the load, ${monthly(reason.extraMonthlyUsd)} more expensive`;
  }
}

function likelihoodText({ confidence, requiredConfidence }: { readonly confidence: number; readonly requiredConfidence: number }): string {
  return `${likelihood(confidence)} likely to handle the load (${percent(requiredConfidence)} required)`;
}

/** Why a workload needs a number of instances. */
export function instancesText({ resource, load, perInstance, threshold }: InstancesReason): string {
  const [used, each] = [load, perInstance].map((amount) => Number(amount.toPrecision(3)));
  return `${resource}: ${used} in use, ${each} per instance, at most ${percent(threshold)}`;
}

function overloadedText(overloaded: Extract<VerdictReason, { kind: 'too-small' }>['overloaded']): string[] {
  if (overloaded.length === 0) return [];
  const resources = overloaded.map(
    ({ resource, utilization, threshold }) => `${resource} at ${percent(utilization)} (threshold ${percent(threshold)})`,
  );
  return [`at high demand ${resources.join(', ')}`];
}

function monthly(amountUsd: number): string {
  return `${dollars(usd(amountUsd.toFixed(2)))}/month`;
}

/** Requirement that an instance type had to meet. */
export function requirementText(requirement: Requirement): string {
  const { pinnedType, vcpu, memoryGib } = requirement;
  if (requirement.kind === 'data-store-node') {
    return pinnedType === undefined ? `${vcpu} vCPU and ${hundredths(memoryGib)} GiB` : `the pinned type ${pinnedType}`;
  }
  const { instances, gpus, gpuModel, minNodes, maxNodes, architecture } = requirement;
  return [
    `${instances} ${instances === 1 ? 'instance' : 'instances'} with ${hundredths(vcpu)} vCPU and ${hundredths(memoryGib)} GiB in total`,
    ...(gpus > 0 ? [`${gpus} ${gpuModel ?? 'GPU'}`] : []),
    ...(minNodes > 1 ? [`at least ${minNodes} nodes`] : []),
    ...(maxNodes === undefined ? [] : [`at most ${nodes(maxNodes)}`]),
    architecture,
    ...(pinnedType === undefined ? [] : [`pinned to ${pinnedType}`]),
  ].join(', ');
}

/** Why the chosen type was chosen. Nodes are compared by all that they are billed for. */
export function chosenText({ cost, candidates }: ChosenReason): string {
  const charges = cost.kind === 'nodes' ? ', with volumes, addresses and credits' : '';
  return `${costText(cost)}, the cheapest of ${candidates} that meet the requirement${charges}`;
}

/** More types than these are counted instead of named. */
const MOST_TYPES_NAMED = 4;

/** The types of a rejection: their names, or how many they are. */
export function rejectedTypesText({ types }: Rejection): string {
  return types.length <= MOST_TYPES_NAMED ? types.join(', ') : counted(types.length, 'type');
}

const UNITS = { vcpu: ' vCPU', memoryMib: ' MiB', gpus: ' GPUs' } as const;

/** Why a type was not chosen. */
export function rejectionText(reason: RejectionReason): string {
  switch (reason.kind) {
    case 'more-expensive':
      return `${costText(reason.cost)}, ${percent(reason.extraShare)} more expensive`;
    case 'same-price':
      return `${costText(reason.cost)}, the same price with more nodes, a higher cost at the maximum or a later name`;
    case 'not-pinned':
      return 'another type is pinned';
    case 'family-not-offered':
      return 'previous generation or special purpose';
    case 'bare-metal':
      return 'bare metal';
    case 'gpu-missing':
      return `no ${reason.gpuModel} GPU`;
    case 'gpu-unused':
      return 'has a GPU that no component uses';
    case 'other-architecture':
      return `not ${reason.required}`;
    case 'burstable-excluded':
      return 'burstable, in a production tier';
    case 'too-few-vcpu':
      return `${reason.vcpu} vCPU (${reason.requiredVcpu} required)`;
    case 'too-little-memory':
      return `${reason.memoryGib} GiB (${hundredths(reason.requiredMemoryGib)} required)`;
    case 'too-small-for-instance':
      return `${reason.allocatable}${UNITS[reason.resource]} allocatable, one instance needs ${reason.required}`;
    case 'no-free-pods':
      return 'system pods take all pods that a node may run';
    case 'too-many-nodes':
      return `needs more than ${nodes(reason.maxNodes)}`;
  }
}

function costText(cost: CandidateCost): string {
  switch (cost.kind) {
    case 'nodes':
      return `${cost.nodes} × $${cost.hourlyUsd}/h`;
    case 'data-store-node':
      return `${cost.vcpu} vCPU and ${cost.memoryGib} GiB at $${cost.hourlyUsd}/h`;
  }
}

function nodes(count: number): string {
  return count === 1 ? 'one node' : `${count} nodes`;
}

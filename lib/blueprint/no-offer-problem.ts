import { counted, hundredths } from '../core/number-format';
import { type Problem, shown, suggestionFor } from '../core/problems';
import type { NoOffer } from '../selection/choice';
import type { RejectionReason, Requirement } from '../selection/choice-reasons';

/** Where an input requires an instance type. */
export interface InputPaths {
  /** Path of the size. */
  readonly path: string;
  /** Path of the field that pins a type. */
  readonly pinnedPath: string;
}

/** The problem of an input that requires more than any instance type of a region has, with the largest available size. */
export function noOfferProblem({ requirement, rejected }: NoOffer, { path, pinnedPath }: InputPaths, region: string): Problem {
  const { pinnedType, vcpu, memoryGib } = requirement;
  if (pinnedType !== undefined && rejected.every(({ reason }) => reason.kind === 'not-pinned')) {
    return {
      path: pinnedPath,
      received: shown(pinnedType),
      expected: `an instance type that ${region} sells`,
      ...suggestionFor(
        pinnedType,
        rejected.flatMap(({ types }) => types),
      ),
    };
  }
  if (pinnedType !== undefined && requirement.kind === 'data-store-node') {
    const expected = `an instance type with at least ${hundredths(vcpu)} vCPU and ${hundredths(memoryGib)} GiB, or no value`;
    return { path: pinnedPath, received: shown(pinnedType), expected };
  }
  const limits = mostOf(rejected.map(({ reason }) => reason));
  const most = limits.length === 0 ? 'no type qualifies' : limits.join(', ');
  return {
    path,
    reason: `no instance type has ${hundredths(vcpu)} vCPU and ${hundredths(memoryGib)} GiB${ofNodes(requirement)}`,
    expected: `a size that an instance type in ${region} has: ${most}`,
  };
}

/** The amounts are those of all instances of services on the nodes. */
function ofNodes(requirement: Requirement): string {
  if (requirement.kind !== 'nodes') return '';
  const { gpus, gpuModel = '' } = requirement;
  return `${gpus === 0 ? '' : ` with ${counted(gpus, `${gpuModel} GPU`)}`} in total`;
}

/** The largest amounts of the resources that rejected types have too little of. */
function mostOf(reasons: readonly RejectionReason[]): string[] {
  const limits = new Map<string, number>();
  const note = (unit: string, amount: number) => limits.set(unit, Math.max(amount, limits.get(unit) ?? 0));
  for (const reason of reasons) {
    if (reason.kind === 'too-few-vcpu') note('vCPU', reason.vcpu);
    if (reason.kind === 'too-little-memory') note('GiB', reason.memoryGib);
    if (reason.kind === 'too-small-for-instance') note(`${UNITS[reason.resource]} for one instance`, reason.allocatable);
    if (reason.kind === 'too-many-nodes') note('node for all instances', reason.maxNodes);
  }
  return [...limits].map(([unit, amount]) => `at most ${hundredths(amount)} ${unit}`);
}

const UNITS = { vcpu: 'vCPU', memoryMib: 'MiB', gpus: 'GPUs' } as const;

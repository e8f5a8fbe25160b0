import { oneOf } from '../core/problems';
import type { Component } from './component';
import { resourceProblems } from './component-resources';
import { drawProblems } from './draw-references';
import { gainedService } from './gpu-services';
import type { BaseLoad, Demand, WrittenOperation } from './operation';
import { type ReferenceProblem, unknownWord } from './reference-problem';
import { RESOURCES, type Resource, type Threshold } from './resource';
import type { Tier } from './tier';
import { PER_SYSTEM } from './volumes';
import type { WithoutLimit } from './without-limit';

/** The parts of a tier that operations and alarms refer to. */
export type TierParts = Pick<Tier, 'id' | 'components' | 'gpu'>;

/** The parts of a system that its operations refer to. */
export interface OperationParts {
  /** Operations by id. */
  readonly operations: Readonly<Record<string, WrittenOperation>>;
  /** Demand without users. */
  readonly baseLoads: readonly BaseLoad[];
  /** Operations and components without a limit. */
  readonly withoutLimit: readonly WithoutLimit[];
  /** Maximum utilization of resources. */
  readonly thresholds: readonly Threshold[];
  /** Tiers. */
  readonly tiers: readonly TierParts[];
}

/** Operations whose demands, parts and thresholds refer to nothing: a demand on an unknown component would have no effect. */
export function operationProblems(system: OperationParts): ReferenceProblem[] {
  return [
    ...Object.entries(system.operations).flatMap(([id, operation]) => problemsOf(id, operation, system)),
    ...system.baseLoads.flatMap((base, index) => demandProblems(['baseLoads', index], base, system)),
    ...system.withoutLimit.flatMap((stated, index) => statedProblems(['withoutLimit', index], stated, system)),
    ...system.thresholds.flatMap((threshold, index) => thresholdProblems(['thresholds', index], threshold, system)),
  ];
}

/** Words of `per` that are not ids of operations. */
const CAUSES: readonly string[] = ['user', PER_SYSTEM];

/** A cause that is none, and an operation whose id is a cause. */
function causeProblems(path: (string | number)[], id: string, per: string, others: readonly string[]): ReferenceProblem[] {
  return [
    ...(CAUSES.includes(id) ? [{ path, input: id, message: `another id: \`per: ${id}\` of a usual amount is not an operation` }] : []),
    ...(CAUSES.includes(per) || others.includes(per)
      ? []
      : [unknownWord([...path, 'usual', 'per'], per, [...CAUSES, ...others], 'a cause')]),
  ];
}

function problemsOf(id: string, operation: WrittenOperation, system: OperationParts): ReferenceProblem[] {
  const path = ['operations', id];
  const others = Object.keys(system.operations).filter((other) => other !== id);
  const { per = 'user' } = operation.usual ?? {};
  return [
    ...causeProblems(path, id, per, others),
    ...operation.includes.flatMap(({ operation: part }, index) =>
      others.includes(part) ? [] : [unknownWord([...path, 'includes', index, 'operation'], part, others, 'another operation')],
    ),
    ...periodProblems(path, operation),
    ...drawProblems(path, operation),
    ...(!causesItself(id, operation) && circleFrom(id, system.operations)
      ? [{ path, input: id, message: 'an operation that does not cause itself' }]
      : []),
    ...operation.demands.flatMap((demand, index) => [
      ...demandProblems([...path, 'demands', index], demand, system),
      ...natureProblems([...path, 'demands', index], demand, operation),
      ...searchProblems([...path, 'demands', index], demand, system.operations),
    ]),
  ];
}

/** A search counts sessions: the stored items, and the indexes that they are in. */
function searchProblems(
  path: (string | number)[],
  { seconds, search }: Demand,
  operations: OperationParts['operations'],
): ReferenceProblem[] {
  if (search === undefined) return [];
  const sessions = Object.keys(operations).filter((id) => operations[id]?.kind === 'session');
  return [
    ...(['stored', 'indexes'] as const).flatMap((key) =>
      sessions.includes(search[key]) ? [] : [unknownWord([...path, 'search', key], search[key], sessions, 'an operation of kind session')],
    ),
    ...(seconds === undefined
      ? []
      : [{ path: [...path, 'seconds'], input: seconds, message: 'no value, because the points of search state the seconds' }]),
  ];
}

function statedProblems(path: (string | number)[], stated: WithoutLimit, system: OperationParts): ReferenceProblem[] {
  const [key, id, known] =
    'operation' in stated
      ? (['operation', stated.operation, Object.keys(system.operations)] as const)
      : (['component', stated.component, [...new Set(system.tiers.flatMap(componentsOf))]] as const);
  const tierIds = system.tiers.map((tier) => tier.id);
  const unknownTiers = (stated.tiers ?? []).filter((tier) => !tierIds.includes(tier));
  return [
    ...(known.includes(id) ? [] : [unknownWord([...path, key], id, known, key === 'operation' ? 'an operation' : 'a component')]),
    ...unknownTiers.map((tier) => unknownWord([...path, 'tiers'], tier, tierIds, 'a tier')),
  ];
}

function circleFrom(id: string, operations: OperationParts['operations'], seen: readonly string[] = []): boolean {
  if (seen.includes(id)) return id === seen[0];
  const operation = Object.hasOwn(operations, id) ? operations[id] : undefined;
  if (operation === undefined) return false;
  const { per = 'user' } = operation.usual ?? {};
  const next = [...operation.includes.map((part) => part.operation), ...(CAUSES.includes(per) ? [] : [per])];
  return next.some((other) => circleFrom(other, operations, [...seen, id]));
}

/** Whether an operation names itself as a part or a cause, which is a problem of that field. */
function causesItself(id: string, { includes, usual }: WrittenOperation): boolean {
  return usual?.per === id || includes.some(({ operation }) => operation === id);
}

/** Sessions are a number of open ones, and no rate: a period would have no effect. */
function periodProblems(path: (string | number)[], { kind, usual }: WrittenOperation): ReferenceProblem[] {
  if (kind === 'event' || usual === undefined || usual.every === 'second') return [];
  return [
    { path: [...path, 'usual', 'every'], input: usual.every, message: 'no value: the amount of a session is the number of open ones' },
  ];
}

/** A component that the tier lacks is an error unless the demand says when it counts. */
function demandProblems(path: (string | number)[], demand: Demand | BaseLoad, system: OperationParts): ReferenceProblem[] {
  const tierIds = system.tiers.map(({ id }) => id);
  const unknownTiers = (demand.tiers ?? []).flatMap((tier, index) =>
    tierIds.includes(tier) ? [] : [unknownWord([...path, 'tiers', index], tier, tierIds, 'a tier')],
  );
  const counted = system.tiers.filter((tier) => demand.tiers?.includes(tier.id) ?? true).filter((tier) => mayCount(demand, tier));
  const missing = counted.find((tier) => !componentsOf(tier).includes(demand.component));
  const known = [...new Set(system.tiers.flatMap(componentsOf))];
  const unknownConditions = (['with', 'without'] as const).flatMap((key) => {
    const id = demand[key];
    return id === undefined || known.includes(id) ? [] : [unknownWord([...path, key], id, known, 'a component')];
  });
  return [
    ...unknownTiers,
    ...unknownConditions,
    ...firstResourceProblem([...path, 'resource'], demand.resource, demand.component, counted),
    ...(missing === undefined
      ? []
      : [
          {
            path: [...path, 'component'],
            input: demand.component,
            message: `a component of tier ${missing.id}${componentsOf(missing).length === 0 ? ', which has none' : `: ${oneOf(componentsOf(missing))}`}`,
            params: { words: componentsOf(missing) },
          },
        ]),
  ];
}

function mayCount({ with: needed, without }: Demand | BaseLoad, tier: TierParts): boolean {
  return (
    (needed === undefined || componentsOf(tier).includes(needed)) && (without === undefined || !Object.hasOwn(tier.components, without))
  );
}

/** A threshold of a component that no tier has, or of a resource that the component does not have, would have no effect. */
function thresholdProblems(path: (string | number)[], { component, resource }: Threshold, { tiers }: OperationParts): ReferenceProblem[] {
  if (component === undefined) return [];
  const known = [...new Set(tiers.flatMap(componentsOf))];
  if (!known.includes(component)) return [unknownWord([...path, 'component'], component, known, 'a component')];
  return firstResourceProblem([...path, 'resource'], resource, component, tiers);
}

/** The problem of a resource in the first tier whose component does not have it. */
function firstResourceProblem(path: (string | number)[], resource: Resource, id: string, tiers: readonly TierParts[]): ReferenceProblem[] {
  const problems = tiers.flatMap((tier) => {
    const component = componentOf(tier, id);
    return component === undefined ? [] : resourceProblems(path, resource, id, component);
  });
  return problems.slice(0, 1);
}

function componentOf(tier: TierParts, id: string): Component | undefined {
  const gained = gainedService(tier);
  return gained?.id === id ? gained.service : Object.hasOwn(tier.components, id) ? tier.components[id] : undefined;
}

/** Components of a tier, also the one that it has only with a GPU. */
function componentsOf(tier: TierParts): string[] {
  const gained = gainedService(tier);
  return [...Object.keys(tier.components), ...(gained === undefined ? [] : [gained.id])];
}

function natureProblems(path: (string | number)[], demand: Demand, operation: WrittenOperation): ReferenceProblem[] {
  const { nature } = RESOURCES[demand.resource];
  const held = nature === 'held' && operation.kind === 'event';
  if (held && demand.seconds === undefined && demand.search === undefined && operation.seconds === undefined) {
    return [
      { path: [...path, 'seconds'], input: undefined, message: 'the seconds that the resource is in use, or seconds of the operation' },
    ];
  }
  if (demand.workingSetGib !== undefined && demand.resource !== 'iops' && demand.resource !== 'throughput') {
    return [
      {
        path: [...path, 'workingSetGib'],
        input: demand.workingSetGib,
        message: 'no value: only reads with the resource iops or throughput have a working set',
      },
    ];
  }
  if (!held && demand.search !== undefined) {
    return [
      { path: [...path, 'search'], input: demand.search, message: 'no value: only a resource that an event holds is in use for a time' },
    ];
  }
  if (!held && demand.seconds !== undefined) {
    return [
      { path: [...path, 'seconds'], input: demand.seconds, message: 'no value: only a resource that an event holds is in use for a time' },
    ];
  }
  if (nature === 'stored' && operation.kind === 'session') {
    return [
      {
        path: [...path, 'resource'],
        input: demand.resource,
        message: 'a resource that a session holds or transfers: only events store data',
      },
    ];
  }
  return [];
}

import type { Component } from './component';
import type { Lever, LeverChange } from './lever';
import type { OperationParts } from './operation-references';
import { type ReferenceProblem, unknownWord } from './reference-problem';

/** The parts of a system that its levers refer to. */
interface LeverParts extends Pick<OperationParts, 'operations' | 'tiers'> {
  /** Levers. */
  readonly levers: readonly Lever[];
}

/** Levers with an id that another one has, and references that do not exist: a change of an unknown component would have no effect. */
export function leverProblems({ levers, operations, tiers }: LeverParts): ReferenceProblem[] {
  const kinds = new Map(tiers.flatMap(({ components }) => Object.entries(components).map(([id, { kind }]) => [id, kind] as const)));
  return levers.flatMap(({ id, changes, usedBy }, index) => {
    const path = ['levers', index];
    const isTaken = levers.findIndex((other) => other.id === id) !== index;
    return [
      ...(isTaken ? [{ path: [...path, 'id'], input: id, message: 'an id that is unique among the levers' }] : []),
      ...changes.flatMap((change, position) => changeProblems([...path, 'changes', position], change, operations, kinds)),
      ...usedBy.flatMap((service, position) => known([...path, 'usedBy', position], service, idsOf(kinds, 'service'), 'a service')),
    ];
  });
}

function changeProblems(
  path: (string | number)[],
  change: LeverChange,
  operations: LeverParts['operations'],
  kinds: ReadonlyMap<string, Component['kind']>,
): ReferenceProblem[] {
  switch (change.kind) {
    case 'demand':
      return [
        ...known([...path, 'component'], change.component, [...kinds.keys()], 'a component'),
        ...(change.operation === undefined ? [] : known([...path, 'operation'], change.operation, Object.keys(operations), 'an operation')),
        ...withoutEffect(path, change, operations, kinds),
      ];
    case 'usual':
      return known([...path, 'operation'], change.operation, Object.keys(operations), 'an operation');
    case 'price':
      return known([...path, 'component'], change.component, idsOf(kinds, 'external'), 'a component of kind external');
    case 'pool':
      return known([...path, 'component'], change.component, idsOf(kinds, 'service'), 'a service');
  }
}

/** A change of demands that no operation has: the lever would seem to save nothing. */
function withoutEffect(
  path: (string | number)[],
  { component, operation, resource }: Extract<LeverChange, { kind: 'demand' }>,
  operations: LeverParts['operations'],
  kinds: ReadonlyMap<string, Component['kind']>,
): ReferenceProblem[] {
  if (!kinds.has(component) || (operation !== undefined && !Object.hasOwn(operations, operation))) return [];
  const demands = Object.entries(operations).flatMap(([id, own]) => (operation === undefined || operation === id ? own.demands : []));
  const ofComponent = demands.filter((demand) => demand.component === component);
  const meant = operation === undefined ? 'an operation' : operation;
  if (ofComponent.length === 0) {
    const words = [...new Set(demands.map((demand) => demand.component))];
    return [unknownWord([...path, 'component'], component, words, 'a component with a demand', meant)];
  }
  if (resource === undefined || ofComponent.some((demand) => demand.resource === resource)) return [];
  const words = [...new Set(ofComponent.map((demand) => demand.resource))];
  return [unknownWord([...path, 'resource'], resource, words, 'a resource with a demand', meant)];
}

function idsOf(kinds: ReadonlyMap<string, Component['kind']>, kind: Component['kind']): string[] {
  return [...kinds].filter(([, own]) => own === kind).map(([id]) => id);
}

function known(path: (string | number)[], input: string, words: readonly string[], meant: string): ReferenceProblem[] {
  return words.includes(input) ? [] : [unknownWord(path, input, words, meant)];
}

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
      ...changes.flatMap((change, position) => changeProblems([...path, 'changes', position], change, Object.keys(operations), kinds)),
      ...usedBy.flatMap((service, position) => known([...path, 'usedBy', position], service, idsOf(kinds, 'service'), 'a service')),
    ];
  });
}

function changeProblems(
  path: (string | number)[],
  change: LeverChange,
  operations: readonly string[],
  kinds: ReadonlyMap<string, Component['kind']>,
): ReferenceProblem[] {
  switch (change.kind) {
    case 'demand':
      return [
        ...known([...path, 'component'], change.component, [...kinds.keys()], 'a component'),
        ...(change.operation === undefined ? [] : known([...path, 'operation'], change.operation, operations, 'an operation')),
      ];
    case 'usual':
      return known([...path, 'operation'], change.operation, operations, 'an operation');
    case 'price':
      return known([...path, 'component'], change.component, idsOf(kinds, 'external'), 'a component of kind external');
    case 'pool':
      return known([...path, 'component'], change.component, idsOf(kinds, 'service'), 'a service');
  }
}

function idsOf(kinds: ReadonlyMap<string, Component['kind']>, kind: Component['kind']): string[] {
  return [...kinds].filter(([, own]) => own === kind).map(([id]) => id);
}

function known(path: (string | number)[], input: string, words: readonly string[], meant: string): ReferenceProblem[] {
  return words.includes(input) ? [] : [unknownWord(path, input, words, meant)];
}

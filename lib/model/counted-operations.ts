import { oneOf } from '../core/problems';
import type { Component } from './component';
import type { Operation } from './operation';
import type { OperationParts, ReferenceProblem } from './operation-references';

/** Wrong references of queues and external services to the operations that they count, and transfers of the wrong kind of operation. */
export function countedProblems({ operations, tiers }: Pick<OperationParts, 'operations' | 'tiers'>): ReferenceProblem[] {
  return [
    ...Object.entries(operations).flatMap(([id, operation]) => transferProblems(id, operation)),
    ...tiers.flatMap(({ components }, index) =>
      Object.entries(components).flatMap(([id, component]) => componentProblems(['tiers', index, 'components', id], component, operations)),
    ),
  ];
}

function transferProblems(id: string, { kind, transfer }: Operation): ReferenceProblem[] {
  const path = ['operations', id, 'transfer'];
  const { uploadMib, callKilobitsPerSecond } = transfer ?? {};
  return [
    ...(kind === 'session' && uploadMib !== undefined
      ? [{ path: [...path, 'uploadMib'], input: uploadMib, message: 'no value: only events upload files' }]
      : []),
    ...(kind === 'event' && callKilobitsPerSecond !== undefined
      ? [{ path: [...path, 'callKilobitsPerSecond'], input: callKilobitsPerSecond, message: 'no value: only sessions are calls' }]
      : []),
  ];
}

function componentProblems(
  path: (string | number)[],
  component: Component,
  operations: Readonly<Record<string, Operation>>,
): ReferenceProblem[] {
  if (component.kind === 'queue' && component.messages !== undefined) {
    return referenceProblems([...path, 'messages'], component.messages, eventsOf(operations));
  }
  if (component.kind === 'external' && typeof component.driver === 'object') {
    return referenceProblems([...path, 'driver', 'operation'], component.driver.operation, Object.keys(operations));
  }
  return [];
}

/** Sessions are open at a time; only events send messages. */
function eventsOf(operations: Readonly<Record<string, Operation>>): string[] {
  return Object.entries(operations).flatMap(([id, { kind }]) => (kind === 'event' ? [id] : []));
}

function referenceProblems(path: (string | number)[], id: string, known: readonly string[]): ReferenceProblem[] {
  if (known.includes(id)) return [];
  return [{ path, input: id, message: known.length === 0 ? 'no value: the system has no operation of that kind' : oneOf(known) }];
}

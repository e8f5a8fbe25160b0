import { oneOf } from '../core/problems';
import type { Component } from './component';
import type { WrittenOperation } from './operation';
import type { OperationParts } from './operation-references';
import { type ReferenceProblem, unknownEntry } from './reference-problem';
import { COUNTED_AS, PER_SYSTEM } from './volumes';

/** The parts of a system that name operations by their ids, to count them. */
export interface CountingParts extends Pick<OperationParts, 'operations'> {
  /** Tiers. */
  readonly tiers: readonly CountingTier[];
  /** Scenarios. */
  readonly scenarios: readonly Pick<CountingTier, 'workload'>[];
}

/** The parts of a tier that name operations by their ids. */
interface CountingTier {
  /** Components by id. */
  readonly components: Readonly<Record<string, Component>>;
  /** The workload of the tier. */
  readonly workload: GivenOperations;
  /** The figures that a document publishes. */
  readonly published?: GivenOperations | undefined;
}

interface GivenOperations {
  /** Values by operation id. */
  readonly operations?: Readonly<Record<string, unknown>> | undefined;
}

/** Wrong references of workloads, queues and external services to operations, and operations of a kind that cannot be counted so. */
export function countedProblems({ operations, tiers, scenarios }: CountingParts): ReferenceProblem[] {
  return [
    ...Object.entries(operations).flatMap(([id, operation]) => [
      ...countsProblems(id, operation, operations),
      ...transferProblems(id, operation),
    ]),
    ...tiers.flatMap(({ workload }, index) => workloadProblems(['tiers', index, 'workload'], workload, operations)),
    ...scenarios.flatMap(({ workload }, index) => workloadProblems(['scenarios', index, 'workload'], workload, operations)),
    ...tiers.flatMap(({ published }, index) => publishedProblems(['tiers', index, 'published'], published, operations)),
    ...tiers.flatMap(({ components }, index) =>
      Object.entries(components).flatMap(([id, component]) => componentProblems(['tiers', index, 'components', id], component, operations)),
    ),
  ];
}

/** The kind of operation that each number of a workload is an amount of. */
const KIND_OF = { users: 'session', 'http-requests': 'event' } as const;

function countsProblems(
  id: string,
  { counts, kind, usual }: WrittenOperation,
  operations: CountingParts['operations'],
): ReferenceProblem[] {
  if (counts === undefined) return [];
  const path = ['operations', id, 'counts'];
  const first = Object.keys(operations).find((other) => operations[other]?.counts === counts);
  return [
    ...(kind === KIND_OF[counts]
      ? []
      : [{ path, input: counts, message: `no value: only operations of kind ${KIND_OF[counts]} are ${counts}` }]),
    ...(usual?.per === PER_SYSTEM && kind === KIND_OF[counts]
      ? [
          {
            path,
            input: counts,
            message: 'no value: the requests of an operation with `per: system` are counted in addition to those of users',
          },
        ]
      : []),
    ...(first === id ? [] : [{ path, input: counts, message: `no value: the operation ${first} counts them` }]),
  ];
}

function workloadProblems(
  path: (string | number)[],
  { operations: given = {} }: GivenOperations,
  operations: CountingParts['operations'],
): ReferenceProblem[] {
  return Object.entries(given).flatMap(([id, amount]) => {
    const operation = Object.hasOwn(operations, id) ? operations[id] : undefined;
    const at = [...path, 'operations', id];
    if (operation === undefined) {
      return [unknownEntry(at, id, Object.keys(operations))];
    }
    if (operation.counts === undefined) return [];
    return [
      {
        path: at,
        input: amount,
        message: `no value: the operation counts ${operation.counts}, whose number is ${COUNTED_AS[operation.counts]}`,
      },
    ];
  });
}

function publishedProblems(
  path: (string | number)[],
  published: GivenOperations | undefined,
  operations: CountingParts['operations'],
): ReferenceProblem[] {
  return Object.keys(published?.operations ?? {}).flatMap((id) =>
    Object.hasOwn(operations, id) ? [] : [unknownEntry([...path, 'operations', id], id, Object.keys(operations))],
  );
}

function transferProblems(id: string, { kind, counts, transfer }: WrittenOperation): ReferenceProblem[] {
  const path = ['operations', id, 'transfer'];
  const { uploadMib, callKilobitsPerSecond, modelKilobitsPerSecond, message } = transfer ?? {};
  return [
    ...(kind === 'session' && uploadMib !== undefined
      ? [{ path: [...path, 'uploadMib'], input: uploadMib, message: 'no value: only events upload files' }]
      : []),
    ...(kind === 'event' && callKilobitsPerSecond !== undefined
      ? [{ path: [...path, 'callKilobitsPerSecond'], input: callKilobitsPerSecond, message: 'no value: only sessions are calls' }]
      : []),
    ...(modelKilobitsPerSecond !== undefined && callKilobitsPerSecond === undefined
      ? [
          {
            path: [...path, 'modelKilobitsPerSecond'],
            input: modelKilobitsPerSecond,
            message: 'no value, or callKilobitsPerSecond: only calls are sent to a model',
          },
        ]
      : []),
    ...(message === undefined ? [] : messageProblems([...path, 'message'], message, { kind, counts, uploadMib })),
  ];
}

/** A message is an event, and no HTTP request; an upload is one. */
function messageProblems(
  path: (string | number)[],
  input: unknown,
  { kind, counts, uploadMib }: Pick<WrittenOperation, 'kind' | 'counts'> & { readonly uploadMib: unknown },
): ReferenceProblem[] {
  if (kind === 'session') return [{ path, input, message: 'no value: only events are messages' }];
  if (counts !== undefined) return [{ path, input, message: 'no value: the operation counts HTTP requests, which are no messages' }];
  return uploadMib === undefined ? [] : [{ path, input, message: 'no value: an upload is an HTTP request' }];
}

function componentProblems(
  path: (string | number)[],
  component: Component,
  operations: Readonly<Record<string, WrittenOperation>>,
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
function eventsOf(operations: Readonly<Record<string, WrittenOperation>>): string[] {
  return Object.entries(operations).flatMap(([id, { kind }]) => (kind === 'event' ? [id] : []));
}

function referenceProblems(path: (string | number)[], id: string, known: readonly string[]): ReferenceProblem[] {
  if (known.includes(id)) return [];
  return [{ path, input: id, message: known.length === 0 ? 'no value: the system has no operation of that kind' : oneOf(known) }];
}

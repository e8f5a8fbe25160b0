import type { Problem } from '../core/problems';
import { Options } from './options';

/** Flags that are a number of the workload, with the noun that an operation of that id must count. */
const WORKLOAD_FLAGS: Readonly<Record<string, string>> = { users: 'users', rps: 'http-requests' };

/** Flags of commands that have a flag for each operation, in addition to the options. */
const OTHER_FLAGS: readonly string[] = [
  'system',
  'tier',
  'growth',
  'plan',
  'slo',
  'confidence',
  'budget',
  'workload',
  'calibration',
  'levers',
  'with',
  'explain',
  'why',
  'no-design',
  'months',
  'base-tier',
  'id',
  'write',
  'config',
  'format',
  'json',
  'output',
  'quiet',
  'color',
  'no-color',
  'help',
  'version',
];

/** Flags that no operation may have the id of: the id of an operation is its flag. */
export const RESERVED_FLAGS: readonly string[] = [...OTHER_FLAGS, ...Object.keys(Options.shape).map(kebab)];

/** The problems of operations whose flag has another meaning, before anything else of a definition is checked. */
export function operationIdProblems(operations: unknown): Problem[] {
  if (typeof operations !== 'object' || operations === null) return [];
  return Object.entries(operations)
    .filter(
      ([id, operation]) => RESERVED_FLAGS.includes(id) || (Object.hasOwn(WORKLOAD_FLAGS, id) && !counts(operation, WORKLOAD_FLAGS[id])),
    )
    .map(([id]) => ({
      path: `operations.${id}`,
      reason: `--${id} is another flag of sizing recommend, design or capacity`,
      expected: 'another id for the operation',
    }));
}

/** Whether an operation of any shape counts a number of the workload. */
function counts(operation: unknown, counted: string | undefined): boolean {
  return typeof operation === 'object' && operation !== null && 'counts' in operation && operation.counts === counted;
}

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

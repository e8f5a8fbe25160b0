import type { CalibrationSource } from '../../lib/answers/calibrated-system';
import { namedOperations } from '../../lib/answers/system-reference';
import { WORKLOAD_SUBJECT, type WorkloadInput } from '../../lib/answers/workload-input';
import { allParts, mapErrors, validPart } from '../../lib/core/all-parts';
import { InputError, oneOf, type Problem, shown } from '../../lib/core/problems';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { type Flag, type FlagValues, listFlag, textFlag } from '../command';
import { readObjectFile } from '../object-file';
import type { Systems } from '../systems';
import { camel, flagOf } from './tier-options';

/** Keys of the workload by flag. */
const KEYS: Readonly<Record<string, string>> = {
  users: 'concurrentUsers',
  rps: 'requestsPerSecond',
  growth: 'growth',
  confidence: 'confidence',
  budget: 'budget',
};

/** Flags of the target workload, without those of operations. */
export function workloadFlags(): Flag[] {
  return [
    { name: 'users', value: 'number', description: 'concurrent users (with an open session): 800, 500-800 or 500-650-800' },
    { name: 'rps', value: 'number', description: 'HTTP requests per second; default: the usual requests of that many users' },
    {
      name: 'workload',
      value: 'file',
      description: 'JSON or YAML file with the workload (schemas/workload.schema.json); flags override it',
    },
  ];
}

/** Flags of the requirements on a recommendation. */
export function targetFlags(): Flag[] {
  return [
    { name: 'growth', value: 'share', description: 'growth of the workload, such as 8%/month; adds how long the tier lasts' },
    {
      name: 'slo',
      value: 'level',
      description:
        'required service level: p95=1s (or p50, p99) of HTTP requests, order.p95=500ms of one operation, errors=1% (only load above a limit; timeouts are not modelled), replication-lag=1s of all reads from replicas; may be repeated',
      repeatable: true,
    },
    { name: 'confidence', value: 'share', description: 'required likelihood of handling the load; default: 90%' },
    { name: 'budget', value: 'usd', description: 'maximum estimate (mid) in US dollars per month' },
  ];
}

/** The regular plural of an operation's name: `searches`, `queries`, `messages`. */
function pluralOf(noun: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** A flag for each operation of a system; without one, of every system that a command line can name. */
export function operationFlags(system: SystemDefinition | undefined, { all }: Pick<Systems, 'all'>): Flag[] {
  const systemsBy = new Map<string, { readonly what: string; readonly systems: string[] }>();
  for (const one of system === undefined ? all : [system]) {
    for (const { id, name, plural = pluralOf(name), kind } of namedOperations(one)) {
      if (Object.hasOwn(KEYS, id)) continue;
      const known = systemsBy.get(id) ?? {
        what: kind === 'event' ? `${plural} per second, or a rate such as 600/min` : `number of ${plural}`,
        systems: [],
      };
      known.systems.push(one.id);
      systemsBy.set(id, known);
    }
  }
  return [...systemsBy].map(([name, { what, systems }]) => ({
    name,
    value: 'amount',
    description: system === undefined ? `${what} (${systems.join(', ')})` : what,
  }));
}

/** Flag of calibrations. */
export const CALIBRATION_FLAG: Flag = {
  name: 'calibration',
  value: 'file',
  description: 'file that `sizing fit` or `sizing observe` wrote; applies to the tier that it measured; may be repeated',
  repeatable: true,
};

/** Calibrations of the files that `--calibration` names, for a system. Throws an InputError with the problems of all files. */
export function calibrationsOf(flags: FlagValues, named: () => SystemDefinition): readonly CalibrationSource[] {
  const system = validPart(named);
  const paths = listFlag(flags, 'calibration');
  if (paths.length === 0) return [];
  const { systemWith } = require('../../lib/answers/calibrated-system') as typeof import('../../lib/answers/calibrated-system');
  const read = (path: string) => ({ name: `calibration ${path}`, value: readObjectFile(path) });
  const files = paths.map((path): [string, () => CalibrationSource] => [
    path,
    () => {
      const source = read(path);
      if (system !== undefined) systemWith(system, [source]);
      return source;
    },
  ]);
  return Object.values(allParts(Object.fromEntries(files)));
}

/** Throws an InputError with every problem of the workload of the flags and the file, for a system or, where it is unknown, for any. */
export function requireWorkload(flags: FlagValues, named: () => SystemDefinition): void {
  const { checkWorkload } = require('../../lib/answers/requested-workload') as typeof import('../../lib/answers/requested-workload');
  const system = validPart(named);
  const read = () => workloadFile(flags);
  allParts({
    read,
    given: () => asFlags(flags, system, () => checkWorkload(system, workloadOf(flags, validPart(read) ?? {}, system))),
  });
}

/** Runs an answer with the workload of the flags and the file. Paths in InputErrors about the workload become what the user typed. */
export function withWorkload<T>(flags: FlagValues, system: SystemDefinition, answer: (workload: WorkloadInput) => T): T {
  const workload = workloadOf(flags, workloadFile(flags), system);
  return asFlags(flags, system, () => answer(workload));
}

/** The workload of the flags and the file, without the operations of a system; without a file that is invalid. */
export function givenWorkload(flags: FlagValues): WorkloadInput {
  return workloadOf(flags, validPart(() => workloadFile(flags)) ?? {}, undefined);
}

function workloadFile(flags: FlagValues): Readonly<Record<string, unknown>> {
  const file = textFlag(flags, 'workload');
  return file === undefined ? {} : readObjectFile(file);
}

/** The workload of a file, which the flags override. */
function workloadOf(flags: FlagValues, file: Readonly<Record<string, unknown>>, system: SystemDefinition | undefined): WorkloadInput {
  const operations = system === undefined ? {} : operationsOf(flags, system);
  return { ...file, ...keyed(flags), ...withOperations(file.operations, operations) } as WorkloadInput;
}

function asFlags<T>(flags: FlagValues, system: SystemDefinition | undefined, answer: () => T): T {
  try {
    return answer();
  } catch (error) {
    throw error instanceof InputError ? mapErrors(error, (part) => asGiven(part, flags, system)) : error;
  }
}

function asGiven(error: InputError, flags: FlagValues, system: SystemDefinition | undefined): InputError {
  if (error.subject !== WORKLOAD_SUBJECT) return error;
  const file = textFlag(flags, 'workload');
  const problems = error.problems.map((problem) =>
    problem.path === WORKLOAD_SUBJECT ? withFlags(problem, system) : asWritten(problem, flags),
  );
  return new InputError(file === undefined ? 'flags' : `file ${file}`, problems);
}

/** A problem of the whole workload, with the flags that give one. */
function withFlags(problem: Problem, system: SystemDefinition | undefined): Problem {
  const ofOperations = (system === undefined ? [] : namedOperations(system)).map(({ id }) => flagOf(id));
  return { ...problem, expected: `${problem.expected}; set ${oneOf([...new Set(['--users', ...ofOperations])])}` };
}

function withOperations(file: unknown, own: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (Object.keys(own).length === 0) return {};
  return { operations: { ...(typeof file === 'object' && file !== null ? file : {}), ...own } };
}

function keyed(flags: FlagValues): Record<string, unknown> {
  const levels = listFlag(flags, 'slo');
  const amounts = Object.fromEntries(
    Object.entries(KEYS).flatMap(([flag, key]) => {
      const text = textFlag(flags, flag);
      return text === undefined ? [] : [[key, amountOf(text)]];
    }),
  );
  return { ...amounts, ...(levels.length === 0 ? {} : { slo: levels }) };
}

function operationsOf(flags: FlagValues, { operations = {} }: SystemDefinition): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(operations).flatMap((id) => {
      const text = Object.hasOwn(KEYS, id) ? undefined : textFlag(flags, camel(id));
      return text === undefined ? [] : [[id, amountOf(text)]];
    }),
  );
}

/** Parses `800`, `500-800` and `500-650-800`; the schema validates everything else. */
function amountOf(text: string): unknown {
  if (text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  const parts = text.split(/[-–]/).map((part) => part.trim());
  const numbers = parts.map(Number);
  if (parts.some((part) => part === '') || numbers.some((number) => !Number.isFinite(number))) return text;
  const [low, mid, high] = numbers;
  if (numbers.length === 2) return [low, mid];
  return numbers.length === 3 ? { low, mid, high } : text;
}

/** Flags of amounts that are no rates. */
const NUMBERS: ReadonlySet<string> = new Set(['users', 'rps']);

const NUMBER = 'a number such as 800, or a range such as 500-800 with the lower end first';

const AMOUNTS = 'a number, a range such as 400-600, or for events a rate per s, min, h or day, such as 600/min';

function asWritten(problem: Problem, flags: FlagValues): Problem {
  const flag = Object.keys(KEYS).find((name) => KEYS[name] === problem.path.split('.')[0]);
  const text = flag === undefined ? undefined : textFlag(flags, flag);
  if (flag !== undefined && text !== undefined) {
    return {
      ...problem,
      path: `--${flag}`,
      ...(problem.received !== undefined && NUMBERS.has(flag) && { received: shown(text), expected: NUMBER }),
    };
  }
  if (/^slo\b/.test(problem.path) && listFlag(flags, 'slo').length > 0) return { ...problem, path: '--slo' };
  const operation = /^operations\.([^.]+)/.exec(problem.path)?.[1];
  return operation !== undefined && textFlag(flags, camel(operation)) !== undefined
    ? { ...problem, path: flagOf(operation), expected: AMOUNTS }
    : problem;
}

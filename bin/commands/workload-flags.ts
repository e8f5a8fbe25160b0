import { calibratedSystem } from '../../lib/answers/capacity-of';
import { InputError, oneOf, type Problem } from '../../lib/core/problems';
import { parseCalibration } from '../../lib/loadtest/calibration';
import { parseInput } from '../../lib/model/parse';
import type { System } from '../../lib/model/system';
import { WorkloadQuestion } from '../../lib/model/workload';
import { SYSTEMS } from '../../tiers';
import { type Flag, type FlagValues, listFlag, textFlag } from '../command';
import { readObjectFile } from '../object-file';
import { camel, flagOf } from './blueprint-options';

/** Flags of a workload, and the keys of the question that they fill. */
const KEYS: Readonly<Record<string, string>> = {
  users: 'concurrentUsers',
  rps: 'requestsPerSecond',
  growth: 'growth',
  confidence: 'confidence',
  budget: 'budget',
};

/** Flags that any system takes; every operation of any system is a flag of its own. */
export function workloadFlags(): Flag[] {
  return [
    { name: 'users', value: 'number', description: 'users with an open session at the same time; 800, or 500-800, or 500-650-800' },
    { name: 'rps', value: 'number', description: 'requests a second; default: what so many users usually send' },
    ...operationFlags(),
    { name: 'workload', value: 'file', description: 'a JSON or YAML file with the same (schemas/workload.schema.json); flags win' },
  ];
}

export function targetFlags(): Flag[] {
  return [
    { name: 'growth', value: 'share', description: 'growth of the workload, such as 8%/month: says how long the answer lasts' },
    { name: 'confidence', value: 'share', description: 'how sure the answer has to be; default: 90%' },
    { name: 'budget', value: 'usd', description: 'US dollars a month that the bill (mid) may be' },
  ];
}

function operationFlags(): Flag[] {
  const systemsBy = new Map<string, { readonly what: string; readonly systems: string[] }>();
  for (const { id: system, operations = {} } of SYSTEMS) {
    for (const [id, { name, kind }] of Object.entries(operations)) {
      if (Object.hasOwn(KEYS, id)) continue;
      const known = systemsBy.get(id) ?? {
        what: kind === 'event' ? `${name}s, a second or as 600/min` : `${name}s at a time`,
        systems: [],
      };
      known.systems.push(system);
      systemsBy.set(id, known);
    }
  }
  return [...systemsBy].map(([name, { what, systems }]) => ({ name, value: 'amount', description: `${what} (${systems.join(', ')})` }));
}

export const CALIBRATION_FLAG: Flag = {
  name: 'calibration',
  value: 'file',
  description: 'what `sizing fit` wrote: the tested tier is then sized by what was measured; may be repeated',
  repeatable: true,
};

/** The system as load tests of its tiers showed it. */
export function systemFromFlags(flags: FlagValues, system: System): System {
  return listFlag(flags, 'calibration').reduce(
    (measured, path) => calibratedSystem(measured, parseCalibration(readObjectFile(path), `calibration ${path}`)),
    system,
  );
}

/** What the flags and the file ask, checked as a whole. Throws an InputError that names flags as they were written. */
export function questionFromFlags(flags: FlagValues, system: System): WorkloadQuestion {
  const file = textFlag(flags, 'workload');
  const read = file === undefined ? {} : readObjectFile(file);
  const given = { ...read, ...keyed(flags), ...withOperations(read.operations, operationsOf(flags)) };
  const unknown = Object.keys(operationsOf(flags)).filter((id) => !Object.hasOwn(system.operations, id));
  try {
    if (unknown.length > 0)
      throw new InputError(
        'flags',
        unknown.map((id) => notOf(id, system)),
      );
    return parseInput(WorkloadQuestion, given, file === undefined ? 'flags' : `file ${file}`);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.subject,
      error.problems.map((problem) => asWritten(problem, flags)),
    );
  }
}

function notOf(id: string, system: System): Problem {
  const known = Object.keys(system.operations).map((operation) => flagOf(operation));
  return { path: flagOf(id), reason: `${system.id} has no such operation`, expected: oneOf(known) };
}

function withOperations(file: unknown, own: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (Object.keys(own).length === 0) return {};
  return { operations: { ...(typeof file === 'object' && file !== null ? file : {}), ...own } };
}

function keyed(flags: FlagValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(KEYS).flatMap(([flag, key]) => {
      const text = textFlag(flags, flag);
      return text === undefined ? [] : [[key, amountOf(text)]];
    }),
  );
}

function operationsOf(flags: FlagValues): Record<string, unknown> {
  const ids = SYSTEMS.flatMap(({ operations = {} }) => Object.keys(operations)).filter((id) => !Object.hasOwn(KEYS, id));
  return Object.fromEntries(
    [...new Set(ids)].flatMap((id) => {
      const text = textFlag(flags, camel(id));
      return text === undefined ? [] : [[id, amountOf(text)]];
    }),
  );
}

/** `800`, `500-800`, `500-650-800`; anything else is left to the schema as it is. */
function amountOf(text: string): unknown {
  const parts = text.split(/[-–]/).map((part) => part.trim());
  const numbers = parts.map(Number);
  if (parts.some((part) => part === '') || numbers.some((number) => !Number.isFinite(number))) return text;
  const [low, mid, high] = numbers;
  if (numbers.length === 1) return low;
  if (numbers.length === 2) return [low, mid];
  return numbers.length === 3 ? { low, mid, high } : text;
}

const AMOUNTS = 'a number, a range such as 400-600, or for events a rate such as 600/min';

function asWritten(problem: Problem, flags: FlagValues): Problem {
  const flag = Object.keys(KEYS).find((name) => KEYS[name] === problem.path.split('.')[0]);
  if (flag !== undefined && textFlag(flags, flag) !== undefined) return { ...problem, path: `--${flag}` };
  const operation = /^operations\.([^.]+)/.exec(problem.path)?.[1];
  return operation !== undefined && textFlag(flags, camel(operation)) !== undefined
    ? { ...problem, path: flagOf(operation), expected: AMOUNTS }
    : problem;
}

import { isPlainObject, own, type PlainObject } from '../core/plain-object';
import { InputError, type Problem, shown } from '../core/problems';
import { readText } from '../io/files';
import { parseJson } from '../io/parse-json';

const EXPECTED =
  'a JSON file of parameters: [{"ParameterKey": "Stage", "ParameterValue": "prod"}], ["Stage=prod"], {"Parameters": {"Stage": "prod"}} or {"Stage": "prod"}';
const MAX_BYTES = 1_000_000;

/**
 * Reads parameter values from a file in one of the formats of the AWS CLI: the list of `aws cloudformation create-stack --parameters`,
 * the list of strings or the `Parameters` object of `aws cloudformation deploy --parameter-overrides`, or an object of names and values.
 * Source: AWS CLI command reference, `cloudformation deploy`. Throws an InputError with every invalid entry.
 */
export function readParameterFile(path: string): ReadonlyMap<string, string> {
  const subject = `parameter file ${path}`;
  const value = parseJson(readText(path, subject, { expected: EXPECTED, maxBytes: MAX_BYTES }), subject);
  const problems: Problem[] = [];
  const values = new Map<string, string>();
  const add = (place: string, name: unknown, given: unknown) => {
    if (typeof name !== 'string' || name === '' || !isText(given))
      problems.push({
        path: place,
        ...(given !== undefined && { received: shown(given) }),
        expected: 'the name and the value of a parameter',
      });
    else if (values.has(name)) problems.push({ path: place, reason: `${name} is given twice`, expected: 'once' });
    else values.set(name, String(given));
  };
  if (Array.isArray(value)) for (const [index, entry] of value.entries()) add(`[${index}]`, ...nameAndValue(entry));
  else if (isPlainObject(value)) for (const [name, given] of Object.entries(parametersIn(value))) add(name, name, given);
  else problems.push({ path: 'file', received: shown(value), expected: EXPECTED });
  if (problems.length > 0) throw new InputError(subject, problems);
  return values;
}

function nameAndValue(entry: unknown): readonly [name: unknown, value: unknown] {
  if (isPlainObject(entry)) return [own(entry, 'ParameterKey'), own(entry, 'ParameterValue')];
  if (typeof entry !== 'string') return [undefined, entry];
  const { name, value } = parameterOf(entry);
  return [name, value];
}

/** Parses `Stage=prod`; the name is undefined when there is no `=`. */
export function parameterOf(text: string): { readonly name?: string; readonly value: string } {
  const equals = text.indexOf('=');
  return equals < 1 ? { value: text } : { name: text.slice(0, equals), value: text.slice(equals + 1) };
}

function parametersIn(value: PlainObject): PlainObject {
  const nested = own(value, 'Parameters');
  return isPlainObject(nested) ? nested : value;
}

function isText(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

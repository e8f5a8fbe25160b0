import { z } from 'zod';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { InputError } from '../../lib/core/problems';
import { Options } from '../../lib/model/options';
import { type Flag, type FlagValues, textFlag } from '../command';

/** What a person may write for one option, read from its schema. */
export interface OptionDescription {
  /** CDK context key. */
  readonly key: string;
  /** Flag without dashes. */
  readonly flag: string;
  readonly allowed: string;
  /** Empty where the tier decides, or where there is none. */
  readonly default: string;
  readonly description: string;
}

/** The part of a JSON Schema that our options use. */
interface PropertySchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly PropertySchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: string;
  readonly description?: string;
}

/** In the order of the schema. */
export const OPTIONS: readonly OptionDescription[] = describe();

function describe(): OptionDescription[] {
  const { properties = {} } = z.toJSONSchema(Options, { io: 'input' });
  return Object.entries(properties as Record<string, PropertySchema>).map(([key, schema]) => ({
    key,
    flag: kebab(key),
    allowed: allowedText(schema),
    default: schema.default ?? '',
    description: schema.description ?? '',
  }));
}

function allowedText(schema: PropertySchema): string {
  const inner = schema.anyOf?.find((option) => option.enum !== undefined) ?? schema;
  if (inner.enum !== undefined) return inner.enum.join(', ');
  if (schema.type === 'integer') return `${schema.minimum} to ${schema.maximum}`;
  return schema.type === 'number' ? 'a number above 0' : 'a text';
}

/** The budget of a stack is a policy of its synthesis; on the command line `--max-monthly` limits any bill. */
const NOT_A_FLAG: readonly string[] = ['budget'];

/** One flag for each option. Values are checked by the options' own schema, all together, not one by one here. */
export function optionFlags(): Flag[] {
  return OPTIONS.filter(({ key }) => !NOT_A_FLAG.includes(key)).map((option) => ({
    name: option.flag,
    value: valueName(option),
    description: flagText(option),
  }));
}

function valueName({ key, allowed }: OptionDescription): string {
  return allowed === 'true, false' ? 'true|false' : (kebab(key).split('-').at(-1) ?? key);
}

function flagText(option: OptionDescription): string {
  const allowed = option.allowed === 'a text' || option.allowed === 'true, false' ? '' : ` (${option.allowed})`;
  return `${option.description}${allowed}${option.default === '' ? '' : `; default: ${option.default}`}`;
}

/** The options among the flags that were given, by their context keys. */
export function givenOptions(flags: FlagValues): Record<string, string> {
  return Object.fromEntries(
    OPTIONS.flatMap(({ key }) => {
      const value = textFlag(flags, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** A blueprint, or an InputError that names what is wrong as it was written: `--gpu`, or `--from gpu`. */
export function blueprintFromFlags(request: Readonly<Record<string, string>>, nameOf = flagOf): Blueprint {
  try {
    return blueprintFor(request);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const isAskedFor = (path: string) => Object.hasOwn(request, path) || Object.hasOwn(Options.shape, path);
    throw new InputError(
      'flags',
      error.problems.map((problem) => (isAskedFor(problem.path) ? { ...problem, path: nameOf(problem.path) } : problem)),
    );
  }
}

export function flagOf(key: string): string {
  return `--${kebab(key)}`;
}

export function kebab(camelCase: string): string {
  return camelCase.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export function camel(kebabCase: string): string {
  return kebabCase.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

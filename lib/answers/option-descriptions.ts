import { z } from 'zod';
import { Options } from '../model/options';

/** One option of a tier, described by its schema. */
export interface OptionDescription {
  /** CDK context key, such as `readReplicas`. */
  readonly key: string;
  /** Flag of the command without dashes, such as `read-replicas`. */
  readonly flag: string;
  /** Accepted values: a list of words, a range of whole numbers, or the type. */
  readonly allowed: string;
  /** Empty where the tier decides, and for options without a default. */
  readonly default: string;
  /** Effect of the option. */
  readonly description: string;
}

/** The part of a JSON Schema that the options use. */
interface PropertySchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly PropertySchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: string;
  readonly description?: string;
}

/** `allowed` of an option that accepts any string. */
export const ANY_STRING = 'a string';

/** Every option, in the order of the schema. */
export const OPTION_DESCRIPTIONS: readonly OptionDescription[] = describe();

function describe(): OptionDescription[] {
  const { properties = {} } = z.toJSONSchema(Options, { io: 'input' });
  return Object.entries(properties as Record<string, PropertySchema>).map(([key, schema]) => ({
    key,
    flag: key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    allowed: allowedText(schema),
    default: schema.default ?? '',
    description: schema.description ?? '',
  }));
}

function allowedText(schema: PropertySchema): string {
  const inner = schema.anyOf?.find((option) => option.enum !== undefined) ?? schema;
  if (inner.enum !== undefined) return inner.enum.join(', ');
  if (schema.type === 'integer') return `${schema.minimum} to ${schema.maximum}`;
  return schema.type === 'number' ? 'a number above 0' : ANY_STRING;
}

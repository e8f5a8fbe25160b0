import { z } from 'zod';
import { InputError, notOneOf, type Problem } from '../core/problems';
import { DECLARATION_KEY } from './key';
import { USAGE_KEYS } from './usage';

/** Version of the form below; a reader refuses versions that it does not know. */
export const DECLARATION_VERSION = 1;

/** A number, or a string of one: cfn-lint refuses fractions in a template's metadata, so ours are written as strings. */
const Amount = z.union([z.number(), z.string().min(1).transform(Number)]).pipe(z.number().min(0));

const QuantityInterval = z.object({ low: Amount, mid: Amount, high: Amount });

const UsageDeclaration = z.object({
  /** Component id, or `network` for use that belongs to no component. */
  component: z.string().min(1),
  /** Which quantity, with the unit of USAGE_UNITS. */
  key: z.enum(USAGE_KEYS),
  /** Amount per month, but for rates and averages. */
  quantity: QuantityInterval,
  /** How it was derived, in one line with its numbers. */
  assumption: z.string(),
});
/** A quantity of use that the estimate needs and no resource states. */
export type UsageDeclaration = z.infer<typeof UsageDeclaration>;

const ExternalDeclaration = z.object({
  /** Component id. */
  id: z.string().min(1),
  /** Name of the line. */
  name: z.string().min(1),
  /** What is counted: `request`, `month`. */
  unit: z.string().min(1),
  /** Units per month. */
  quantity: QuantityInterval,
  /** US dollars for one unit. */
  unitPriceUsd: z.object({ low: Amount, high: Amount }),
  /** Where the price is from. */
  source: z.string(),
  /** Date of the price. */
  asOf: z.iso.date(),
});
/** A service of another provider, with its price as a range. */
export type ExternalDeclaration = z.infer<typeof ExternalDeclaration>;

const DeclaredUse = z.object({
  /** Version of this form. */
  version: z.literal(DECLARATION_VERSION),
  /** System and tier that it was made from. */
  system: z.string().optional(),
  tier: z.string().optional(),
  /** Options of the tier, of which the estimate needs the region and the platform. */
  options: z.looseObject({ region: z.string().optional(), platform: z.string().optional() }).default({}),
  /** On stacks that stand by for another region: which. */
  standsBy: z.string().optional(),
  /** Default: none. */
  usage: z.array(UsageDeclaration).default([]),
  /** Default: none. */
  externals: z.array(ExternalDeclaration).default([]),
});
/** A declaration that was read. */
export type DeclaredUse = z.infer<typeof DeclaredUse>;

const ResourceDeclaration = z.object({ inherited: z.record(z.string(), z.string()) });

/** The declaration in a template's metadata; undefined where there is none. Throws an InputError when it is invalid. */
export function declaredUse({
  name,
  metadata,
}: {
  readonly name: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}): DeclaredUse | undefined {
  const declaration = metadata[DECLARATION_KEY];
  return declaration === undefined ? undefined : parseDeclaration(declaration, name, ['Metadata', DECLARATION_KEY]);
}

/** A declaration, wherever it was found. Throws an InputError with all problems when it is invalid. */
export function parseDeclaration(declaration: unknown, name: string, place: readonly string[]): DeclaredUse {
  const parsed = DeclaredUse.safeParse(declaration);
  if (parsed.success) return parsed.data;
  throw new InputError(
    name,
    parsed.error.issues.map((issue) => problemOf(issue, declaration, place)),
  );
}

/**
 * Properties of a resource that another template has, such as those of the source of a replica: `inherited` in the resource's
 * metadata. Undefined where nothing is declared, `invalid` where what is declared cannot be read.
 */
export function inheritedProperties(metadata: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> | 'invalid' | undefined {
  const declaration = metadata[DECLARATION_KEY];
  if (declaration === undefined) return undefined;
  const parsed = ResourceDeclaration.safeParse(declaration);
  return parsed.success ? parsed.data.inherited : 'invalid';
}

function problemOf({ path, message }: z.core.$ZodIssue, declaration: unknown, place: readonly string[]): Problem {
  const where = [...place, ...path].map(String).join('.');
  const received = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], declaration);
  if (path.at(-1) === 'key' && typeof received === 'string') return notOneOf(where, received, USAGE_KEYS);
  return { path: where, expected: `a declaration as it is synthesized (${message})` };
}

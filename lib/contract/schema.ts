import { z } from 'zod';
import { isPlainObject, own } from '../core/plain-object';
import { InputError, notOneOf, type Problem } from '../core/problems';
import { Amount } from './amount';
import { DECLARATION_KEY } from './key';
import { USAGE_KEYS } from './usage';
import { UsageBasis } from './usage-basis';

/** Version of the schema; other versions are rejected. */
export const DECLARATION_VERSION = 1;

const QuantityInterval = z.object({ low: Amount, mid: Amount, high: Amount });

const UsageDeclaration = z.object({
  /** Component id, or `network` for usage that belongs to no component. */
  component: z.string().min(1),
  /** Kind of usage; USAGE_UNITS has its unit. */
  key: z.enum(USAGE_KEYS),
  /** Amount per month; rates and averages as in their unit. */
  quantity: QuantityInterval,
  /** How the quantity was derived. */
  basis: UsageBasis,
});
/** Declared usage quantity. */
export type UsageDeclaration = z.infer<typeof UsageDeclaration>;

const ExternalDeclaration = z.object({
  /** Component id. */
  id: z.string().min(1),
  /** Name of the line item. */
  name: z.string().min(1),
  /** Billing unit: `request`, `month`. */
  unit: z.string().min(1),
  /** Units per month. */
  quantity: QuantityInterval,
  /** US dollars for one unit. */
  unitPriceUsd: z.object({ low: Amount, high: Amount }),
  /** Source of the price. */
  source: z.string(),
  /** Date of the price. */
  asOf: z.iso.date(),
});
/** Declared external service, with its price as a range. */
export type ExternalDeclaration = z.infer<typeof ExternalDeclaration>;

const DeclaredUse = z.object({
  /** Version of the schema. */
  version: z.literal(DECLARATION_VERSION),
  /** Id of the system. */
  system: z.string().optional(),
  /** Id of the tier. */
  tier: z.string().optional(),
  /** Options of the tier; the estimate uses the region and the platform. */
  options: z.looseObject({ region: z.string().optional(), platform: z.string().optional() }).default({}),
  /** On stacks in a standby region: the primary region. */
  standsBy: z.string().optional(),
  /** Usage quantities. Default: none. */
  usage: z.array(UsageDeclaration).default([]),
  /** External services. Default: none. */
  externals: z.array(ExternalDeclaration).default([]),
});
/** A declaration that was read and validated. */
export type DeclaredUse = z.infer<typeof DeclaredUse>;

const ResourceDeclaration = z.object({ inherited: z.record(z.string(), z.string()) });

/** Reads the declaration from the metadata of a template; undefined for a template without it. Throws an InputError for an invalid one. */
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

/** Validates a declaration; `name` and `place` locate it in messages. Throws an InputError with all problems. */
export function parseDeclaration(declaration: unknown, name: string, place: readonly string[]): DeclaredUse {
  const parsed = DeclaredUse.safeParse(declaration);
  if (parsed.success) return parsed.data;
  if (isOfFirstRelease(declaration)) {
    const expected = 'one of this version: synthesize the template again, or delete the declaration from it';
    throw new InputError(name, [{ path: place.join('.'), reason: 'a declaration of version 0.1.0', expected }]);
  }
  throw new InputError(
    name,
    parsed.error.issues.map((issue) => problemOf(issue, declaration, place)),
  );
}

/** Version 0.1.0 wrote an assumption as text where each usage quantity has its basis now, under the same version of the schema. */
function isOfFirstRelease(declaration: unknown): boolean {
  const usage = isPlainObject(declaration) ? own(declaration, 'usage') : undefined;
  return Array.isArray(usage) && usage.some((each) => isPlainObject(each) && own(each, 'basis') === undefined && 'assumption' in each);
}

/**
 * Properties that a resource inherits from a resource in another template, such as those of the source of a read replica:
 * `inherited` in the metadata of the resource. Undefined when nothing is declared, `invalid` when the declaration is invalid.
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

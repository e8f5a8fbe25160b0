import { z } from 'zod';
import { InputError } from '../problems';
import type { Template } from '../template';

/** Where a template says what it is made for, at its top level: `Metadata` → this key. */
export const DECLARATION_KEY = 'sizing-blueprints';

/** A number, or the text of one: cfn-lint refuses fractions in a template's metadata, so ours are written as text. */
const Amount = z.union([z.number(), z.string().min(1).transform(Number)]).pipe(z.number().min(0));

const QuantityInterval = z.object({ low: Amount, mid: Amount, high: Amount });

const UsageDeclaration = z.object({
  component: z.string().min(1),
  key: z.string().min(1),
  quantity: QuantityInterval,
  assumption: z.string(),
});
/** A quantity of use that the bill needs and no resource holds. */
export type UsageDeclaration = z.infer<typeof UsageDeclaration>;

const ExternalDeclaration = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  unit: z.string().min(1),
  quantity: QuantityInterval,
  unitPriceUsd: z.object({ low: Amount, high: Amount }),
  source: z.string(),
  asOf: z.iso.date(),
});
/** A bill that no template holds, with its price as a range. */
export type ExternalDeclaration = z.infer<typeof ExternalDeclaration>;

const Declaration = z.object({
  version: z.literal(1),
  usage: z.array(UsageDeclaration).default([]),
  externals: z.array(ExternalDeclaration).default([]),
});

/** What a template declares about its use. */
export interface DeclaredUse {
  readonly usage: readonly UsageDeclaration[];
  readonly externals: readonly ExternalDeclaration[];
}

/** The use that a template declares in its metadata; undefined for templates that aren't ours. Throws an InputError when it is unreadable. */
export function declaredUse(template: Template): DeclaredUse | undefined {
  const declaration = template.metadata[DECLARATION_KEY];
  return declaration === undefined ? undefined : parseDeclaration(declaration, template.name, ['Metadata', DECLARATION_KEY]);
}

/** What a declaration says, wherever it was found. Throws an InputError when it is unreadable. */
export function parseDeclaration(declaration: unknown, name: string, place: readonly string[]): DeclaredUse {
  const parsed = Declaration.safeParse(declaration);
  if (parsed.success) return parsed.data;
  throw new InputError(
    name,
    parsed.error.issues.map(({ path, message }) => ({
      path: [...place, ...path].map(String).join('.'),
      allowed: `what is declared when it is synthesized (${message})`,
    })),
  );
}

import { isPlainObject, type PlainObject } from '../core/plain-object';
import { InputError, notOneOf, oneOf, type Problem, shown, suggestionFor } from '../core/problems';
import type { ComponentInput, SystemInput, TierInput } from './inputs';

/** Fields of a component that replace those of the extended tier. Lists are replaced, objects are merged. */
export type ComponentOverride = {
  [Kind in ComponentInput['kind']]: Partial<Extract<ComponentInput, { readonly kind: Kind }>>;
}[ComponentInput['kind']];

/** A tier that is written as its differences from another tier of the same system. */
export interface TierExtension extends Partial<Omit<TierInput, 'id' | 'components'>> {
  /** Id, unique in its system. */
  readonly id: string;
  /** Id of the tier that this one extends; it has every field of that tier which it does not set itself, except `published`. */
  readonly extends: string;
  /** Components that differ, by id: the fields that change, a new component, or null for one that the tier does not have. Default: none. */
  readonly components?: Readonly<Record<string, ComponentOverride | null>>;
}

/** A system as people write it: tiers may extend each other. */
export interface SystemDefinition extends Omit<SystemInput, 'tiers'> {
  /** Tiers, from the smallest to the largest. */
  readonly tiers: readonly (TierInput | TierExtension)[];
}

/** Fields that belong to one tier alone: a published figure of another tier is not a figure of this one. */
const NOT_INHERITED: readonly string[] = ['published', 'extends'];

/**
 * Validates a system with every tier written out in full. A value that is not an object with tiers stays as it is, so that the schema
 * refuses it. Throws an InputError with the problems of `validate` and of `extends`; a problem of a tier that another one inherits is
 * reported once, where it is written.
 */
export function withExtendedTiers<T>(system: SystemDefinition, subject: string, validate: (complete: unknown) => T): T {
  if (!isPlainObject(system) || !Array.isArray(system.tiers)) return validate(system);
  const tiers: readonly unknown[] = system.tiers;
  const unknown = tiers.flatMap((tier, index) => extensionProblems(tier, index, tiers));
  const whole = tiers.find((tier): tier is PlainObject => isPlainObject(tier) && !('extends' in tier));
  const complete = tiers.map((tier) =>
    isPlainObject(tier) ? (lacksBase(tier, tiers) ? asExtension(tier, whole) : expanded(tier, tiers)) : tier,
  );
  try {
    const valid = validate({ ...system, tiers: complete });
    if (unknown.length === 0) return valid;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    unknown.push(...ownProblems(error.problems, tiers));
  }
  throw new InputError(subject, unknown);
}

/** Whether a tier extends one that does not exist or that extends itself, or one of its bases does. */
function lacksBase(tier: PlainObject, tiers: readonly unknown[]): boolean {
  if (!('extends' in tier)) return false;
  if (extensionProblems(tier, tiers.indexOf(tier), tiers).length > 0) return true;
  const base = baseOf(tier, tiers);
  return base === undefined || lacksBase(base, tiers);
}

/** A tier without its base, so that the rest of the system can be validated: as an extension of another tier. */
function asExtension({ extends: _extends, ...own }: PlainObject, base: PlainObject = {}): unknown {
  return merged(base, own);
}

function extensionProblems(tier: unknown, index: number, tiers: readonly unknown[]): Problem[] {
  if (!isPlainObject(tier) || !('extends' in tier)) return [];
  const path = `tiers.${index}.extends`;
  const ids = tiers.flatMap((other) => (isPlainObject(other) && other !== tier && typeof other.id === 'string' ? [other.id] : []));
  if (typeof tier.extends !== 'string') return [{ path, received: shown(tier.extends), expected: 'the id of another tier' }];
  if (tier.extends === tier.id && !ids.includes(tier.id))
    return [{ path, reason: 'the tier extends itself', expected: ids.length === 0 ? 'no value' : oneOf(ids) }];
  if (ids.length === 0) return [{ path, received: shown(tier.extends), expected: 'another tier with that id' }];
  if (!ids.includes(tier.extends)) return [notOneOf(path, tier.extends, ids)];
  const cycle = cycleFrom(tier, tiers);
  if (cycle.length === 0) return [];
  const reason = `${cycle.map((one) => String(one.id)).join(' extends ')}`;
  return [{ path, reason, expected: 'a tier that does not extend this one' }];
}

/** The tiers from one that extends itself through others, up to the first that comes again; empty for other tiers. */
function cycleFrom(tier: PlainObject, tiers: readonly unknown[]): readonly PlainObject[] {
  const seen: PlainObject[] = [];
  for (let one: PlainObject | undefined = tier; one !== undefined; one = baseOf(one, tiers)) {
    seen.push(one);
    if (seen.indexOf(one) < seen.length - 1) return seen;
  }
  return [];
}

function baseOf(tier: PlainObject, tiers: readonly unknown[]): PlainObject | undefined {
  return tiers.find((other): other is PlainObject => isPlainObject(other) && other !== tier && other.id === tier.extends);
}

function expanded(tier: PlainObject, tiers: readonly unknown[]): PlainObject {
  const base = baseOf(tier, tiers);
  if (base === undefined) return tier;
  const inherited = Object.fromEntries(Object.entries(expanded(base, tiers)).filter(([key]) => !NOT_INHERITED.includes(key)));
  const { extends: _extends, ...own } = tier;
  return merged(inherited, own) as PlainObject;
}

/**
 * Objects are merged, null removes, everything else replaces. A component of another kind replaces the whole component, and a rate with
 * a period an amount without one, and the reverse.
 */
function merged(base: unknown, own: unknown): unknown {
  if (!isPlainObject(base) || !isPlainObject(own) || (own.kind !== undefined && own.kind !== base.kind)) return own;
  if (isRate(own) ? !isRate(base) : isRate(base) && !('amount' in own || 'every' in own)) return own;
  const both = Object.entries(own).map(([key, value]): [string, unknown] => [
    key,
    Object.hasOwn(base, key) ? merged(base[key], value) : value,
  ]);
  return Object.fromEntries([...Object.entries(base), ...both].filter(([key]) => own[key] !== null));
}

/** Problems without those that a tier inherits, and those of tiers without a base, whose values are not known. */
function ownProblems(problems: readonly Problem[], tiers: readonly unknown[]): Problem[] {
  const keys = problems.map(problemKey);
  return problems
    .filter(({ path }) => !tiers.some((tier, index) => path.startsWith(`tiers.${index}.`) && isPlainObject(tier) && lacksBase(tier, tiers)))
    .filter((problem) => !keys.some((key) => key === inheritedKey(problem, tiers)))
    .flatMap((problem) => componentProblems(problem, tiers) ?? [problem]);
}

/** The same for the same problem of two tiers: the components that they have may be other ones. */
function problemKey({ path, received, reason, expected }: Problem): string {
  return [path, received ?? reason ?? expected].join(' ');
}

/**
 * A component without a kind that the extended tier does not have is probably misspelled; no problem of its own where the components
 * of that tier are missing. Undefined for other problems.
 */
function componentProblems({ path, received }: Problem, tiers: readonly unknown[]): Problem[] | undefined {
  const [, index, id = ''] = /^tiers\.(\d+)\.components\.([^.]+)\.kind$/.exec(path) ?? [];
  const tier = tiers[Number(index)];
  if (received !== undefined || !isPlainObject(tier) || !('extends' in tier)) return undefined;
  const base = baseOf(tier, tiers);
  const components = base === undefined ? undefined : expanded(base, tiers).components;
  if (!isPlainObject(components)) return [];
  const ids = Object.keys(components);
  const expected = `${oneOf(ids)}, which tier ${String(tier.extends)} has, or a kind for a new component`;
  return [{ path: path.slice(0, -'.kind'.length), reason: 'unknown component', expected, ...suggestionFor(id, ids) }];
}

/** The key of the same problem in the tier that this one extends. */
function inheritedKey(problem: Problem, tiers: readonly unknown[]): string | undefined {
  const [, index, rest = ''] = /^tiers\.(\d+)\.(.+)$/.exec(problem.path) ?? [];
  const tier = tiers[Number(index)];
  if (!isPlainObject(tier) || !('extends' in tier) || NOT_INHERITED.includes(rest)) return undefined;
  const base = tiers.findIndex((other) => isPlainObject(other) && other !== tier && other.id === tier.extends);
  return problemKey({ ...problem, path: `tiers.${base}.${rest}` });
}

/** Whether an object is an amount with its period, such as 300 per hour. */
function isRate(value: PlainObject): boolean {
  return 'amount' in value && typeof value.every === 'string';
}

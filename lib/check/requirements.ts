import { intrinsicOf } from '../cloudformation/references';
import { shown } from '../core/problems';
import type { CheckContext } from './check-context';
import { isPresent, receivedAt, stepsOf, textAt } from './property';
import type { Condition } from './property-condition';
import { isAbsent, isKnownNumber, itemsAt, listAt, numberAt, rawAt, UNKNOWN } from './values';
import type { Violation } from './violation';

/** Properties that do not meet a requirement: a violation without the resource that has them. */
export type Breach = Omit<Violation, 'resource'>;

/**
 * A requirement that one resource meets or breaks by itself: on its properties, or on those of an item of its lists, which are at
 * `path`, such as `Properties.Rules[0]`. Names of properties inside are dotted: `ScalingConfig.MinSize`. Is silent about values
 * that are known only at deployment.
 */
export type Requirement = (properties: unknown, path: string) => Iterable<Breach>;

/** Bounds of a number; without one, it has no bound on that side. */
export interface Bounds {
  /** The least number. */
  readonly least?: number;
  /** The greatest number. */
  readonly most?: number;
}

/** The violations of requirements in the resources of a type. */
export function* violationsOf(context: CheckContext, type: string, ...requirements: readonly Requirement[]): Generator<Violation> {
  for (const resource of context.ofType(type)) {
    for (const breach of breachesOf(requirements, resource.properties, 'Properties')) yield { resource, ...breach };
  }
}

/** The requirements hold when the condition does. Their messages name it. */
export function when({ holds, words }: Condition, ...requirements: readonly Requirement[]): Requirement {
  return function* (properties, path) {
    if (!holds(properties)) return;
    for (const breach of breachesOf(requirements, properties, path)) yield { ...breach, expected: `${breach.expected} with ${words}` };
  };
}

/** The requirements hold for each item of a list. */
export function each(list: string, ...requirements: readonly Requirement[]): Requirement {
  return function* (properties, path) {
    for (const [index, item] of itemsAt(properties, ...stepsOf(list)).entries())
      if (intrinsicOf(item) === undefined) yield* breachesOf(requirements, item, `${path}.${list}[${index}]`);
  };
}

/** A property is present. */
export function required(property: string, expected = 'a value'): Requirement {
  return function* (properties, path) {
    if (isAbsent(properties, ...stepsOf(property))) yield { path: `${path}.${property}`, expected };
  };
}

/** A property is absent. */
export function absent(property: string): Requirement {
  return function* (properties, path) {
    if (isPresent(properties, property))
      yield { path: `${path}.${property}`, received: receivedAt(properties, property), expected: 'absent' };
  };
}

/** At least one of the properties is present. */
export function anyOf(...names: readonly [string, ...string[]]): Requirement {
  return function* (properties, path) {
    if (names.every((name) => isAbsent(properties, ...stepsOf(name))))
      yield { path: `${path}.${names[0]}`, expected: `a value of ${names.join(' or ')}` };
  };
}

/** At most one of the properties is present. */
export function atMostOne(...names: readonly string[]): Requirement {
  return function* (properties, path) {
    const [first, ...others] = names.filter((name) => isPresent(properties, name));
    for (const other of others)
      yield { path: `${path}.${other}`, received: receivedAt(properties, other), expected: `absent with ${first}` };
  };
}

/** A property has one of the values. `missing` is its value when it is absent: the default of the service. */
export function oneOf(property: string, values: readonly string[], missing?: string): Requirement {
  return function* (properties, path) {
    const value = textAt(properties, property) ?? missing;
    if (value === undefined || value === UNKNOWN || values.includes(value)) return;
    const isMissing = isAbsent(properties, ...stepsOf(property));
    yield { path: `${path}.${property}`, ...(!isMissing && { received: shown(value) }), expected: values.join(' or ') };
  };
}

/** A property has none of the values. */
export function noneOf(property: string, ...values: readonly string[]): Requirement {
  return function* (properties, path) {
    const value = textAt(properties, property);
    if (value === undefined || value === UNKNOWN || !values.includes(value)) return;
    yield { path: `${path}.${property}`, received: shown(value), expected: `a value other than ${values.join(' or ')}` };
  };
}

/** A property is a text with a pattern. `expected` describes the pattern. */
export function matching(property: string, pattern: RegExp, expected: string): Requirement {
  return function* (properties, path) {
    const value = textAt(properties, property);
    if (value === undefined || value === UNKNOWN || pattern.test(value)) return;
    yield { path: `${path}.${property}`, received: shown(value), expected };
  };
}

/** Each text of a list has a pattern. `expected` describes the pattern. */
export function eachMatching(list: string, pattern: RegExp, expected: string): Requirement {
  return function* (properties, path) {
    for (const [index, item] of itemsAt(properties, ...stepsOf(list)).entries()) {
      const value = textAt({ item }, 'item');
      if (value === undefined || value === UNKNOWN || pattern.test(value)) continue;
      yield { path: `${path}.${list}[${index}]`, received: shown(value), expected };
    }
  };
}

/** A property is a number within bounds. */
export function within(property: string, bounds: Bounds): Requirement {
  return function* (properties, path) {
    const value = numberAt(properties, ...stepsOf(property));
    if (isKnownNumber(value) && !isWithin(value, bounds))
      yield { path: `${path}.${property}`, received: String(value), expected: boundsText(bounds) };
  };
}

/** A number is at most another number of the properties. */
export function ordered(property: string, limit: string): Requirement {
  return function* (properties, path) {
    const [value, most] = [property, limit].map((name) => numberAt(properties, ...stepsOf(name)));
    if (isKnownNumber(value) && isKnownNumber(most) && value > most)
      yield { path: `${path}.${property}`, received: String(value), expected: `at most ${limit}, which is ${most}` };
  };
}

/** A least, a desired and a greatest number are in this order; of several violations, the first is reported. */
export function ascending(least: string, desired: string, most: string): Requirement {
  return function* (properties, path) {
    const limits = [ordered(least, most), ordered(desired, most), atLeast(desired, least)];
    const [first] = breachesOf(limits, properties, path);
    if (first !== undefined) yield first;
  };
}

function atLeast(property: string, limit: string): Requirement {
  return function* (properties, path) {
    const [value, least] = [property, limit].map((name) => numberAt(properties, ...stepsOf(name)));
    if (isKnownNumber(value) && isKnownNumber(least) && value < least)
      yield { path: `${path}.${property}`, received: String(value), expected: `at least ${limit}, which is ${least}` };
  };
}

/** A list has a number of items within bounds. */
export function count(list: string, bounds: Bounds): Requirement {
  return function* (properties, path) {
    const items = listAt(properties, ...stepsOf(list));
    if (items === UNKNOWN || isAbsent(properties, ...stepsOf(list)) || items.some(mayBeOther)) return;
    if (!isWithin(items.length, bounds)) yield { path: `${path}.${list}`, received: `${items.length} items`, expected: boundsText(bounds) };
  };
}

/** The items of a list have different values of a property. */
export function unique(list: string, property: string): Requirement {
  return function* (properties, path) {
    const seen = new Set<string>();
    for (const [index, item] of itemsAt(properties, ...stepsOf(list)).entries()) {
      const value = textAt(item, property);
      if (value === undefined || value === UNKNOWN) continue;
      if (seen.has(value))
        yield {
          path: `${path}.${list}[${index}].${property}`,
          received: `${shown(value)}, as in an item before it`,
          expected: 'a value that no other item has',
        };
      seen.add(value);
    }
  };
}

function* breachesOf(requirements: readonly Requirement[], properties: unknown, path: string): Generator<Breach> {
  for (const requirement of requirements) yield* requirement(properties, path);
}

/** Whether an item of a list may stand for no item: the choice of a condition. */
export function mayBeOther(item: unknown): boolean {
  const [name, argument] = intrinsicOf(item) ?? [];
  return name === 'Fn::If' || argument === 'AWS::NoValue' || rawAt(item) === undefined;
}

function isWithin(value: number, { least = value, most = value }: Bounds): boolean {
  return value >= least && value <= most;
}

function boundsText({ least, most }: Bounds): string {
  if (least === undefined) return `at most ${most}`;
  return most === undefined ? `at least ${least}` : `${least} to ${most}`;
}

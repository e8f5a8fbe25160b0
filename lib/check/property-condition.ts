import { isPresent, stepsOf, textAt } from './property';
import { isAbsent, isKnownString } from './values';

/** A condition on properties, under which a service has a requirement. */
export interface Condition {
  /** False when it depends on a value that is known only at deployment. */
  readonly holds: (properties: unknown) => boolean;
  /** Its words, to follow "with": `LaunchType FARGATE`. */
  readonly words: string;
}

/** A property has one of the values. */
export function is(property: string, ...values: readonly string[]): Condition {
  return { holds: (properties) => values.includes(String(textAt(properties, property))), words: `${property} ${values.join(' or ')}` };
}

/** A property has one of the values, or is absent: the default of the service is the first value. */
export function isByDefault(property: string, ...values: readonly string[]): Condition {
  return {
    holds: (properties) => values.includes(String(textAt(properties, property) ?? values[0])),
    words: `${property} ${values.join(' or ')}`,
  };
}

/** A property has a value other than these. False when it is absent. */
export function isOther(property: string, ...values: readonly string[]): Condition {
  return {
    holds: (properties) => {
      const value = textAt(properties, property);
      return isKnownString(value) && !values.includes(value);
    },
    words: `${property} other than ${values.join(' or ')}`,
  };
}

/** A property is a text with a pattern. `words` describe the pattern, to follow the name of the property. */
export function matches(property: string, pattern: RegExp, words: string): Condition {
  return {
    holds: (properties) => {
      const value = textAt(properties, property);
      return isKnownString(value) && pattern.test(value);
    },
    words: `${property} ${words}`,
  };
}

/** A property is present. */
export function has(property: string): Condition {
  return { holds: (properties) => isPresent(properties, property), words: property };
}

/** A property is absent. */
export function lacks(property: string): Condition {
  return { holds: (properties) => isAbsent(properties, ...stepsOf(property)), words: `no ${property}` };
}

/** All conditions hold. */
export function all(...conditions: readonly Condition[]): Condition {
  return {
    holds: (properties) => conditions.every(({ holds }) => holds(properties)),
    words: conditions.map(({ words }) => words).join(' and '),
  };
}

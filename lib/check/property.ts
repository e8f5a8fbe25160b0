import { intrinsicOf } from '../cloudformation/references';
import { shown } from '../core/problems';
import { type Read, rawAt, stringAt, UNKNOWN } from './values';

/** The steps of a dotted name of a property: `ScalingConfig.MinSize`. */
export function stepsOf(property: string): readonly string[] {
  return property.split('.');
}

/**
 * The text of a property. `UNKNOWN` also for a value that is replaced at deployment, such as `{{resolve:ssm:name}}`, and for an empty text, which is
 * the default of many parameters that the user sets.
 */
export function textAt(properties: unknown, property: string): Read<string> {
  const text = stringAt(properties, ...stepsOf(property));
  return text === '' || (typeof text === 'string' && text.includes('{{')) ? UNKNOWN : text;
}

/** Whether a property is present. False when a choice of a condition, which may be nothing, is in its place. */
export function isPresent(properties: unknown, property: string): boolean {
  const value = rawAt(properties, ...stepsOf(property));
  const [name, argument] = intrinsicOf(value) ?? [];
  return value !== undefined && value !== UNKNOWN && name !== 'Fn::If' && argument !== 'AWS::NoValue';
}

/** The value of a property for a message; `set` for a reference. */
export function receivedAt(properties: unknown, property: string): string {
  const text = textAt(properties, property);
  return text === UNKNOWN || text === undefined ? 'set' : shown(text);
}

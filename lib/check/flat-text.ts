import { intrinsicOf } from '../cloudformation/references';

/** Stands for a part of a text that is known only at deployment. */
const PART = '…';

/** A text, or the text that Fn::Sub or Fn::Join makes, with `…` for parts that are known only at deployment. Undefined for all others. */
export function flatText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const [name, argument] = intrinsicOf(value) ?? [];
  if (name === 'Fn::Sub') {
    const text: unknown = Array.isArray(argument) ? argument[0] : argument;
    return typeof text === 'string' ? text.replace(/\$\{[^{}]*\}/g, PART) : undefined;
  }
  if (name !== 'Fn::Join' || !Array.isArray(argument)) return undefined;
  const [separator, parts] = argument as readonly unknown[];
  return typeof separator === 'string' && Array.isArray(parts)
    ? parts.map((part) => (typeof part === 'string' ? part : PART)).join(separator)
    : undefined;
}

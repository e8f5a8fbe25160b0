import { quantityOf } from '../core/quantity';
import type { FieldChange } from '../manifests/field-change';

/**
 * A correction of a value of the wrong type: a number or boolean where only strings are valid, or a string that is the number or
 * boolean. Absent where more than one is possible.
 */
export function typeCorrection(value: unknown, isValid: (value: unknown) => boolean): { readonly change?: FieldChange } {
  if (typeof value === 'number' || typeof value === 'boolean') return isValid('') && !isValid(0) ? { change: { kind: 'quote' } } : {};
  if (typeof value !== 'string') return {};
  const plain = value === 'true' || value === 'false' ? value === 'true' : WHOLE_NUMBER.test(value) ? Number(value) : undefined;
  return plain !== undefined && isValid(plain) ? { change: { kind: 'value', value: plain } } : {};
}

/** Without a leading zero, which would be an octal number, and small enough to be exact. */
const WHOLE_NUMBER = /^(?:0|-?[1-9]\d{0,14})$/;

/** A correction of a word that differs from exactly one known word in letter case only. Absent for all other words. */
export function caseCorrection(word: string, known: readonly string[], kind: 'key' | 'value'): { readonly change?: FieldChange } {
  const [only, ...others] = known.filter((candidate) => candidate.toLowerCase() === word.toLowerCase());
  if (only === undefined || others.length > 0) return {};
  return { change: kind === 'key' ? { kind, key: only } : { kind, value: only } };
}

const BINARY_SUFFIX = /^(\d+(?:\.\d+)?)([kmgtpe])i$/i;

/** A correction of a quantity with a binary suffix in other letter case, such as `512mi`; absent for all others. */
export function quantityCorrection(value: unknown): { readonly change?: FieldChange } {
  const [, digits, letter] = typeof value === 'string' ? (BINARY_SUFFIX.exec(value) ?? []) : [];
  const corrected = `${digits}${letter?.toUpperCase()}i`;
  return letter !== undefined && quantityOf(corrected) !== undefined ? { change: { kind: 'value', value: corrected } } : {};
}

import { CORE_SCHEMA, defineScalarTag, mergeTag, NOT_RESOLVED, type Schema } from 'js-yaml';

/**
 * How `kubectl` reads plain scalars: words of YAML 1.1 for true and false, integers in Go syntax, dates and `12:30` as
 * strings. `y` as a label value is a boolean, and invalid; YAML 1.2 would read a string.
 * Source: go-yaml v2, which sigs.k8s.io/yaml uses; compared with kubectl 1.35 in the tests.
 */
const TRUE: ReadonlySet<string> = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']);
const FALSE: ReadonlySet<string> = new Set(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']);

const booleanTag = defineScalarTag<boolean>('tag:yaml.org,2002:bool', {
  implicit: true,
  implicitFirstChars: [...'yYnNtTfFoO'],
  resolve: (text) => (TRUE.has(text) ? true : FALSE.has(text) ? false : NOT_RESOLVED),
  identify: () => false,
});

/** Bases by prefix; a leading zero alone is octal, as in file modes: `defaultMode: 0644`. */
const INTEGERS: readonly (readonly [pattern: RegExp, base: number])[] = [
  [/^([-+]?)(0|[1-9][0-9]*)$/, 10],
  [/^([-+]?)0[oO]?([0-7]+)$/, 8],
  [/^([-+]?)0[xX]([0-9a-fA-F]+)$/, 16],
  [/^([-+]?)0[bB]([01]+)$/, 2],
];

function integerOf(text: string): number | typeof NOT_RESOLVED {
  const digits = text.replaceAll('_', '');
  for (const [pattern, base] of INTEGERS) {
    const [, sign, number] = pattern.exec(digits) ?? [];
    if (number !== undefined) return Number.parseInt(number, base) * (sign === '-' ? -1 : 1);
  }
  return NOT_RESOLVED;
}

const integerTag = defineScalarTag<number>('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: [...'-+0123456789'],
  resolve: integerOf,
  identify: () => false,
});

const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** A number too large for a float of 64 bits is a string: `1e400`. */
function floatOf(text: string): number | typeof NOT_RESOLVED {
  const digits = text.replaceAll('_', '');
  const number = FLOAT.test(digits) ? Number(digits) : Number.NaN;
  return Number.isFinite(number) ? number : NOT_RESOLVED;
}

const floatTag = defineScalarTag<number>('tag:yaml.org,2002:float', {
  implicit: true,
  implicitFirstChars: [...'-+.0123456789'],
  resolve: floatOf,
  identify: () => false,
});

/** Scalars and merge keys as `kubectl` reads them. */
export const KUBECTL_SCHEMA: Schema = CORE_SCHEMA.withTags(mergeTag, booleanTag, integerTag, floatTag);

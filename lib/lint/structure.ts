import { isPlainObject, own, type PlainObject } from '../core/plain-object';
import { didYouMean, shown } from '../core/problems';
import { quantityOf } from '../core/quantity';
import type { ManifestObject } from '../manifests/manifest-object';
import { caseCorrection, quantityCorrection, typeCorrection } from './corrections';
import { MAX_PORT, NODE_PORTS, NON_EMPTY_LISTS, NUMBER_LIMITS, type NumberLimits, PORT_FIELDS, UNSET_PORTS } from './field-limits';
import { kindOf, OBJECT_WITH_METADATA, type ObjectType, objectType, type Scalar, type Type } from './schema';
import type { Violation } from './violation';

/** IDs of the rules about the structure of an object. */
export const STRUCTURE_RULES = [
  'unknown-field',
  'wrong-type',
  'missing-field',
  'bad-quantity',
  'bad-value',
  'port-out-of-range',
  'number-out-of-range',
] as const;
/** Id of a rule about the structure of objects. */
export type StructureRule = (typeof STRUCTURE_RULES)[number];
/** Violations by the rule that they break. */
export type StructureViolations = Readonly<Record<StructureRule, readonly Violation[]>>;

/**
 * Checks every object against its schema, once for all rules about structure. Of an object whose schema is elsewhere, only the metadata
 * is checked.
 */
export function structureViolations(
  objects: readonly ManifestObject[],
  hasOtherSchema: (object: ManifestObject) => boolean = () => false,
): StructureViolations {
  const violations = Object.fromEntries(STRUCTURE_RULES.map((rule): [StructureRule, Violation[]] => [rule, []])) as Record<
    StructureRule,
    Violation[]
  >;
  for (const object of objects) {
    const walk = new Walk(object, (rule, violation) => {
      // The API server decodes the status of a new object, and then drops it.
      if (violation.path[0] !== 'status' || DECODED.has(rule)) violations[rule].push({ object, ...violation });
    });
    walk.root(hasOtherSchema(object));
  }
  return violations;
}

/** Rules that an object must satisfy to be decoded. */
const DECODED: ReadonlySet<StructureRule> = new Set(['unknown-field', 'wrong-type', 'bad-quantity']);

type ListType = Extract<Type, { readonly kind: 'list' }>;
type ScalarType = Extract<Type, { readonly kind: 'scalar' }>;
type Report = (rule: StructureRule, violation: Omit<Violation, 'object'>) => void;

/** How many fields are listed in a message; an object with more is described by its name. */
const MAX_LISTED_FIELDS = 12;

/** Longer strings are not matched against the patterns of custom resources. Names, durations and sizes are shorter. */
const LONGEST_MATCHED = 256;

class Walk {
  /** Path of the current value; copied for each violation. */
  readonly #path: (string | number)[] = [];

  constructor(
    private readonly object: ManifestObject,
    private readonly report: Report,
  ) {}

  root(hasOtherSchema: boolean): void {
    const { apiVersion, kind, raw } = this.object;
    const known = hasOtherSchema ? undefined : kindOf(apiVersion, kind);
    if (known === undefined) this.#unknownKind(raw, hasOtherSchema);
    else this.#object(raw, objectType(known.type));
  }

  /**
   * Only the metadata of a custom resource without a schema can be checked. An object without metadata is the configuration of a
   * program, such as of kubeadm, kind or istioctl, which no API server gets.
   */
  #unknownKind(raw: PlainObject, isCustom: boolean): void {
    const metadata = own(raw, 'metadata');
    if (metadata !== undefined || isCustom) this.#object({ metadata }, objectType(OBJECT_WITH_METADATA));
  }

  #value(value: unknown, type: Type, owner: string): void {
    switch (type.kind) {
      case 'object':
        if (isPlainObject(value)) this.#object(value, objectType(type.name));
        else this.#wrongType(value, 'an object');
        return;
      case 'list':
        this.#list(value, type, owner);
        return;
      case 'map':
        if (!isPlainObject(value)) this.#wrongType(value, 'an object');
        else
          for (const [key, item] of Object.entries(value)) this.#inside(key, () => item !== null && this.#value(item, type.value, owner));
        return;
      case 'enum':
        this.#enum(value, type.values);
        return;
      case 'pattern':
        this.#pattern(value, type.pattern);
        return;
      case 'scalar':
        this.#scalar(value, type, owner);
    }
  }

  #object(value: PlainObject, type: ObjectType): void {
    for (const key of Object.keys(value)) {
      const item = value[key];
      const field = type.fields.get(key);
      if (field === undefined) this.#inside(key, () => this.#unknownField(key, type, value));
      // The API server drops null.
      else if (item !== null && item !== undefined) this.#inside(key, () => this.#value(item, field, `${type.name}.${key}`));
    }
    for (const field of type.required) if ((own(value, field) ?? null) === null) this.#missing(field, type);
  }

  #list(value: unknown, { item, nonEmpty }: ListType, owner: string): void {
    if (!Array.isArray(value)) {
      this.#wrongType(value, 'a list');
      return;
    }
    if (value.length === 0 && (nonEmpty || NON_EMPTY_LISTS.has(owner))) {
      this.report('missing-field', { path: [...this.#path], received: 'an empty list', expected: 'at least one item' });
    }
    for (const [index, part] of value.entries()) this.#inside(index, () => this.#value(part, item, owner));
  }

  #inside(step: string | number, look: () => void): void {
    this.#path.push(step);
    look();
    this.#path.pop();
  }

  #unknownField(key: string, { fields, name }: ObjectType, owner: PlainObject): void {
    const known = [...fields.keys()];
    const suggestion = didYouMean(key, known);
    this.report('unknown-field', {
      path: [...this.#path],
      received: 'an unknown field',
      expected: known.length <= MAX_LISTED_FIELDS ? `one of ${known.join(', ')}` : `a field of ${typeText(name)}`,
      ...(suggestion !== undefined && { suggestion }),
      // A field that the object has already is no correction.
      ...caseCorrection(
        key,
        known.filter((field) => !Object.hasOwn(owner, field)),
        'key',
      ),
    });
  }

  #missing(field: string, { name }: ObjectType): void {
    this.report('missing-field', { path: [...this.#path, field], expected: `a value, which ${typeText(name)} requires` });
  }

  #wrongType(value: unknown, expected: string, isValid: ScalarForm['isValid'] = () => false): void {
    this.report('wrong-type', { path: [...this.#path], received: shown(value), expected, ...typeCorrection(value, isValid) });
  }

  #enum(value: unknown, values: readonly string[]): void {
    if (typeof value !== 'string') {
      this.#wrongType(value, STRING.expected);
      return;
    }
    if (values.includes(value)) return;
    const suggestion = didYouMean(value, values);
    this.report('bad-value', {
      path: [...this.#path],
      received: shown(value),
      expected: `one of ${values.map((known) => (known === '' ? 'an empty string' : known)).join(', ')}`,
      ...(suggestion !== undefined && suggestion !== '' && { suggestion }),
      ...caseCorrection(value, values, 'value'),
    });
  }

  #pattern(value: unknown, pattern: RegExp): void {
    if (typeof value !== 'string') this.#wrongType(value, STRING.expected, STRING.isValid);
    else if (value.length <= LONGEST_MATCHED && !pattern.test(value)) {
      const expected = `a string that matches ${pattern.source}`;
      this.report('bad-value', { path: [...this.#path], received: shown(value), expected, pattern });
    }
  }

  #scalar(value: unknown, { scalar, limits, format }: ScalarType, owner: string): void {
    const { expected, isValid } = SCALARS[scalar];
    const form = FORMS[scalar];
    if (!isValid(value)) {
      // A number in quotes may be no valid string of a format: 5432 is base64 of other bytes.
      this.#wrongType(value, expected, form === undefined ? isValid : undefined);
      return;
    }
    if (form !== undefined && !form.isValid(value)) {
      const correction = scalar === 'quantity' ? quantityCorrection(value) : {};
      this.report(form.rule, { path: [...this.#path], received: shown(value), expected: form.expected, ...correction });
    }
    if (typeof value === 'number') this.#number(value, owner, limits);
    else if (typeof value === 'string' && format?.isValid(value) === false)
      this.report('bad-value', { path: [...this.#path], received: shown(value), expected: format.expected });
  }

  #number(value: number, owner: string, stated?: NumberLimits): void {
    const field = owner.slice(owner.indexOf('.') + 1);
    if (UNSET_PORTS.has(owner) && value === 0) return;
    if (PORT_FIELDS.has(field)) this.#within(value, 1, MAX_PORT, 'port-out-of-range');
    // 0 is an unset port.
    else if (field === 'hostPort' && value !== 0) this.#within(value, 1, MAX_PORT, 'port-out-of-range');
    else if (field === 'nodePort' && value !== 0) this.#within(value, NODE_PORTS.from, NODE_PORTS.to, 'port-out-of-range');
    const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = NUMBER_LIMITS[owner] ?? stated ?? {};
    this.#within(value, least, most, 'number-out-of-range');
  }

  #within(value: number, least: number, most: number, rule: StructureRule): void {
    if (value >= least && value <= most) return;
    const expected = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `a number from ${least} to ${most}`;
    this.report(rule, { path: [...this.#path], received: String(value), expected });
  }
}

/** Name of a type without its version: `PodSpec` for `V1PodSpec`. */
function typeText(name: string): string {
  return name.replace(/^[A-Za-z]*?V\d+(?:(?:alpha|beta)\d+)?(?=[A-Z])/, '');
}

interface ScalarForm {
  readonly expected: string;
  isValid(value: unknown): boolean;
}

const STRING: ScalarForm = { expected: 'a string', isValid: (value) => typeof value === 'string' };
const MOST_INT32 = 2 ** 31 - 1;

/** Type that a value must have in the file. */
const SCALARS: Readonly<Record<Scalar, ScalarForm>> = {
  string: STRING,
  boolean: { expected: 'true or false', isValid: (value) => typeof value === 'boolean' },
  int32: { expected: 'a whole number', isValid: (value) => Number.isInteger(value) && Math.abs(Number(value)) <= MOST_INT32 + 1 },
  int64: { expected: 'a whole number', isValid: Number.isInteger },
  double: { expected: 'a number', isValid: (value) => typeof value === 'number' },
  quantity: { expected: 'a quantity such as 250m or 512Mi', isValid: (value) => typeof value === 'string' || typeof value === 'number' },
  'int-or-string': { expected: 'a whole number or a string', isValid: (value) => typeof value === 'string' || Number.isInteger(value) },
  'date-time': STRING,
  byte: STRING,
  duration: STRING,
  any: { expected: 'any value', isValid: () => true },
};

interface Form {
  readonly rule: StructureRule;
  readonly expected: string;
  isValid(value: unknown): boolean;
}

const DURATION = /^(?:0|Never|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ms|[u\u00B5\u03BC]s|ns|[smhdwy]))+)$/;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;
const NOT_BASE64 = /[^A-Za-z0-9+/]/;

/** Duration strings of custom resources are a few units long; a longer one is a mistake. */
const MAX_DURATION_LENGTH = 64;

function isDuration(text: string): boolean {
  return text.length <= MAX_DURATION_LENGTH && DURATION.test(text);
}

/**
 * Whether a string is base64: groups of four characters, the last one padded with `=`. A search for invalid characters,
 * because a pattern with groups overflows the stack at 10 MB.
 */
function isBase64(text: string): boolean {
  const characters = text.replace(/\s/g, '');
  const padding = characters.endsWith('==') ? 2 : characters.endsWith('=') ? 1 : 0;
  return characters.length % 4 === 0 && !NOT_BASE64.test(characters.slice(0, characters.length - padding));
}

/** Format of the strings of a type. */
const FORMS: Partial<Readonly<Record<Scalar, Form>>> = {
  quantity: {
    rule: 'bad-quantity',
    expected: 'a number with one of the suffixes n, u, m, k, M, G, T, P, E or Ki, Mi, Gi, Ti, Pi, Ei',
    isValid: (value) => quantityOf(value) !== undefined,
  },
  byte: { rule: 'bad-value', expected: 'base64-encoded data', isValid: (value) => isBase64(String(value)) },
  'date-time': { rule: 'bad-value', expected: 'a time such as 2026-01-31T00:00:00Z', isValid: (value) => DATE_TIME.test(String(value)) },
  duration: { rule: 'bad-value', expected: 'a duration such as 30s or 1h30m', isValid: (value) => isDuration(String(value)) },
};

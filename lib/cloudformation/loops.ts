import { isPlainObject, own, type PlainObject, section } from '../core/plain-object';
import { InputError, type Problem } from '../core/problems';
import { intrinsicOf } from './references';
import { resolve } from './resolve';
import type { Scope } from './scope';
import { subjectOf } from './subject';
import type { OpenValue } from './template-resource';

/**
 * Key of a loop: `Fn::ForEach::Name`. Source: AWS CloudFormation template reference, Fn::ForEach (transform AWS::LanguageExtensions).
 */
const LOOP = 'Fn::ForEach::';
/** A loop that is not inside of another one, or of a resource. */
const RESOURCE_LOOP = /^Resources\.Fn::ForEach::[^.]*$/;
const OUTPUT_LOOP = /^Outputs\.Fn::ForEach::[^.]*$/;
const SECTIONS = ['Conditions', 'Resources', 'Outputs'] as const;
/** The number of copies that the loops of a template make at most; a template has at most 500 resources. */
const MAX_COPIES = 10_000;
const EXPECTED = 'a list: [Identifier, [values], { key: value }]';

/** A template without loops. */
export interface Unrolled {
  /** The template with the copies that its loops make. */
  readonly template: PlainObject;
  /** Resources of loops whose values are not known, by logical id, which are there once. */
  readonly uncounted: ReadonlyMap<string, OpenValue>;
}

/**
 * The template with its `Fn::ForEach` loops replaced by the copies that they make. A loop over resources whose values are known only at
 * deployment makes one copy, which is `uncounted`, and one over outputs makes none. Throws an InputError for other loops without values.
 */
export function withoutLoops(template: PlainObject, scope: Scope, name: string): Unrolled {
  if (!SECTIONS.some((each) => hasLoop(section(template, each)))) return { template, uncounted: new Map() };
  const expansion: Expansion = { scope, problems: [], uncounted: new Map(), copies: 0 };
  const sections = SECTIONS.filter((each) => Object.hasOwn(template, each)).map((each) => [
    each,
    expanded(section(template, each), each, expansion),
  ]);
  if (expansion.problems.length > 0) throw new InputError(subjectOf(name), expansion.problems);
  return { template: { ...template, ...Object.fromEntries(sections) }, uncounted: expansion.uncounted };
}

interface Expansion {
  readonly scope: Scope;
  readonly problems: Problem[];
  readonly uncounted: Map<string, OpenValue>;
  copies: number;
}

function hasLoop(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasLoop);
  if (!isPlainObject(value)) return false;
  for (const key in value) if (key.startsWith(LOOP) || hasLoop(value[key])) return true;
  return false;
}

function expanded(value: unknown, path: string, expansion: Expansion): unknown {
  if (Array.isArray(value)) return value.map((part, index) => expanded(part, `${path}[${index}]`, expansion));
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, part]) =>
    key.startsWith(LOOP) ? copiesOf(part, `${path}.${key}`, expansion) : [[key, expanded(part, `${path}.${key}`, expansion)] as const],
  );
  return Object.fromEntries(entries);
}

function copiesOf(loop: unknown, path: string, expansion: Expansion): readonly (readonly [key: string, value: unknown])[] {
  const [identifier, collection, body]: readonly unknown[] = Array.isArray(loop) ? loop : [];
  const refuse = (problem: Omit<Problem, 'path'>) => {
    expansion.problems.push({ path, ...problem });
    return [];
  };
  if (typeof identifier !== 'string' || !isPlainObject(body)) return refuse({ reason: 'not a loop', expected: EXPECTED });
  const values = resolve(collection, expansion.scope);
  if (!isTexts(values) && OUTPUT_LOOP.test(path)) return [];
  if (!isTexts(values) && RESOURCE_LOOP.test(path) && !hasServerless(body)) {
    const copy = Object.entries(expanded(filled(body, identifier, identifier), path, expansion) as PlainObject);
    const property = path.slice('Resources.'.length);
    for (const [id] of copy) expansion.uncounted.set(id, { property, shown: JSON.stringify(values) });
    return copy;
  }
  if (!isTexts(values))
    return refuse({ reason: 'its values are known only at deployment', expected: 'values, or a parameter with a value' });
  expansion.copies += values.length;
  if (expansion.copies > MAX_COPIES) return refuse({ reason: 'too many values', expected: `at most ${MAX_COPIES} copies in all` });
  return values.flatMap((value) => {
    const copy = filled(body, identifier, String(value));
    return Object.entries(expanded(copy, path, expansion) as PlainObject);
  });
}

/** A copy of the body: `${Identifier}` and `{ Ref: Identifier }` are the value, `&{Identifier}` its letters and digits. */
function filled(value: unknown, identifier: string, replacement: string): unknown {
  if (typeof value === 'string') {
    return value
      .replaceAll(`\${${identifier}}`, () => replacement)
      .replaceAll(`&{${identifier}}`, () => replacement.replace(/[^A-Za-z0-9]/g, ''));
  }
  if (Array.isArray(value)) return value.map((part) => filled(part, identifier, replacement));
  if (!isPlainObject(value)) return value;
  const [name, argument] = intrinsicOf(value) ?? [];
  if (name === 'Ref' && argument === identifier) return replacement;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [filled(key, identifier, replacement), filled(part, identifier, replacement)]),
  );
}

/** Whether a resource is one of SAM, which becomes several others. */
function hasServerless(body: PlainObject): boolean {
  return Object.values(body).some((resource) => isPlainObject(resource) && String(own(resource, 'Type')).startsWith('AWS::Serverless::'));
}

function isTexts(value: unknown): value is readonly (string | number)[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number');
}

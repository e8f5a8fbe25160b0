import { own } from '../core/plain-object';
import { readPackageData } from '../io/package-data';
import { FIELD_FORMATS, type FieldFormat } from './field-formats';
import type { NumberLimits } from './field-limits';
import { EXPERIMENTAL_FIELDS, KNOWN_DURATIONS, KNOWN_REQUIRED, KNOWN_VALUES } from './known-values';

/**
 * Type of a field. In `data/kubernetes/fields.json` and `custom-resources.json` it is written as a scalar (`string`,
 * `boolean`, `int32`, `int64`, `double`, `quantity`, `int-or-string`, `date-time`, `byte`, `any`), with limits behind
 * it (`int32 1..65535`, `int32 0..`); `enum-3` for one of a list of strings; `pattern-3` for a string that matches one
 * of a list of patterns; the name of a type with fields; or `[]T`, `[+]T` and `{}T` for lists, lists with at least one
 * item and maps of those. Behind it are `!` for a required field, `+` for one that only the newest release of an
 * operator has, and `-` for one that only the oldest supported release has.
 */
export type Type =
  | { readonly kind: 'scalar'; readonly scalar: Scalar; readonly limits?: NumberLimits; readonly format?: FieldFormat }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'pattern'; readonly pattern: RegExp }
  | { readonly kind: 'list'; readonly item: Type; readonly nonEmpty: boolean }
  | { readonly kind: 'map'; readonly value: Type }
  | { readonly kind: 'object'; readonly name: string };

const SCALARS = [
  'string',
  'boolean',
  'int32',
  'int64',
  'double',
  'quantity',
  'int-or-string',
  'date-time',
  'byte',
  'duration',
  'any',
] as const;
/** Type of a scalar field. */
export type Scalar = (typeof SCALARS)[number];

/** The two releases of an operator whose fields are known: the oldest supported one and the newest. */
export type OperatorRelease = 'minimum' | 'newest';

/** An object type with its fields. */
export interface ObjectType {
  /** Name without the number of a variant: `V1Probe` for `V1Probe~2`. Limits and known values of fields are found by it. */
  readonly name: string;
  /** Types of the fields by name. */
  readonly fields: ReadonlyMap<string, Type>;
  /** Names of the required fields. */
  readonly required: readonly string[];
  /** Fields that only one of the two releases of an operator has. */
  readonly onlyIn: ReadonlyMap<string, OperatorRelease>;
}

type WrittenTypes = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface FieldsFile {
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly enums: readonly (readonly string[])[];
  readonly patterns?: readonly string[];
  readonly types: WrittenTypes;
}

/** The releases of an operator whose definitions were read. */
export interface OperatorReleases {
  /** Address of the project. */
  readonly url: string;
  /** The oldest supported release. */
  readonly minimum: string;
  /** The newest release. */
  readonly newest: string;
}

interface CustomFieldsFile extends FieldsFile {
  readonly operators: Readonly<Record<string, OperatorReleases>>;
}

let kubernetes: (FieldsFile & { readonly kubernetes: string }) | undefined;
let customResources: CustomFieldsFile | undefined;

/** Read when the first manifest is checked, so that other commands start faster. */
function builtIn(): FieldsFile & { readonly kubernetes: string } {
  kubernetes ??= readPackageData('kubernetes/fields.json') as FieldsFile & { readonly kubernetes: string };
  return kubernetes;
}

function custom(): CustomFieldsFile {
  customResources ??= readPackageData('kubernetes/custom-resources.json') as CustomFieldsFile;
  return customResources;
}

/** The releases of the operator of an API group; undefined for a group that is not known. */
export function operatorReleases(group: string): OperatorReleases | undefined {
  const { operators } = custom();
  return Object.hasOwn(operators, group) ? operators[group] : undefined;
}

/** The release of Kubernetes whose kinds and fields are known: `1.36`. */
export function kubernetesRelease(): string {
  return builtIn().kubernetes;
}

/** A kind of object, built in or of an operator. */
export interface Kind {
  /** Name of its object type. */
  readonly type: string;
  /** Whether its objects are in a namespace. */
  readonly namespaced: boolean;
  /** Whether its operator creates pods and other objects for it. Absent for false. */
  readonly makesPods?: true;
  /** The only release of its operator that has the kind; absent when both have it. */
  readonly only?: OperatorRelease;
}

/** A built-in or well-known kind by `apps/v1/Deployment`; undefined for others. */
export function kindOf(apiVersion: string, kind: string): Kind | undefined {
  const key = `${apiVersion}/${kind}`;
  const found = [builtIn(), custom()].find(({ kinds }) => Object.hasOwn(kinds, key));
  return found?.kinds[key];
}

/** Kinds of operators that have a schema here, as `karpenter.sh/v1/NodePool`. */
export function customKinds(): readonly string[] {
  return Object.keys(custom().kinds);
}

/** Every kind of Kubernetes itself, as `apps/v1/Deployment`. */
export function builtInKinds(): readonly string[] {
  return Object.keys(builtIn().kinds);
}

/** Type of a custom resource whose kind is not known: only its metadata is checked. */
export const OBJECT_WITH_METADATA = 'ObjectWithMetadata';
const WITHOUT_SCHEMA: WrittenTypes = { [OBJECT_WITH_METADATA]: { metadata: 'V1ObjectMeta!' } };

const objectTypes = new Map<string, ObjectType>();

/** The object type of a name. Throws an Error for an unknown name. */
export function objectType(name: string): ObjectType {
  const known = objectTypes.get(name);
  if (known !== undefined) return known;
  const written = builtIn().types[name] ?? custom().types[name] ?? WITHOUT_SCHEMA[name];
  if (written === undefined) throw new Error(`no type ${name}`);
  const file = builtIn().types[name] === undefined ? custom() : builtIn();
  const type = readObjectType(name.replace(/~\d+$/, ''), Object.entries(written), file);
  objectTypes.set(name, type);
  return type;
}

const ANY: Type = { kind: 'scalar', scalar: 'any' };

const RELEASES: Readonly<Record<string, OperatorRelease>> = { '-': 'minimum', '+': 'newest' };

function readObjectType(name: string, entries: readonly (readonly [string, string])[], file: FieldsFile): ObjectType {
  const fields = new Map<string, Type>();
  const required: string[] = [];
  const onlyIn = new Map<string, OperatorRelease>();
  for (const [field, written] of entries) {
    const [, text = '', isRequired, mark = ''] = /^(.*?)(!)?([+-])?$/.exec(written) ?? [];
    fields.set(field, typeOf(`${name}.${field}`, text, file));
    if (isRequired !== undefined) required.push(field);
    const release = RELEASES[mark];
    if (release !== undefined) onlyIn.set(field, release);
  }
  for (const field of EXPERIMENTAL_FIELDS[name] ?? []) fields.set(field, ANY);
  return { name, fields, required: [...required, ...(KNOWN_REQUIRED[name] ?? [])], onlyIn };
}

function typeOf(field: string, text: string, file: FieldsFile): Type {
  const [, brackets] = /^(\[\]|\[\+\]|\{\})/.exec(text) ?? [];
  if (brackets === '{}') return { kind: 'map', value: typeOf(field, text.slice(2), file) };
  if (brackets !== undefined) return { kind: 'list', item: typeOf(field, text.slice(brackets.length), file), nonEmpty: brackets === '[+]' };
  const values = KNOWN_VALUES[field] ?? file.enums[indexIn(text, 'enum')];
  if (values !== undefined) return { kind: 'enum', values };
  if (KNOWN_DURATIONS.has(field)) return { kind: 'scalar', scalar: 'duration' };
  const pattern = file.patterns?.[indexIn(text, 'pattern')];
  if (pattern !== undefined) return { kind: 'pattern', pattern: new RegExp(pattern) };
  const [, word, least, most] = /^(\S+)(?: (-?\d*)\.\.(-?\d*))?$/.exec(text) ?? [];
  const scalar = SCALARS.find((known) => known === word);
  if (scalar === undefined) return { kind: 'object', name: text };
  const limits = least === undefined ? {} : { limits: { ...limit('least', least), ...limit('most', most) } };
  const format = own(FIELD_FORMATS, field) as FieldFormat | undefined;
  return { kind: 'scalar', scalar, ...limits, ...(format !== undefined && { format }) };
}

/** Index in an entry such as `enum-3`. */
function indexIn(text: string, list: string): number {
  return text.startsWith(`${list}-`) ? Number(text.slice(list.length + 1)) : -1;
}

function limit(name: keyof NumberLimits, text: string | undefined): NumberLimits {
  return text === undefined || text === '' ? {} : { [name]: Number(text) };
}

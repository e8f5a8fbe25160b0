import { readPackageData } from '../source';
import { CUSTOM_KINDS, CUSTOM_TYPES } from './custom-resources';
import { KNOWN_VALUES } from './known-values';

/**
 * How a type is spelt in `data/kubernetes/fields.json` and in `custom-resources.ts`: a scalar (`string`, `boolean`, `int32`,
 * `int64`, `double`, `quantity`, `int-or-string`, `date-time`, `byte`, `duration`, `any`), `enum-3` for one of a list of
 * texts, the name of a type with fields, or `[]T` and `{}T` for lists and maps of those. An exclamation mark behind it
 * says that the field is required.
 */
export type Type =
  | { readonly kind: 'scalar'; readonly scalar: Scalar }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly item: Type }
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
export type Scalar = (typeof SCALARS)[number];

export interface ObjectType {
  readonly name: string;
  readonly fields: ReadonlyMap<string, Type>;
  readonly required: readonly string[];
}

interface FieldsFile {
  readonly kubernetes: string;
  readonly kinds: Readonly<Record<string, { readonly type: string; readonly namespaced: boolean }>>;
  readonly enums: readonly (readonly string[])[];
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

let file: FieldsFile | undefined;

/** Read when the first manifest is checked: no other command pays for it. */
function fields(): FieldsFile {
  file ??= readPackageData('kubernetes/fields.json') as FieldsFile;
  return file;
}

/** The release of Kubernetes that the built-in kinds are of: `1.36`. */
export function kubernetesRelease(): string {
  return fields().kubernetes;
}

export interface Kind {
  readonly type: string;
  readonly namespaced: boolean;
  /** Whether its operator makes pods and other objects of it. */
  readonly makesPods?: true;
}

/** A built-in or well-known kind by `apps/v1/Deployment`; undefined for others. */
export function kindOf(apiVersion: string, kind: string): Kind | undefined {
  const key = `${apiVersion}/${kind}`;
  const { kinds } = fields();
  if (Object.hasOwn(kinds, key)) return kinds[key];
  return Object.hasOwn(CUSTOM_KINDS, key) ? CUSTOM_KINDS[key] : undefined;
}

/** Kinds of operators that have a schema here, as `karpenter.sh/v1/NodePool`. */
export const CUSTOM_KIND_KEYS: readonly string[] = Object.keys(CUSTOM_KINDS);

/** Every kind of Kubernetes itself, as `apps/v1/Deployment`. */
export function builtInKinds(): readonly string[] {
  return Object.keys(fields().kinds);
}

const objectTypes = new Map<string, ObjectType>();

export function objectType(name: string): ObjectType {
  const known = objectTypes.get(name);
  if (known !== undefined) return known;
  const written = fields().types[name] ?? CUSTOM_TYPES[name];
  if (written === undefined) throw new Error(`no type ${name}`);
  const entries = Object.entries(written);
  const type: ObjectType = {
    name,
    fields: new Map(entries.map(([field, text]) => [field, typeOf(`${name}.${field}`, text)])),
    required: entries.filter(([, text]) => text.endsWith('!')).map(([field]) => field),
  };
  objectTypes.set(name, type);
  return type;
}

function typeOf(field: string, written: string): Type {
  const text = written.replace(/!$/, '');
  if (text.startsWith('[]')) return { kind: 'list', item: typeOf(field, text.slice(2)) };
  if (text.startsWith('{}')) return { kind: 'map', value: typeOf(field, text.slice(2)) };
  const values = KNOWN_VALUES[field] ?? fields().enums[Number(/^enum-(\d+)$/.exec(text)?.[1])];
  if (values !== undefined) return { kind: 'enum', values };
  const scalar = SCALARS.find((known) => known === text);
  return scalar === undefined ? { kind: 'object', name: text } : { kind: 'scalar', scalar };
}

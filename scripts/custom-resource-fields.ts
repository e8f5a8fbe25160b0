/**
 * Makes `data/kubernetes/custom-resources.json`: the structure of operators' custom resources, from the definitions that
 * each operator publishes with its releases. Two releases are read, the oldest that is supported and the newest; what
 * only one of them has is marked.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CrdKind, readCrdKinds } from './custom-resources/crd-schemas';
import { type FieldNode, merged, type NodeField, nodeOf, type Only } from './custom-resources/field-nodes';
import { type KubernetesFields, KubernetesTypes } from './custom-resources/kubernetes-types';
import { OPERATORS, operatorOf, READ_IN } from './custom-resources/operators';
import { TypeNames, type TypeTable } from './custom-resources/type-table';

interface WrittenKind {
  readonly type: string;
  readonly namespaced: boolean;
  readonly makesPods?: true;
  readonly only?: Only;
}

/** The content of the data file. */
export interface CustomResourceFields extends TypeTable {
  /** Month in which the definitions were read. */
  readonly read: string;
  /** By API group: the releases and where they are published. */
  readonly operators: Readonly<Record<string, { readonly url: string; readonly minimum: string; readonly newest: string }>>;
  /** By `karpenter.sh/v1/NodePool`. */
  readonly kinds: Readonly<Record<string, WrittenKind>>;
}

/**
 * Reads the definitions of both releases. Each path is a YAML or JSON file or a folder of them: custom resource
 * definitions, or schemas by kind. Throws for a kind of an operator that has no row in `operators.ts`.
 */
export function customResourceFields(minimumPaths: readonly string[], newestPaths: readonly string[]): CustomResourceFields {
  const minimum = new Map(minimumPaths.flatMap((path) => [...readCrdKinds(path)]));
  const newest = new Map(newestPaths.flatMap((path) => [...readCrdKinds(path)]));
  const names = new TypeNames(new KubernetesTypes(kubernetesFields()));
  const keys = [...new Set([...minimum.keys(), ...newest.keys()])].sort();
  const kinds = keys.map((key): [string, WrittenKind] => [key, writtenKind(key, minimum.get(key), newest.get(key), names)]);
  const operators = OPERATORS.flatMap(({ groups, url, minimum: oldest, newest: latest }) =>
    groups.map((group): [string, CustomResourceFields['operators'][string]] => [group, { url, minimum: oldest, newest: latest }]),
  );
  return { read: READ_IN, operators: Object.fromEntries(operators), kinds: Object.fromEntries(kinds), ...names.table() };
}

/** One line a kind and a type: a new release of an operator is a diff that can be read. */
export function customResourceText(file: CustomResourceFields): string {
  const sections = [
    `  "read": ${JSON.stringify(file.read)}`,
    section('operators', file.operators),
    section('kinds', file.kinds),
    list('enums', file.enums),
    list('patterns', file.patterns),
    section('types', file.types),
  ];
  return `{\n${sections.join(',\n')}\n}\n`;
}

function section(name: string, record: object): string {
  const lines = Object.entries(record).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `  ${JSON.stringify(name)}: {\n${lines.join(',\n')}\n  }`;
}

function list(name: string, items: readonly unknown[]): string {
  return `  ${JSON.stringify(name)}: [\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
}

function writtenKind(key: string, minimum: CrdKind | undefined, newest: CrdKind | undefined, names: TypeNames): WrittenKind {
  const kind = key.slice(key.lastIndexOf('/') + 1);
  const { clusterWide = [], makesPods = [], worksWithoutSpec = [] } = operatorOf(key);
  const namespaced = !clusterWide.includes(kind);
  for (const { namespaced: stated } of [minimum, newest].flatMap((found) => found ?? [])) {
    if (stated !== undefined && stated !== namespaced) throw new Error(`${key}: its scope is not that in operators.ts`);
  }
  const only = minimum === undefined ? 'newest' : newest === undefined ? 'minimum' : undefined;
  return {
    type: names.rootName(rootFields(key, bothOf(minimum, newest), !worksWithoutSpec.includes(kind)), kind),
    namespaced,
    ...(makesPods.includes(kind) && { makesPods: true }),
    ...(only !== undefined && { only }),
  };
}

function bothOf(minimum: CrdKind | undefined, newest: CrdKind | undefined): FieldNode | undefined {
  if (minimum === undefined || newest === undefined) {
    const found = minimum ?? newest;
    return found && nodeOf(found.schema);
  }
  return merged(nodeOf(minimum.schema), nodeOf(newest.schema));
}

/** Fields of a kind, with those that Kubernetes defines for every kind. The status may have any content. */
function rootFields(key: string, root: FieldNode | undefined, needsSpec: boolean): ReadonlyMap<string, NodeField> {
  const spec = root?.kind === 'object' ? root.fields.get('spec') : undefined;
  if (root?.kind !== 'object' || spec === undefined) throw new Error(`${key}: its schema has no spec`);
  return new Map<string, NodeField>([
    ...root.fields,
    ['apiVersion', { node: { kind: 'scalar', scalar: 'string' }, required: false }],
    ['kind', { node: { kind: 'scalar', scalar: 'string' }, required: false }],
    ['metadata', { node: { kind: 'scalar', scalar: 'V1ObjectMeta' }, required: true }],
    ['spec', { ...spec, required: spec.required || needsSpec }],
    ['status', { node: { kind: 'scalar', scalar: 'any' }, required: false }],
  ]);
}

function kubernetesFields(): KubernetesFields {
  return JSON.parse(readFileSync(join(__dirname, '../data/kubernetes/fields.json'), 'utf8')) as KubernetesFields;
}

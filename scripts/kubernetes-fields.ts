/**
 * Makes `data/kubernetes/fields.json`: the structure of every built-in kind of Kubernetes, from two packages that are
 * generated from its OpenAPI description. `@kubernetes/client-node` has kinds, fields and types; `kubernetes-models`
 * states which strings are quantities and which have a fixed list of values.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Attribute {
  readonly baseName: string;
  readonly type: string;
  readonly format: string;
}

interface ModelClass {
  readonly attributeTypeMap?: readonly Attribute[];
}

/** Content of the file; see `lib/lint/schema.ts` for the notation of types. */
export interface FieldsFile {
  readonly source: readonly string[];
  readonly kubernetes: string;
  readonly kinds: Readonly<Record<string, { readonly type: string; readonly namespaced: boolean }>>;
  readonly enums: readonly (readonly string[])[];
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const CLIENT = join(__dirname, '../node_modules/@kubernetes/client-node');
const MODELS = join(__dirname, '../node_modules/kubernetes-models');
const PROPERTY = /^ {4}["'](\S+)["'](\?)?: /;

/** `V1Deployment`, `CoreV1Event`: a version somewhere, and the kind behind it. */
const MODEL_NAME = /^[A-Za-z]*?(V\d+(?:(?:alpha|beta)\d+)?)([A-Z].*)$/;

export async function fieldsFile(): Promise<FieldsFile> {
  const models = await readModels();
  const known = knownTypes();
  const kinds = readKinds(models);
  const enums: string[] = [];
  const types: Record<string, Record<string, string>> = {};
  const visit = (name: string): void => {
    if (name in types) return;
    const model = models.get(name);
    if (model === undefined) throw new Error(`no model ${name}`);
    const required = requiredFields(name);
    const fields: Record<string, string> = {};
    types[name] = fields;
    for (const { baseName, type, format } of [...(model.attributeTypeMap ?? [])].sort((a, b) => (a.baseName < b.baseName ? -1 : 1))) {
      const written = fieldType(type, format, knownType(known, name, baseName), enums);
      fields[baseName] = `${written}${required.has(baseName) ? '!' : ''}`;
      const inner = written.replace(/^(?:\[\]|\{\})+/, '');
      if (models.has(inner)) visit(inner);
    }
  };
  for (const { type } of Object.values(kinds)) visit(type);
  return {
    source: [versionOf(CLIENT), versionOf(MODELS)],
    kubernetes: releaseOf(),
    kinds,
    enums: enums.map((text) => JSON.parse(text) as string[]),
    types: sorted(types),
  };
}

/** One line a type and a kind: small, and a new release of Kubernetes is a diff that can be read. */
export function fieldsText(file: FieldsFile): string {
  const lines = (record: object) =>
    Object.entries(record)
      .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n');
  return `{
  "source": ${JSON.stringify(file.source)},
  "kubernetes": ${JSON.stringify(file.kubernetes)},
  "kinds": {
${lines(file.kinds)}
  },
  "enums": [
${file.enums.map((values) => `    ${JSON.stringify(values)}`).join(',\n')}
  ],
  "types": {
${lines(file.types)}
  }
}
`;
}

async function readModels(): Promise<ReadonlyMap<string, ModelClass>> {
  const all = (await import(join(CLIENT, 'dist/gen/models/all.js'))) as Readonly<Record<string, ModelClass>>;
  return new Map(Object.entries(all).filter(([, model]) => model.attributeTypeMap !== undefined));
}

/** The kinds that the API can create: each `create…` method states its path and the model of its body. */
function readKinds(models: ReadonlyMap<string, ModelClass>): FieldsFile['kinds'] {
  const folder = join(CLIENT, 'dist/gen/apis');
  const kinds: Record<string, { type: string; namespaced: boolean }> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
    for (const method of readFileSync(join(folder, file), 'utf8')
      .split(/^ {4}async /m)
      .slice(1)) {
      const path = /localVarPath = '\/apis?\/([^']+)'/.exec(method)?.[1];
      const type = /ObjectSerializer\.serialize\(body, "(\w+)"/.exec(method)?.[1];
      if (path === undefined || type === undefined || !method.startsWith('create')) continue;
      const fields = (models.get(type)?.attributeTypeMap ?? []).map(({ baseName }) => baseName);
      const [, , kind] = MODEL_NAME.exec(type) ?? [];
      // Paths end in the plural of the kind; what lies below a name (`pods/{name}/eviction`) is no object of its own.
      if (kind === undefined || !fields.includes('kind') || !fields.includes('metadata') || path.includes('{name}')) continue;
      const version = path.split(/\/(?:namespaces\/\{namespace\}\/)?[a-z]+$/)[0] ?? path;
      kinds[`${version}/${kind}`] = { type, namespaced: path.includes('namespaces/{namespace}/') };
    }
  }
  return sorted(kinds);
}

/** Fields that the declarations of a model don't mark with a question mark. */
function requiredFields(model: string): ReadonlySet<string> {
  return new Set(
    readFileSync(join(CLIENT, `dist/gen/models/${model}.d.ts`), 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, name, optional] = PROPERTY.exec(line) ?? [];
        return name === undefined || optional !== undefined ? [] : [name];
      }),
  );
}

/** Fields with a type in kubernetes-models, by `V1Container` and field: `quantity`, or a list of strings as JSON. */
function knownTypes(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  if (!existsSync(MODELS)) throw new Error('kubernetes-models is not installed: see "Update Kubernetes" in CONTRIBUTING.md');
  const known = new Map<string, Map<string, string>>();
  for (const path of readdirSync(MODELS, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.d.ts') || path.includes('node_modules') || path.includes('_schemas')) continue;
    const version = dirname(path).split('/').at(-1) ?? '';
    const name = path.split('/').at(-1)?.replace('.d.ts', '') ?? '';
    const key = `${version.charAt(0).toUpperCase()}${version.slice(1)}${name}`;
    const [, parent, body = ''] =
      /export interface I\w+(?: extends (\w+))? \{\n([\s\S]*?)\n\}/.exec(readFileSync(join(MODELS, path), 'utf8')) ?? [];
    const fields = known.get(key) ?? new Map<string, string>();
    known.set(key, fields);
    for (const [, field = '', type = ''] of body.matchAll(/^ {4}"(\S+)"\??: ((?:\{\n[\s\S]*?\n {4}\}|[^\n]*?));$/gm)) {
      const values = [...type.matchAll(/"([^"]*)"/g)].map(([, value]) => value ?? '').sort();
      // The version and kind of an object are known by its type.
      if (parent === 'TypeMeta' && ['apiVersion', 'kind'].includes(field)) continue;
      if (type.includes('Quantity')) fields.set(field, 'quantity');
      else if (/^"[^"]*"(?: \| "[^"]*")*$/.test(type)) fields.set(field, JSON.stringify(values));
    }
  }
  return known;
}

/** The type of a field. Preview versions, which kubernetes-models does not have, have the quantities of the stable version. */
function knownType(known: ReturnType<typeof knownTypes>, model: string, field: string): string | undefined {
  const key = keyOf(model);
  const stable = known.get(key.replace(/^V\d+(?:alpha|beta)\d+/, 'V1'))?.get(field);
  return known.get(key)?.get(field) ?? (stable === 'quantity' ? stable : undefined);
}

/** The names of some models of the client start with their group, where two groups have the same kind. */
function keyOf(model: string): string {
  const [, version = '', name = ''] = MODEL_NAME.exec(model) ?? [];
  return `${version}${name}`;
}

const SCALARS: Readonly<Record<string, string>> = {
  string: 'string',
  boolean: 'boolean',
  any: 'any',
  object: 'any',
  number: 'int32',
  IntOrString: 'int-or-string',
  Date: 'date-time',
  V1MicroTime: 'date-time',
};

function fieldType(type: string, format: string, known: string | undefined, enums: string[]): string {
  const item = /^Array<(.*)>$/.exec(type)?.[1];
  if (item !== undefined) return `[]${fieldType(item, format, known, enums)}`;
  const value = /^\{ \[key: string\]: (.*); \}$/.exec(type)?.[1];
  if (value !== undefined) return `{}${fieldType(value, format, known, enums)}`;
  if (known === 'quantity' && type === 'string') return 'quantity';
  if (known !== undefined && type === 'string') {
    if (!enums.includes(known)) enums.push(known);
    return `enum-${enums.indexOf(known)}`;
  }
  if (format === 'int64' || format === 'double' || format === 'byte') return format;
  return SCALARS[type] ?? type;
}

function versionOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string };
  return `${name} ${version}`;
}

/** The release of Kubernetes that the client was generated from. */
function releaseOf(): string {
  const release = /spec version: release-(\S+)/.exec(readFileSync(join(CLIENT, 'dist/gen/models/V1Container.d.ts'), 'utf8'))?.[1];
  if (release === undefined) throw new Error('the client states no release of Kubernetes');
  return release;
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

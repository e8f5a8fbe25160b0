/** Checks objects against the models of the official client, without code of the linter. */
interface Attribute {
  readonly baseName: string;
  readonly type: string;
}

export type ClientModels = Readonly<Record<string, { readonly attributeTypeMap?: readonly Attribute[] }>>;

/** Paths of unknown fields, and of values with another type than in the model. */
export function modelMismatches(models: ClientModels, type: string, value: unknown, path = ''): readonly string[] {
  if (value === null || value === undefined || ['any', 'object', 'IntOrString'].includes(type)) return [];
  const item = /^Array<(.+)>$/.exec(type)?.[1];
  if (item !== undefined) {
    return Array.isArray(value) ? value.flatMap((part, index) => modelMismatches(models, item, part, `${path}[${index}]`)) : [path];
  }
  const entry = /^\{ \[key: string\]: (.+); \}$/.exec(type)?.[1];
  if (entry !== undefined) {
    return isRecord(value)
      ? Object.entries(value).flatMap(([key, part]) => modelMismatches(models, entry, part, below(path, key)))
      : [path];
  }
  const attributes = models[type]?.attributeTypeMap;
  // Quantities are strings in the models, and numbers in many manifests.
  if (attributes === undefined) return typeof value === (type === 'Date' || type === 'V1MicroTime' ? 'string' : type) ? [] : [path];
  if (!isRecord(value)) return [path];
  return Object.entries(value).flatMap(([key, part]) => {
    const field = attributes.find(({ baseName }) => baseName === key);
    return field === undefined ? [below(path, key)] : modelMismatches(models, field.type, part, below(path, key));
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function below(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${path}["${key}"]`;
  return path === '' ? key : `${path}.${key}`;
}

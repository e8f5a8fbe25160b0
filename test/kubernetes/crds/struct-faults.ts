/** A field of a condensed Go struct. */
interface Field {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

/** Fields of each struct, as text. */
export type Structs = Readonly<Record<string, string>>;
/** What a field of a struct allows: a closed list, or a pattern. */
export type Values = Readonly<Record<string, readonly string[] | RegExp>>;

/** Fields of a struct and of the structs that are embedded in it. */
export function fieldsOf(structs: Structs, struct: string): Field[] {
  const parts = (structs[struct] ?? '').split(',').map((part) => part.trim().split(/\s+/));
  return parts.flatMap(([name = '', type]) => {
    if (type === undefined) return fieldsOf(structs, name);
    return [{ name: name.replace('*', ''), type, required: name.endsWith('*') }];
  });
}

/** What a value has that the struct doesn't, or the other way round, as paths. */
export function structFaults(structs: Structs, values: Values, struct: string, value: unknown, path = struct): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path}: no object`];
  const fields = fieldsOf(structs, struct);
  const missing = fields.filter(({ name, required }) => required && !(name in value)).map(({ name }) => `${path}.${name}: missing`);
  const found = Object.entries(value).flatMap(([name, inner]) => {
    const field = fields.find((each) => each.name === name);
    const place = `${path}.${name}`;
    if (field === undefined) return [`${place}: unknown`];
    const allowed = values[`${struct}.${name}`];
    if (allowed instanceof RegExp) {
      if (!allowed.test(String(inner))) return [`${place}: is not ${allowed.source}`];
    } else if (allowed !== undefined && !allowed.includes(String(inner))) return [`${place}: is none of ${allowed.join()}`];
    return typeFaults(structs, values, field.type, inner, place);
  });
  return [...missing, ...found];
}

function typeFaults(structs: Structs, values: Values, type: string, value: unknown, path: string): string[] {
  if (type.startsWith('[]')) {
    if (!Array.isArray(value)) return [`${path}: no list`];
    return value.flatMap((item, index) => typeFaults(structs, values, type.slice(2), item, `${path}[${index}]`));
  }
  if (type.startsWith('map:')) {
    return Object.entries(value as object).flatMap(([key, item]) => typeFaults(structs, values, type.slice(4), item, `${path}.${key}`));
  }
  if (type in structs) return structFaults(structs, values, type, value, path);
  const scalar: Readonly<Record<string, readonly string[]>> = {
    string: ['string'],
    bool: ['boolean'],
    int: ['number'],
    intstr: ['number', 'string'],
  };
  const allowed = scalar[type];
  // Types of Kubernetes itself and what is left out here are objects that others check.
  if (allowed === undefined) return typeof value === 'object' ? [] : [`${path}: is ${typeof value}`];
  return allowed.includes(typeof value) ? [] : [`${path}: is ${typeof value}`];
}

/** Words of CEL that are no names of fields. Source: cel-spec, doc/langdef.md. */
const RESERVED: ReadonlySet<string> = new Set([
  'true',
  'false',
  'null',
  'in',
  'as',
  'break',
  'const',
  'continue',
  'else',
  'for',
  'function',
  'if',
  'import',
  'let',
  'loop',
  'package',
  'namespace',
  'return',
  'var',
  'void',
  'while',
]);

const ESCAPES: Readonly<Record<string, string>> = { __: '__underscores__', '.': '__dot__', '-': '__dash__', '/': '__slash__' };

/**
 * The name of a field in rules: `__namespace__` for `namespace`, `a__dash__b` for `a-b`; undefined for a field that rules cannot name.
 * Source: Kubernetes documentation, "Validation rules" of CustomResourceDefinitions.
 */
export function ruleFieldName(field: string): string | undefined {
  if (RESERVED.has(field)) return `__${field}__`;
  if (!/^[A-Za-z_][\w./-]*$/.test(field)) return undefined;
  return field.replace(/__|[./-]/g, (part) => ESCAPES[part] ?? part);
}

import { type ReferencedField, type ReferencedType, referencedTypes } from './input-types';

/** The generated file. */
export const REFERENCE_FILE = 'docs/definition-reference.md';

const HEADER = `# Reference of the definition

Every field of a definition file (\`sizing.config.ts\`, \`sizing.yaml\`, \`sizing.json\`), of workload files and of the options. Fields in
**bold** are required. [Your own system](your-own-system.md) introduces them. \`npm run schemas\` writes this file from the schemas that
the command validates with.

A definition file has one [System](#system), or \`systems\` with a list of them. A tier of it may have \`extends\` with the id of another
tier: then only the fields that differ are written. Lists are replaced, objects are merged, and null removes a component.
`;

/** Types of other inputs than the definition. */
const LAST: readonly string[] = ['TargetWorkload', 'Options'];

/** The content of the reference: a section for each type, in the order of the types in the editor. */
export function definitionReference(): string {
  const all = referencedTypes();
  const types = [...all.filter(({ name }) => !LAST.includes(name)), ...all.filter(({ name }) => LAST.includes(name))];
  const names = new Set(types.map(({ name }) => name));
  return [HEADER, ...types.map((type) => section(type, names))].join('\n');
}

function section({ name, description, fields, type }: ReferencedType, names: ReadonlySet<string>): string {
  const heading = `## ${name}\n\n${sentence(description)}\n`;
  if (fields === undefined) return `${heading}\n${typeText(type ?? '', names)}\n`;
  return `${heading}\n| field | type | description |\n| --- | --- | --- |\n${fields.map((field) => row(field, names)).join('')}`;
}

function row({ key, isRequired, type, description }: ReferencedField, names: ReadonlySet<string>): string {
  const name = isRequired ? `**\`${key}\`**` : `\`${key}\``;
  return `| ${name} | ${typeText(type, names)} | ${sentence(description).replaceAll('|', '\\|')} |\n`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}

/** A type as readers of YAML know it, with links to other types. */
function typeText(type: string, names: ReadonlySet<string>): string {
  const record = /^Readonly<Record<string, (.+)>>$/.exec(type)?.[1];
  if (record !== undefined) return `object of ${typeText(record, names)} by name`;
  const list = /^readonly \(?(.+?)\)?\[\]$/.exec(type)?.[1];
  if (list !== undefined) return `list of ${typeText(list, names)}`;
  const tuple = /^readonly \[(.+)\]$/.exec(type)?.[1];
  if (tuple !== undefined)
    return `list of ${tuple
      .split(', ')
      .map((item) => typeText(item, names))
      .join(' and ')}`;
  return type
    .split(' | ')
    .map((part) => partText(part, names))
    .join(', ');
}

function partText(part: string, names: ReadonlySet<string>): string {
  const name = part.replace(/Input$/, '');
  if (part.endsWith('Input') && names.has(name)) return `[${name}](#${name.toLowerCase()})`;
  if (part.startsWith('readonly ') || part.startsWith('Readonly<')) return typeText(part, names);
  return part.startsWith("'") ? `\`${part.slice(1, -1)}\`` : part;
}

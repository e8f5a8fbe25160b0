/** The descriptions of schemas in published declarations: the compiler does not copy them into the types that it infers. */
import { parseSync } from 'oxc-parser';
import type { z } from 'zod';

/** A node of the syntax tree: only what this file reads. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A field of a declaration with the description of its schema. */
interface DescribedField {
  readonly start: number;
  readonly description: string;
}

/** The parts of a zod definition that contain other schemas. */
interface Definition {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly keyType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly out?: z.core.$ZodType;
  readonly left?: z.core.$ZodType;
  readonly right?: z.core.$ZodType;
  readonly items?: readonly z.core.$ZodType[];
  readonly options?: readonly z.core.$ZodType[];
}

/**
 * A declaration file with the description of each field of its exported schemas as a documentation comment, so that editors show it in
 * the types that are inferred from them. Fields with a comment keep it.
 */
export function describedDeclarations(declarations: string, exported: Readonly<Record<string, unknown>>): string {
  const { program, comments } = parseSync('declarations.d.ts', declarations);
  const ends = comments.map(({ end }) => end);
  const hasComment = (start: number) => ends.some((end) => end <= start && declarations.slice(end, start).trim() === '');
  const fields = new Map<number, DescribedField>();
  for (const { id, type } of constantsOf(program.body as unknown as readonly Node[])) {
    const schema = exported[id];
    if (isSchema(schema)) for (const field of describedFields(type, schema)) fields.set(field.start, field);
  }
  return [...fields.values()]
    .filter(({ start }) => !hasComment(start))
    .sort((left, right) => right.start - left.start)
    .reduce((text, field) => withComment(text, field), declarations);
}

function withComment(text: string, { start, description }: DescribedField): string {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return `${text.slice(0, start)}${comment(description)}${before.trim() === '' ? `\n${before}` : ' '}${text.slice(start)}`;
}

function constantsOf(statements: readonly Node[]): { readonly id: string; readonly type: Node }[] {
  return statements.flatMap(({ declaration }) =>
    isNode(declaration) && declaration.type === 'VariableDeclaration'
      ? nodesIn(declaration.declarations).flatMap(({ id }) => {
          const type = isNode(id) && isNode(id.typeAnnotation) ? id.typeAnnotation.typeAnnotation : undefined;
          return isNode(id) && isNode(type) ? [{ id: String(id.name), type }] : [];
        })
      : [],
  );
}

/** The described fields of a type that was inferred for a schema: `z.ZodOptional<z.ZodObject<{ … }>>`. */
function describedFields(type: Node, schema: z.core.$ZodType): DescribedField[] {
  const { shape, ...parts } = schema._zod.def as Definition;
  const [first, second] = nodesIn(isNode(type.typeArguments) ? type.typeArguments.params : undefined);
  if (shape !== undefined) {
    return nodesIn(first?.members).flatMap((member) => {
      const field = fieldOf(member, shape);
      const inner = isNode(member.typeAnnotation) ? member.typeAnnotation.typeAnnotation : undefined;
      if (field === undefined) return [];
      const description = descriptionOf(field);
      return [
        ...(description === undefined ? [] : [{ start: member.start, description }]),
        ...(isNode(inner) ? describedFields(inner, field) : []),
      ];
    });
  }
  const several = parts.options ?? parts.items;
  const pairs: readonly (readonly [Node | undefined, z.core.$ZodType | undefined])[] =
    several === undefined
      ? [
          [first, parts.innerType ?? parts.element ?? parts.keyType ?? parts.in ?? parts.left],
          [second, parts.valueType ?? parts.out ?? parts.right],
        ]
      : elementsOf(first).map((element, index) => [element, several[index]] as const);
  return pairs.flatMap(([node, part]) => (node === undefined || part === undefined ? [] : describedFields(node, part)));
}

function fieldOf({ key }: Node, shape: Readonly<Record<string, z.core.$ZodType>>): z.core.$ZodType | undefined {
  const name = isNode(key) ? (key.name ?? key.value) : undefined;
  return typeof name === 'string' && Object.hasOwn(shape, name) ? shape[name] : undefined;
}

/** The description of a schema, or of the schema that it wraps. */
function descriptionOf(schema: z.core.$ZodType): string | undefined {
  const { description } = schema as z.ZodType;
  const { innerType, in: input } = schema._zod.def as Definition;
  const wrapped = innerType ?? input;
  return description ?? (wrapped === undefined ? undefined : descriptionOf(wrapped));
}

/** The types of a tuple, also of a readonly one. */
function elementsOf(tuple: Node | undefined): readonly Node[] {
  const inner = tuple?.type === 'TSTypeOperator' && isNode(tuple.typeAnnotation) ? tuple.typeAnnotation : tuple;
  return nodesIn(inner?.elementTypes);
}

function comment(description: string): string {
  return `/** ${description.replaceAll('*/', '*\\/').replaceAll(/\s+/g, ' ')} */`;
}

function isSchema(value: unknown): value is z.core.$ZodType {
  return typeof value === 'object' && value !== null && '_zod' in value;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';
}

function nodesIn(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

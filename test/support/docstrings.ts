/** Finds exported symbols and fields without a docstring. */
import { childrenOf, isSyntax, placeOf, type Source, type Syntax } from './syntax';

/** A symbol or field without a docstring directly before it. */
export interface Undocumented {
  /** Name of the exported symbol, which is the field's owner. */
  readonly symbol: string;
  /** `path:line name`. */
  readonly place: string;
  /** Whether it is a field in an object type on the line of its owner. */
  readonly isInline: boolean;
}

/** Exported symbols and fields without a docstring. Inferred types are documented by their schema, and rules by their `description`. */
export function undocumentedIn(source: Source): readonly Undocumented[] {
  const ends = source.comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*')).map(({ end }) => end);
  const isDocumented = (start: number) => ends.some((end) => end <= start && source.text.slice(end, start).trim() === '');
  const missing = (start: number, symbol: string, name: string): Undocumented[] =>
    isDocumented(start) ? [] : [{ symbol, place: `${placeOf(source, start)} ${name}`, isInline: isInline(source, start) }];
  return source.statements.flatMap((statement) => {
    const { declaration } = statement;
    if (statement.type !== 'ExportNamedDeclaration' || !isSyntax(declaration)) return [];
    const name = nameOf(declaration, source);
    if (
      /\bz\.(?:infer|input|output)</.test(source.text.slice(declaration.start, declaration.end)) &&
      declaration.type === 'TSTypeAliasDeclaration'
    )
      return [];
    if (ruleDescriptionOf(declaration) !== undefined) return [];
    return [
      ...missing(statement.start, name, name),
      ...fieldsOf(declaration).flatMap((field) => missing(field.start, name, `${name}.${nameOf(field, source)}`)),
    ];
  });
}

/** The `description` of a rule: of a constant that is an object with an `id` and a `description`. Undefined for other declarations. */
export function ruleDescriptionOf(declaration: Syntax): string | undefined {
  const [{ init } = {}] = (declaration.declarations ?? []) as readonly { readonly init?: unknown }[];
  if (!isSyntax(init) || init.type !== 'ObjectExpression') return undefined;
  const stringOf = (name: string) => {
    const value = childrenOf(init).find(({ key }) => isSyntax(key) && key.name === name)?.value;
    return isSyntax(value) && typeof value.value === 'string' ? value.value : undefined;
  };
  return stringOf('id') === undefined ? undefined : stringOf('description');
}

/** Whether a field is in an object type on the line of its owner. */
function isInline({ text }: Source, start: number): boolean {
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() !== '';
}

/** The public fields and methods of a declaration, those of nested object types included. */
function fieldsOf(declaration: Syntax): readonly Syntax[] {
  if (declaration.type === 'ClassDeclaration') {
    const { body } = declaration.body as Syntax & { readonly body: readonly Syntax[] };
    return body.flatMap(membersOf);
  }
  if (declaration.type !== 'TSInterfaceDeclaration' && declaration.type !== 'TSTypeAliasDeclaration') return [];
  const found: Syntax[] = [];
  const visit = (node: Syntax) => {
    if (isDiscriminator(node)) return;
    if (node.type === 'TSPropertySignature' || node.type === 'TSMethodSignature') found.push(node);
    if (node.type === 'TSFunctionType' || node.type === 'TSTypeParameterInstantiation') return;
    for (const child of childrenOf(node)) visit(child);
  };
  visit(declaration);
  return found;
}

/** `kind: 'recommended'`: the literal states what a member of a union is. */
function isDiscriminator({ key, typeAnnotation }: Syntax): boolean {
  if (!isSyntax(key) || key.name !== 'kind' || !isSyntax(typeAnnotation)) return false;
  return isSyntax(typeAnnotation.typeAnnotation) && typeAnnotation.typeAnnotation.type === 'TSLiteralType';
}

function membersOf(member: Syntax): readonly Syntax[] {
  if (member.kind === 'constructor') {
    const { params } = member.value as Syntax & { readonly params: readonly Syntax[] };
    return params.filter((parameter) => parameter.type === 'TSParameterProperty' && isPublic(parameter));
  }
  return isPublic(member) && member.override !== true ? [member] : [];
}

function isPublic({ accessibility, key }: Syntax): boolean {
  return accessibility !== 'private' && accessibility !== 'protected' && !(isSyntax(key) && key.type === 'PrivateIdentifier');
}

function nameOf(node: Syntax, { text }: Source): string {
  const name = node.id ?? node.key ?? node.parameter ?? (node.declarations as readonly Syntax[] | undefined)?.[0]?.id;
  return isSyntax(name) ? text.slice(name.start, name.end) : node.type;
}

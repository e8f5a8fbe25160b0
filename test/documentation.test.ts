import { describe, expect, test } from 'vitest';
import { filesBelow, textOf } from './support/sources';
import { childrenOf, isSyntax, placeOf, type Source, type Syntax, sourceOf } from './support/syntax';

const FILES = ['lib', 'tiers'].flatMap((folder) => filesBelow(folder)).filter((path) => path.endsWith('.ts'));

/** Files that have types which no entry point of the package reaches, and whose members on one line the docstring of their owner covers. */
const WITH_INTERNAL_TYPES: ReadonlySet<string> = new Set([
  'lib/answers/designed-tier.ts',
  'lib/capacity/entry.ts',
  'lib/capacity/latency/flat-work.ts',
  'lib/capacity/latency/work.ts',
  'lib/capacity/replays.ts',
  'lib/catalog/derivation.ts',
  'lib/catalog/offer.ts',
  'lib/catalog/price.ts',
  'lib/cel/rule-outcome.ts',
  'lib/cloudformation/deployments.ts',
  'lib/design/design.ts',
  'lib/draft/part.ts',
  'lib/kubernetes/entry/network-paths.ts',
  'lib/kubernetes/plain-object.ts',
  'lib/lint/autoscaler.ts',
  'lib/lint/schema.ts',
  'lib/model/component-ids.ts',
  'lib/model/operation-references.ts',
  'lib/model/reference-problem.ts',
  'lib/model/requests-of-users.ts',
  'lib/observation/series-names.ts',
  'lib/output/footnotes.ts',
  'lib/output/report.ts',
  'lib/output/waterfall.ts',
  'lib/pricing/price-age.ts',
  'lib/pricing/pricers/ecs-capacity.ts',
  'lib/pricing/unbilled-lines.ts',
  'lib/selection/choice.ts',
  'lib/selection/choose-nodes.ts',
]);

/** Exported symbols and fields without a docstring directly before them, as `path:line name`. Inferred types are documented by their schema. */
function undocumented(source: Source): string[] {
  const ends = source.comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*')).map(({ end }) => end);
  const isDocumented = (start: number) => ends.some((end) => end <= start && source.text.slice(end, start).trim() === '');
  const missing = (start: number, name: string) =>
    isDocumented(start) || (WITH_INTERNAL_TYPES.has(source.path) && isInline(source, start)) ? [] : [`${placeOf(source, start)} ${name}`];
  return source.statements.flatMap((statement) => {
    const { declaration } = statement;
    if (statement.type !== 'ExportNamedDeclaration' || !isSyntax(declaration)) return [];
    const name = nameOf(declaration, source);
    if (
      /\bz\.(?:infer|input|output)</.test(source.text.slice(declaration.start, declaration.end)) &&
      declaration.type === 'TSTypeAliasDeclaration'
    )
      return [];
    return [
      ...missing(statement.start, name),
      ...fieldsOf(declaration).flatMap((field) => missing(field.start, `${name}.${nameOf(field, source)}`)),
    ];
  });
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

describe('documentation', () => {
  test('every exported symbol and every field of exported types has a docstring', () => {
    expect(FILES.flatMap((path) => undocumented(sourceOf(path)))).toEqual([]);
  });

  test('the glossary has one row for each term', () => {
    const terms = [...textOf('docs/glossary.md').matchAll(/^\| ([^|]+) \|/gm)].map(([, term = '']) => term.trim());
    expect(terms.length).toBeGreaterThan(20);
    expect(terms.filter((term, index) => terms.indexOf(term) !== index && term !== 'term' && term !== '---')).toEqual([]);
  });
});

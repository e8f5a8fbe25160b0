/** The declarations that a user of the package can reach, from the declaration files that the compiler writes, inferred types included. */
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { childrenOf, isSyntax, type Source, type Syntax, sourceOf } from './syntax';

/** A declaration: `lib/core/interval#Interval`, the path of its module and its name in it. */
export type DeclarationId = string;

/** Where a name of a module is declared: in the module itself, or under another name in another module. */
interface Origin {
  readonly module: string;
  readonly name: string;
}

/** A declaration file, by the names that it declares, imports and exports. */
interface Declarations {
  readonly declared: ReadonlyMap<string, readonly Syntax[]>;
  readonly imported: ReadonlyMap<string, Origin>;
  readonly exported: ReadonlyMap<string, Origin>;
}

/** Ids of the declarations that the entry points export, and of all that these refer to. `folder` has the declaration files. */
export function publicDeclarations(folder: string, entryPoints: readonly string[]): ReadonlySet<DeclarationId> {
  const files = new Map<string, Declarations>();
  const fileOf = (module: string): Declarations => {
    const known = files.get(module) ?? declarationsOf(sourceOf(join(folder, `${module}.d.ts`)), module, folder);
    files.set(module, known);
    return known;
  };
  const found = new Set<DeclarationId>();
  const seen = new Set<string>();
  const open: Origin[] = entryPoints.flatMap((module) => [...fileOf(module).exported.values()]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { module, name } = next;
    const id = `${module}#${name}`;
    if (seen.has(id)) continue;
    seen.add(id);
    const { declared, imported, exported } = fileOf(module);
    const nodes = declared.get(name);
    const origin = imported.get(name) ?? exported.get(name);
    if (nodes !== undefined) {
      found.add(id);
      open.push(...nodes.flatMap((node) => referencesOf(node, module, folder)));
    } else if (origin !== undefined) open.push(origin);
  }
  return found;
}

function declarationsOf({ statements }: Pick<Source, 'statements'>, module: string, folder: string): Declarations {
  const declared = new Map<string, Syntax[]>();
  const imported = new Map<string, Origin>();
  const exported = new Map<string, Origin>();
  for (const statement of statements) {
    const { declaration } = statement;
    const from = moduleOf(statement.source, module, folder);
    for (const specifier of specifiersOf(statement)) {
      const name = nameOf(specifier.local);
      if (statement.type === 'ImportDeclaration') {
        if (from !== undefined) imported.set(name, { module: from, name: nameOf(specifier.imported) });
      } else exported.set(nameOf(specifier.exported), { module: from ?? module, name });
    }
    const node = isSyntax(declaration) ? declaration : statement;
    for (const name of declaredNames(node)) {
      declared.set(name, [...(declared.get(name) ?? []), node]);
      if (statement.type === 'ExportNamedDeclaration') exported.set(name, { module, name });
    }
  }
  return { declared, imported, exported };
}

/** The names that a node refers to: every identifier that is no key of a property, and `import('…').Name` of inferred types. */
function referencesOf(node: Syntax, module: string, folder: string): Origin[] {
  if (node.type === 'TSImportType') {
    const from = moduleOf(node.source, module, folder);
    const { typeArguments } = node;
    const inside = isSyntax(typeArguments) ? referencesOf(typeArguments, module, folder) : [];
    return from === undefined ? inside : [{ module: from, name: nameOf(node.qualifier) }, ...inside];
  }
  if (node.type === 'Identifier') return [{ module, name: nameOf(node) }];
  return childrenOf(node)
    .filter((child) => child !== node.key || node.computed === true)
    .flatMap((child) => referencesOf(child, module, folder));
}

/** Path of the module of a specifier; undefined for a module of another package. */
function moduleOf(source: unknown, module: string, folder: string): string | undefined {
  if (!isSyntax(source) || typeof source.value !== 'string' || !source.value.startsWith('.')) return undefined;
  const path = posix.join(posix.dirname(module), source.value);
  return existsSync(join(folder, `${path}.d.ts`)) ? path : `${path}/index`;
}

function specifiersOf({ type, specifiers }: Syntax): readonly Syntax[] {
  return type === 'ImportDeclaration' || type === 'ExportNamedDeclaration' ? ((specifiers as readonly Syntax[] | undefined) ?? []) : [];
}

function declaredNames({ type, id, declarations }: Syntax): readonly string[] {
  if (type === 'VariableDeclaration') return (declarations as readonly Syntax[]).map((declarator) => nameOf(declarator.id));
  return isSyntax(id) ? [nameOf(id)] : [];
}

function nameOf(node: unknown): string {
  return isSyntax(node) && typeof node.name === 'string' ? node.name : '';
}

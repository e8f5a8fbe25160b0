/** Reads the source files of the project, for tests of its structure. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

/** Folders that tools create. */
const NOT_OURS: ReadonlySet<string> = new Set(['.git', 'node_modules', 'dist', 'cdk.out', 'cdk8s.out', 'coverage', 'api-reference']);

/** All files below a folder of the project (default: the project), sorted, relative to its root with forward slashes. */
export function filesBelow(folder = ''): string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true }).filter(({ name }) => !NOT_OURS.has(name));
  const paths = entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });
  return paths.sort();
}

/** Text of a file by its path from the root of the project, or by an absolute path. */
export function textOf(path: string): string {
  return readFileSync(resolve(ROOT, path), 'utf8');
}

export interface Import {
  /** As it is written: `../units`, `zod`. */
  readonly specifier: string;
  /** Whether it imports types only, which the compiler removes. */
  readonly typeOnly: boolean;
}

// The formatter puts every import and export at the start of a line, in single quotes: two expressions find all of them.
const STATEMENT = /^(?:import|export)\s+(type\s+)?([\w$*{},\s]*?)\s*(?:from\s+)?'([^'\n]+)'/gm;
const CALL = /(\btypeof\s+)?\b(?:import|require)(?:\.resolve)?\(\s*['"`]([^'"`\n]+)['"`]/g;

const COMMENT_LINES = /^\s*(?:\/\/|\/?\*).*$/gm;

/** Every import, re-export, dynamic import and require of a TypeScript source. */
export function importsOf(text: string): Import[] {
  const source = text.replace(COMMENT_LINES, '');
  const statements = [...source.matchAll(STATEMENT)].map(([, type, names = '', specifier = '']) => ({
    specifier,
    typeOnly: type !== undefined || onlyTypes(names),
  }));
  const calls = [...source.matchAll(CALL)].map(([, type, specifier = '']) => ({ specifier, typeOnly: type !== undefined }));
  return [...statements, ...calls];
}

/** `{ type A, type B }` */
function onlyTypes(names: string): boolean {
  const inner = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  if (inner === undefined) return false;
  const listed = inner.split(',').map((name) => name.trim());
  return listed.filter((name) => name !== '').every((name) => name.startsWith('type '));
}

/** The file of a relative import, relative to the root; undefined for packages and Node's own modules. */
export function targetOf(file: string, specifier: string): string | undefined {
  if (!/^\.\.?(\/|$)/.test(specifier)) return undefined;
  return posix.join(posix.dirname(file), specifier).replace(/\/index$|\/$/, '');
}

/** `aws-cdk-lib/aws-ec2` is of the package `aws-cdk-lib`; Node's modules are `node:…`. */
export function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

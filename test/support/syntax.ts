/** Reads the syntax of the project's own sources, for the tests of their language and documentation. */
import { type Comment, parseSync } from 'oxc-parser';
import { textOf } from './sources';

/** A node of the syntax tree (ESTree): only what the tests look at. */
export interface Syntax {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface Source {
  readonly path: string;
  readonly text: string;
  readonly statements: readonly Syntax[];
  readonly comments: readonly Comment[];
}

export function sourceOf(path: string): Source {
  const text = textOf(path);
  const { program, comments } = parseSync(path, text);
  return { path, text, statements: program.body as unknown as readonly Syntax[], comments };
}

/** `path:line` of an offset. */
export function placeOf({ path, text }: Pick<Source, 'path' | 'text'>, offset: number): string {
  return `${path}:${text.slice(0, offset).split('\n').length}`;
}

export function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Syntax>).type === 'string';
}

/** The nodes directly below a node. */
export function childrenOf(node: Syntax): readonly Syntax[] {
  return Object.values(node)
    .flatMap((value) => (typeof value === 'object' ? value : []))
    .filter(isSyntax);
}

/** A node and all nodes below it, in the order of the text. */
export function* nodesBelow(node: Syntax): Generator<Syntax> {
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    open.push(...[...childrenOf(next)].reverse());
  }
}

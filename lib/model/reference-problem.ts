import { oneOf, unknownKey } from '../core/problems';

/** A reference to something that does not exist or is not suitable, as a zod issue. */
export interface ReferenceProblem {
  /** Path in the system. */
  readonly path: (string | number)[];
  /** The value. */
  readonly input: unknown;
  /** The expected value. */
  readonly message: string;
  /** Valid words, for a suggestion in place of `word`, by default the value; and the reason, where the value alone does not show it. Default: none. */
  readonly params?: { readonly words?: readonly string[]; readonly word?: string; readonly reason?: string };
}

/** A word that is none of the valid ones. `meant` is what they name, with its article, such as `a component`; `owner` has them. */
export function unknownWord(
  path: (string | number)[],
  input: string,
  words: readonly string[],
  meant: string,
  owner = 'the system',
): ReferenceProblem {
  return { path, input, message: words.length === 0 ? `${meant}, but ${owner} has none` : oneOf(words), params: { words } };
}

/** A key that is none of the valid ones. */
export function unknownEntry(path: (string | number)[], key: string, keys: readonly string[]): ReferenceProblem {
  const { reason, expected } = unknownKey('', key, keys);
  return { path, input: key, message: expected, params: { words: keys, word: key, ...(reason !== undefined && { reason }) } };
}

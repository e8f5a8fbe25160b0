import { oneOf } from '../core/problems';

/** A reference to something that does not exist, as a zod issue. */
export interface ReferenceProblem {
  /** Path in the system. */
  readonly path: (string | number)[];
  /** The value. */
  readonly input: unknown;
  /** The expected value. */
  readonly message: string;
  /** Valid words, for a suggestion. Default: none. */
  readonly params?: { readonly words: readonly string[] };
}

/** A word that is none of the valid ones. */
export function unknownWord(path: (string | number)[], input: string, words: readonly string[]): ReferenceProblem {
  return {
    path,
    input,
    message: words.length === 0 ? 'no reference, because there is nothing to refer to' : oneOf(words),
    params: { words },
  };
}

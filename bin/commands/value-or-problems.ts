import { InputError, type Problem } from '../../lib/core/problems';

/** The value of a part of the request, or why it is invalid. */
export function valueOrProblems<T>(read: () => T): { readonly value?: T; readonly problems: readonly Problem[] } {
  try {
    return { value: read(), problems: [] };
  } catch (error) {
    if (error instanceof InputError) return { problems: error.problems };
    throw error;
  }
}

import { expect, test } from 'vitest';
import { InputError } from '../../lib/core/problems';
import { parseJson } from '../../lib/io/parse-json';

/** A list in a list, and so on. */
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

function problemOf(text: string): string {
  try {
    parseJson(text, 'file some.json');
    return 'none';
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ path, reason, expected }) => `${path}: ${reason}; expected ${expected}`).join(', ');
  }
}

test.each([
  [200, 'none'],
  [201, 'file: nested too deep; expected at most 200 levels of objects and lists'],
  [100_000, 'file: nested too deep; expected at most 200 levels of objects and lists'],
])('a value of %i levels has the problem: %s', (levels, problem) => {
  expect(problemOf(nested(levels))).toBe(problem);
});

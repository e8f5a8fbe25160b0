import { InputError, PATH_SUBJECT, partProblems } from '../lib/core/problems';
import { pathKind } from '../lib/io/files';

/** Subjects of errors about a command line, in the order in which a message names them. */
const COMMAND_LINE: readonly string[] = ['arguments', 'flags'];

/**
 * Reads the parts of a request. Throws one InputError with the problems of all parts, so that a user corrects a command line once;
 * an error about one subject keeps it.
 */
export function allParts<T extends object>(readers: { readonly [Name in keyof T]: () => T[Name] }): T {
  const errors: InputError[] = [];
  const parts = Object.entries<() => unknown>(readers).map(([name, read]) => {
    try {
      return [name, read()];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      errors.push(error);
      return [name, undefined];
    }
  });
  const [first, ...others] = errors;
  if (first === undefined) return Object.fromEntries(parts) as T;
  throw others.length === 0 ? first : together(errors);
}

/** Throws an InputError with every path that does not exist. */
export function requireFiles(paths: readonly string[], expected: string): void {
  allParts(Object.fromEntries(paths.map((path) => [path, () => pathKind(path, expected)])));
}

/** One error with the problems of several, each of which says what it is about. */
function together(errors: readonly InputError[]): InputError {
  const subjects = new Set(errors.map(({ subject }) => subject));
  const [only = '', another] = subjects;
  if (another === undefined) return new InputError(only, withoutRepetitions(errors.flatMap(({ problems }) => problems)));
  const ofCommandLine = COMMAND_LINE.filter((word) => [...subjects].some((subject) => subject.split(' and ').includes(word)));
  return new InputError(
    ofCommandLine.length === 0 ? 'files' : ofCommandLine.join(' and '),
    withoutRepetitions(errors.flatMap((error) => (isOfCommandLine(error) ? error.problems : partProblems(error)))),
  );
}

function isOfCommandLine({ subject }: InputError): boolean {
  return subject === PATH_SUBJECT || subject.split(' and ').every((word) => COMMAND_LINE.includes(word));
}

/** Two parts may read the same flag. */
function withoutRepetitions(problems: InputError['problems']): InputError['problems'] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

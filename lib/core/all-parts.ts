import { InputError, InputErrors, type Problem } from './problems';

/** The result of reading each part of an input. */
type Values<Parts> = { readonly [Name in keyof Parts]: Parts[Name] extends () => infer Value ? Value : never };

/**
 * Reads the parts of an input. Throws one InputError with the problems of all invalid parts, so that a user corrects them at
 * once.
 */
export function allParts<Parts extends Readonly<Record<string, () => unknown>>>(parts: Parts): Values<Parts> {
  const errors: InputError[] = [];
  const values = Object.entries(parts).map(([name, read]) => {
    try {
      return [name, read()];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      errors.push(error);
      return [name, undefined];
    }
  });
  if (errors.length > 0) throw joined(errors);
  return Object.fromEntries(values) as Values<Parts>;
}

/**
 * The value of a part that other parts depend on; undefined if it is invalid. Its problems are those of the part itself, which `allParts`
 * reports, so that a part which depends on it reports its own.
 */
export function validPart<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** One error with the problems of several; those about the same input are reported together. */
function joined(errors: readonly InputError[]): InputError {
  const each = errors.flatMap((error) => (error instanceof InputErrors ? error.errors : [error]));
  const subjects = [...new Set(each.map(({ subject }) => subject))];
  const [first, ...others] = subjects.map(
    (subject) =>
      new InputError(subject, withoutRepetitions(each.filter((error) => error.subject === subject).flatMap(({ problems }) => problems))),
  );
  if (first === undefined) throw new Error('an InputError has at least one problem');
  return others.length === 0 ? first : new InputErrors([first, ...others]);
}

/** An error with each of its parts changed by `change`. */
export function mapErrors(error: InputError, change: (error: InputError) => InputError): InputError {
  return error instanceof InputErrors ? joined(error.errors.map(change)) : change(error);
}

/** Two parts may read the same value. */
function withoutRepetitions(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

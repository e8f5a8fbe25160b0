import { dirname, isAbsolute, join, resolve } from 'node:path';
import { createJiti } from 'jiti';
import { InputError, type Problem, shown } from '../core/problems';

/** Module of this package that definitions import. It is always that of the command that reads the definition. */
const CONFIG_MODULE = 'sizing-blueprints/config';

/** The problem of a definition that has to be waited for: CDK apps and tests load it synchronously. */
export function asynchronous(path: string, reason: string): Problem {
  return { path, reason, expected: 'a module that exports its system without a promise, because CDK apps load it synchronously' };
}

/** Folder of the compiled or the TypeScript sources of this room. */
const HERE = __dirname;

/**
 * The exports of a TypeScript or JavaScript module, ES module or CommonJS, without a compiler of the user. Types are removed
 * and not checked. Throws an InputError when the module cannot be compiled, throws, or imports what does not exist.
 */
export function loadModule(path: string, subject: string): unknown {
  const absolute = resolve(path);
  const jiti = createJiti(join(dirname(absolute), '_'), {
    alias: { [CONFIG_MODULE]: join(HERE, 'config') },
    interopDefault: false,
    fsCache: process.env.SIZING_CACHE !== 'off',
  });
  try {
    return jiti(absolute);
  } catch (error) {
    // A definition that validates itself with this package has already listed its problems.
    if (error instanceof InputError) throw error;
    throw new InputError(subject, [moduleProblem(error, absolute)]);
  }
}

/** Line and column at the end of `file:6:18`, as a frame of a stack and the message of a syntax error have it. */
const LINE_AND_COLUMN = /:(\d{1,9}):(\d{1,9})\)?$/;

/** Words of a compiler before its error. */
const SYNTAX_ERROR = 'ParseError: ';

/** How the engine words `await` outside of a function, because modules run as CommonJS. */
const TOP_LEVEL_AWAIT = /^await is only valid/;

function moduleProblem(error: unknown, path: string): Problem {
  const { message, stack = '' } = error instanceof Error ? error : { message: shown(error) };
  const [first = '', second = ''] = message.split('\n');
  if (TOP_LEVEL_AWAIT.test(first)) {
    return asynchronous('module', 'has await at its top level');
  }
  if (first.startsWith(SYNTAX_ERROR)) {
    const reason = `invalid syntax (${first.slice(SYNTAX_ERROR.length).trim()})`;
    return { path: placeText(placeIn(second), path), reason, expected: 'valid TypeScript or JavaScript' };
  }
  const frames = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
  const place = frames.map(placeIn).find((each) => each !== undefined && isOfUser(each.file));
  // Imports are at the top of the compiled code, whatever their line is.
  // The compiled code has the lines of the module, and other columns.
  const shownPlace = isMissingModule(error) ? 'module' : placeText(place && { ...place, column: undefined }, path);
  return { path: shownPlace, reason: first, expected: 'a module that runs and exports a system' };
}

function isMissingModule(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';
}

interface Place {
  readonly file: string;
  readonly line: string;
  /** Absent where it is that of the compiled code. */
  readonly column?: string | undefined;
}

/** The place at the end of a line, such as `at load (/shop/sizing.config.ts:6:18)` or `/shop/sizing.config.ts:6:18`. */
function placeIn(text: string): Place | undefined {
  const end = text.trimEnd();
  const [found, line, column] = LINE_AND_COLUMN.exec(end) ?? [];
  if (found === undefined || line === undefined || column === undefined) return undefined;
  const before = end.slice(0, -found.length);
  const opening = before.indexOf(' (');
  const file = opening < 0 ? before.trimStart().replace(/^at (?:async )?/, '') : before.slice(opening + ' ('.length);
  return { file, line, column };
}

/** Whether a file is a module of the user, not of the engine, the loader or a package. */
function isOfUser(file: string): boolean {
  return isAbsolute(file) && !/[\\/]node_modules[\\/]/.test(file) && !file.startsWith(HERE);
}

/** `line 6, column 18` or `line 6`, with the file unless it is the definition itself; `module` without a place. */
function placeText(place: Place | undefined, path: string): string {
  if (place === undefined) return 'module';
  return `${place.file === path ? '' : `${place.file}, `}line ${place.line}${place.column === undefined ? '' : `, column ${place.column}`}`;
}

import { dirname, join, resolve } from 'node:path';
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

/** `file:6:18`, as a stack and the message of a syntax error have it. */
const PLACE = /((?:\/|[A-Za-z]:\\)[^\n()]*?):(\d+):(\d+)/;

/** How the engine words `await` outside of a function, because modules run as CommonJS. */
const TOP_LEVEL_AWAIT = /^await is only valid/;

function moduleProblem(error: unknown, path: string): Problem {
  const { message, stack = '' } = error instanceof Error ? error : { message: shown(error) };
  const [first = '', second = ''] = message.split('\n');
  if (TOP_LEVEL_AWAIT.test(first)) {
    return asynchronous('module', 'has await at its top level');
  }
  const [, syntaxError] = /^ParseError: (.*?)\s*$/.exec(first) ?? [];
  if (syntaxError !== undefined) {
    return { path: placeIn(second, path), reason: `invalid syntax (${syntaxError})`, expected: 'valid TypeScript or JavaScript' };
  }
  const frame = stack.split('\n').find((line) => /^\s+at /.test(line) && isOfUser(PLACE.exec(line)?.[1]));
  // Imports are at the top of the compiled code, whatever their line is.
  const place = frame === undefined || isMissingModule(error) ? 'module' : placeIn(frame, path);
  return { path: place, reason: first, expected: 'a module that runs and exports a system' };
}

function isMissingModule(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';
}

/** Whether a file is a module of the user, not of the loader or a package. */
function isOfUser(file: string | undefined): boolean {
  return file !== undefined && !/[\\/]node_modules[\\/]/.test(file) && !file.startsWith(HERE);
}

/** `line 6, column 18`, with the file unless it is the definition itself; `module` without a place. */
function placeIn(text: string, path: string): string {
  const [, file, line, column] = PLACE.exec(text) ?? [];
  if (file === undefined) return 'module';
  return `${file === path ? '' : `${file}, `}line ${line}, column ${column}`;
}

import { dirname, join, resolve } from 'node:path';
import { createJiti } from 'jiti';
import { InputError, shown } from '../core/problems';

/** Module of this package that definitions import. It is always that of the command that reads the definition. */
const CONFIG_MODULE = 'sizing-blueprints/config';

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
    throw new InputError(subject, [{ path: 'module', reason: reasonOf(error), expected: 'a module that runs and exports a system' }]);
  }
}

/** The first line of an error: a syntax error of the parser continues with an excerpt. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : shown(error);
  return text.split('\n')[0] ?? text;
}

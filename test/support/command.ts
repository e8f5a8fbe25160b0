import { join } from 'node:path';
import { inject } from 'vitest';

/** Path of a program of `bin`, compiled. */
export function compiledProgram(name: 'sizing' | 'program' | 'manifests-app'): string {
  return compiledModule(`bin/${name}`);
}

/** Path of a compiled module, such as `lib/io/write-file`. */
export function compiledModule(name: string): string {
  return join(inject('runFolder'), 'package', 'dist', `${name}.js`);
}

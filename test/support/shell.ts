import { spawnSync } from 'node:child_process';

/** Syntax errors of a script, from `sh -n`. Empty if it is valid. */
export function shellErrors(script: string): string {
  return spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' }).stderr;
}

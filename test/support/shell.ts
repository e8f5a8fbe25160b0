import { spawnSync } from 'node:child_process';

/** What the shell says against a script that it only reads; empty when it is one. */
export function shellFault(script: string): string {
  return spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' }).stderr;
}

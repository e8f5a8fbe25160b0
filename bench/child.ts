import { spawnSync } from 'node:child_process';

export interface ChildOptions {
  readonly cwd: string;
  /** Environment variables to set, or to remove where they are undefined. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Runs a program to its end. Throws an error with its output if it fails, so that a failure is never measured. */
export function runChild(program: string, args: readonly string[], { cwd, environment = {} }: ChildOptions): void {
  const env = Object.fromEntries(Object.entries({ ...process.env, ...environment }).filter(([, value]) => value !== undefined));
  const child = spawnSync(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 1e8 });
  if (child.error !== undefined) throw child.error;
  if (child.status !== 0) throw new Error(`${program} ${args.join(' ')} exited with ${child.status}:\n${child.stdout}${child.stderr}`);
}

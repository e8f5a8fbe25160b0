import { spawn } from 'node:child_process';

/** How a program ended. */
export interface ProgramResult {
  /** Undefined for a program that a signal ended. */
  readonly exitCode: number | undefined;
  /** Its standard output; of a longer one, the last 1,000,000 characters. */
  readonly stdout: string;
  /** Its standard error; of a longer one, the last 1,000,000 characters. */
  readonly stderr: string;
}

/** Largest output that a result has, in characters. */
const MAX_OUTPUT_LENGTH = 1_000_000;

/** Runs a program to its end, with an empty standard input. Undefined when the program is not installed. */
export function runProgram(
  program: string,
  parameters: readonly string[],
  { folder, env = {} }: { readonly folder: string; readonly env?: Readonly<Record<string, string>> },
): Promise<ProgramResult | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { cwd: folder, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const text = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (piece: string) => {
        text[name] = (text[name] + piece).slice(-MAX_OUTPUT_LENGTH);
      });
    }
    child.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(undefined) : reject(error)));
    child.on('close', (code) => resolve({ ...text, exitCode: code ?? undefined }));
  });
}

/** The last lines of a text that have content, as one line of a message. */
export function lastLines(text: string, count = 5): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(-count)
    .join('; ');
}

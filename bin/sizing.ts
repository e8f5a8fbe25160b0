#!/usr/bin/env node
import type { Modules } from './modules';
import { run } from './program';

const modules: Modules = {
  bill: () => (require('./kept-bills') as typeof import('./kept-bills')).keptBills(process.env),
  templateBill: () => require('../lib/template-bill') as typeof import('../lib/template-bill'),
  manifestBill: () => require('../lib/manifest-bill') as typeof import('../lib/manifest-bill'),
  lint: () => require('../lib/lint-manifests') as typeof import('../lib/lint-manifests'),
  kubernetes: () => require('../lib/kubernetes') as typeof import('../lib/kubernetes'),
};

/** A reader that has seen enough (`sizing list | head -1`) closes the pipe; that is no mistake of anybody. */
function quietOnBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

process.stdout.on('error', quietOnBrokenPipe);
process.stderr.on('error', quietOnBrokenPipe);

void run(
  process.argv.slice(2),
  {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    env: process.env,
    stdoutIsTty: process.stdout.isTTY === true,
    columns: process.stdout.columns,
    today: new Date(),
  },
  modules,
).then((code) => {
  process.exitCode = code;
});

import { keptBillOf } from '../lib/kept-bill';
import { KeptFiles, type KeptTexts } from '../lib/source';
import { keptFolder } from './kept-folder';
import type { Modules } from './modules';

const NOTHING_KEPT: KeptTexts = { get: () => undefined, put: () => {} };

let made: ReturnType<Modules['bill']> | undefined;

/** Bills whose templates are synthesized once, and in a later run not at all unless something changed. */
export function keptBills(env: NodeJS.ProcessEnv): ReturnType<Modules['bill']> {
  made ??= { billOf: keptBillOf({ synthesize, synthesizer: synthesizerOf(env), kept: keptIn(keptFolder(env)) }) };
  return made;
}

function synthesize() {
  return (require('../lib/bill') as typeof import('../lib/bill')).stacksOf;
}

function keptIn(folder: string | undefined): KeptTexts {
  return folder === undefined ? NOTHING_KEPT : new KeptFiles(folder);
}

/** The CDK reads variables of its own: with others, other templates. */
function synthesizerOf(env: NodeJS.ProcessEnv): string {
  const { version } = require('aws-cdk-lib/package.json') as { version: string };
  const variables = Object.entries(env).filter(([name]) => name.startsWith('CDK_'));
  return JSON.stringify([version, variables.sort()]);
}

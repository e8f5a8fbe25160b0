import { cachedEstimator } from '../lib/answers/cached-estimator';
import { CachedFiles, type StringCache } from '../lib/io/cached-files';
import { cacheFolder } from './cache-folder';
import type { Modules } from './modules';

const NO_CACHE: StringCache = { get: () => undefined, put: () => {}, drop: () => {} };

let made: ReturnType<Modules['bill']> | undefined;

/** Estimates whose templates are synthesized once, and in a later run not at all unless something changed. */
export function cachedEstimates(env: NodeJS.ProcessEnv): ReturnType<Modules['bill']> {
  made ??= { estimateBlueprint: cachedEstimator({ synthesize, synthesizer: synthesizerOf(env), cache: cacheIn(cacheFolder(env)) }) };
  return made;
}

function synthesize() {
  return (require('../lib/answers/estimate-blueprint') as typeof import('../lib/answers/estimate-blueprint')).stacksOf;
}

function cacheIn(folder: string | undefined): StringCache {
  return folder === undefined ? NO_CACHE : new CachedFiles(folder);
}

/** The CDK reads variables of its own: with others, other templates. */
function synthesizerOf(env: NodeJS.ProcessEnv): string {
  const { version } = require('aws-cdk-lib/package.json') as { version: string };
  const variables = Object.entries(env).filter(([name]) => name.startsWith('CDK_'));
  return JSON.stringify([version, variables.sort()]);
}

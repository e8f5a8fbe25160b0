import { cachedEstimator } from '../lib/answers/cached-estimator';
import type { Estimator } from '../lib/answers/estimated-tier';
import { CachedFiles, type StringCache } from '../lib/io/cached-files';
import { cacheFolder } from './cache-folder';

const NO_CACHE: StringCache = { get: () => undefined, put: () => {}, drop: () => {} };

let estimator: Estimator | undefined;

/** Estimates tiers; stacks are synthesized once and cached for later runs until the blueprint or the code changes. */
export function cachedEstimates(env: NodeJS.ProcessEnv): Estimator {
  estimator ??= estimatorOf(env);
  return estimator;
}

function estimatorOf(env: NodeJS.ProcessEnv): Estimator {
  const estimateBlueprint = cachedEstimator({ synthesize, synthesizer: synthesizerOf(env), cache: cacheIn(cacheFolder(env)) });
  return (blueprint) =>
    blueprint.options.platform === 'kubernetes' ? charts().estimateCharts(blueprint).estimate : estimateBlueprint(blueprint).estimate;
}

function charts() {
  return require('../lib/answers/estimate-manifest-files') as typeof import('../lib/answers/estimate-manifest-files');
}

function synthesize() {
  return (require('../lib/answers/estimate-blueprint') as typeof import('../lib/answers/estimate-blueprint')).stacksOf;
}

function cacheIn(folder: string | undefined): StringCache {
  return folder === undefined ? NO_CACHE : new CachedFiles(folder);
}

/** The version of the CDK, and the environment variables that change its templates. */
function synthesizerOf(env: NodeJS.ProcessEnv): string {
  const { version } = require('aws-cdk-lib/package.json') as { version: string };
  const variables = Object.entries(env).filter(([name]) => name.startsWith('CDK_'));
  return JSON.stringify([version, variables.sort()]);
}

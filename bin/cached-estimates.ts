import { cachedCharts } from '../lib/answers/cached-charts';
import { cachedEstimator } from '../lib/answers/cached-estimator';
import type { ChartsOf } from '../lib/answers/estimate-manifest-files';
import type { Estimator } from '../lib/answers/estimated-tier';
import { CachedFiles, type StringCache } from '../lib/io/cached-files';
import { cacheFolder } from './cache-folder';
import { synthesizerOf } from './synthesizer';

const NO_CACHE: StringCache = { get: () => undefined, put: () => {}, drop: () => {} };

/** Functions that synthesize tiers, and cache the result for later runs until the blueprint or the code changes. */
interface CachedEstimates {
  /** Estimates tiers. */
  readonly estimator: Estimator;
  /** The objects of a tier's chart. */
  readonly chartsOf: ChartsOf;
}

let estimates: CachedEstimates | undefined;

/** Estimates tiers; stacks and charts are synthesized once and cached for later runs until the blueprint or the code changes. */
export function cachedEstimates(env: NodeJS.ProcessEnv): CachedEstimates {
  estimates ??= estimatesOf(env);
  return estimates;
}

function estimatesOf(env: NodeJS.ProcessEnv): CachedEstimates {
  const cache = cacheIn(cacheFolder(env));
  const synthesizer = synthesizerOf(env);
  const estimateBlueprint = cachedEstimator({ synthesize: stacks, synthesizer, cache });
  const chartsOf = cachedCharts({ synthesize: (blueprint) => clusters().synthesizedCharts(blueprint), synthesizer, cache });
  return {
    estimator: (blueprint) =>
      blueprint.options.platform === 'kubernetes'
        ? clusters().estimateCharts(blueprint, {}, chartsOf).estimate
        : estimateBlueprint(blueprint).estimate,
    chartsOf,
  };
}

function clusters() {
  return require('../lib/answers/estimate-manifest-files') as typeof import('../lib/answers/estimate-manifest-files');
}

function stacks() {
  return (require('../lib/answers/estimate-blueprint') as typeof import('../lib/answers/estimate-blueprint')).stacksOf;
}

function cacheIn(folder: string | undefined): StringCache {
  return folder === undefined ? NO_CACHE : new CachedFiles(folder);
}

import { estimateBlueprint } from './estimate-blueprint';
import { estimateCharts } from './estimate-manifest-files';
import type { Estimator } from './estimated-tier';

/**
 * Synthesizes a blueprint in this process and estimates the result: the stacks of `ecs` and `eks`, or the manifests of
 * `kubernetes` and the nodes that their pods need.
 */
export const synthesizeAndEstimate: Estimator = (blueprint) =>
  blueprint.options.platform === 'kubernetes' ? estimateCharts(blueprint).estimate : estimateBlueprint(blueprint).estimate;

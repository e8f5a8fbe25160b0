import type { Estimate } from '../pricing/estimate';
import type { Estimator } from './estimated-tier';

/** An estimator that adds each estimate to a list. */
export function recordingEstimator(estimator: Estimator, estimates: Estimate[]): Estimator {
  return (blueprint) => {
    const estimate = estimator(blueprint);
    estimates.push(estimate);
    return estimate;
  };
}

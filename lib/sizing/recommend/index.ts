/**
 * Recommend: which tier carries a workload, why it and not another, how long it lasts, what fits a budget, and what comes
 * beyond the largest. Prices come in as a function.
 */
export * from './assess';
export * from './candidate';
export * from './cells';
export * from './curve';
export * from './growth';
export * from './recommend';
export * from './regret';
export * from './verdict';

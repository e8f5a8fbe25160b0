/**
 * Queueing: how long work waits for servers that all take from one queue, how many of them it needs, and how throughput
 * bends when they get in each other's way. Pure formulas of numbers; `docs/capacity-model.md` derives and sources each.
 */
export * from './erlang';
export * from './little';
export * from './multi-server-queue';
export * from './square-root-staffing';
export * from './universal-scalability';

/**
 * Model: the schemas of everything that people write (components, tiers, systems, workloads, options), and nothing
 * that computes. Knows zod and units; no CDK, no prices, no sizing.
 */
export * from './alarm';
export * from './amount';
export * from './backup-storage';
export * from './bucket';
export * from './cache';
export * from './cdn';
export * from './component';
export * from './database';
export * from './document-store';
export * from './environment';
export * from './evidence';
export * from './external';
export * from './figure';
export * from './load-balancer';
export * from './node-pool';
export * from './operation';
export * from './options';
export * from './parse';
export * from './placeholder';
export * from './pool-label';
export * from './queue';
export * from './quorum';
export * from './regions';
export * from './resource';
export * from './scalars';
export * from './scenario';
export * from './service';
export * from './system';
export * from './tier';
export * from './vector-store';
export * from './without-limit';
export * from './workload';

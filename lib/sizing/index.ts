/**
 * Sizing: which machines carry what a tier asks for, and why not the others. Knows model, units and shapes; prices
 * come in as offers, templates and CDK are unknown here.
 */
export * from './allocatable';
export * from './cache-memory';
export * from './capacity';
export * from './choice';
export * from './choice-reasons';
export * from './choose-data-store';
export * from './choose-nodes';
export * from './families';
export * from './fargate-size';
export * from './load-test';
export * from './mysql-settings';
export * from './offer';
export * from './pack';
export * from './postgres-settings';
export * from './queueing';
export * from './recommend';

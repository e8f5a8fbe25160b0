/**
 * Blueprint: a tier with its options, validated and resolved into frozen plain data. Knows model, sizing and units;
 * no CDK and no prices.
 */
export * from './blueprint';
export { type BlueprintRequest, resolveBlueprint } from './resolve';
export { capacityFormOf } from './supplies';

/**
 * AWS: a blueprint as a CloudFormation stack. One construct file for each kind of component, and a registry by kind.
 * Knows model, units, problems, the blueprint's types and CDK; no sizing, no prices.
 */
export { createApp, type SynthesizedStack, synthesize } from './app';
export { BlueprintStack, type BlueprintStackProps } from './blueprint-stack';
export type { ContainerImages } from './ecs/container-images';
export type { EksPlatformProps } from './eks/eks-platform';
export type { ChartObjects } from './eks/kubernetes-objects';

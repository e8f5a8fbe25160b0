/**
 * Kubernetes: a blueprint as manifests. One file for each kind of component, and a registry by kind. Knows model, units,
 * problems, the blueprint's types and cdk8s; no sizing, no prices.
 */
export { BlueprintCharts, DECLARATION } from './blueprint-chart';
export type { ContainerImages } from './container-images';
export { MARK } from './manifests/directory-notes';
export { helmChartOf } from './manifests/helm-chart';
export { type ManifestFile, type ManifestObjects, type Manifests, manifestsOf, objectsOf } from './manifests/manifests';
export { type Requirement, requirementsOf } from './manifests/requirements';
export type { PlainObject } from './plain-object';

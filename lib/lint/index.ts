/**
 * Lint: what is wrong with Kubernetes manifests before a cluster sees them. Rules are one file each, in the list of
 * `rules/index.ts`; they ask a scene, which is all objects that are checked together. Knows manifests, sources and
 * problems; no cluster, no chart, no price.
 */
export { type Finding, objectText } from './finding';
export { lint } from './lint';
export { type Fault, type Rule, SEVERITIES, type Severity } from './rule';
export { RULES } from './rules';
export { DEFAULT_SURROUNDINGS, type Surroundings } from './scene';
export { builtInKinds, customKinds, kindOf, kubernetesRelease, type ObjectType, objectType, type Type } from './schema';

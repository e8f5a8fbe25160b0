/**
 * Manifest: Kubernetes manifests read back as plain objects, each with the file and line that it is written in, and the
 * means to read them: paths, selectors, quantities. Knows sources and problems; no cluster, no schema and no rule.
 */
export { holdsManifests } from './holds-manifests';
export * from './limits';
export { type ManifestObject, type Origin, type Path, pathText } from './manifest-object';
export { manifestObjects } from './manifest-objects';
export { quantityOf } from './quantity';
export { parseManifests, readManifests } from './read-manifests';
export * from './selector';
export * from './values';

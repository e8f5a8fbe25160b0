import { posix } from 'node:path';
import { isPlainObject, own, type PlainObject } from '../core/plain-object';

/** Names of the file that `kustomize build` reads. Source: kustomize, `konfig.RecognizedKustomizationFileNames`. */
const KUSTOMIZATIONS: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** Whether a file is a kustomization by its name. */
export function isKustomizationFile(name: string): boolean {
  return KUSTOMIZATIONS.includes(name);
}

/** Paths of the patches that a kustomization applies, relative to its folder. Each changes fields of an object, and is none itself. */
export function patchesIn(kustomization: unknown): readonly string[] {
  if (!isPlainObject(kustomization)) return [];
  const files = [
    ...itemsOf(kustomization, 'patches').map(pathOf),
    ...itemsOf(kustomization, 'patchesJson6902').map(pathOf),
    // A patch of this list is a path, or the patch itself.
    ...itemsOf(kustomization, 'patchesStrategicMerge'),
  ];
  return files.filter((file): file is string => typeof file === 'string' && !file.includes('\n')).map((file) => posix.normalize(file));
}

function itemsOf(object: PlainObject, field: string): readonly unknown[] {
  const items = own(object, field);
  return Array.isArray(items) ? items : [];
}

function pathOf(patch: unknown): unknown {
  return isPlainObject(patch) ? own(patch, 'path') : undefined;
}

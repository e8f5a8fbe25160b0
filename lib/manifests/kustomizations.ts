import { posix } from 'node:path';
import { isPlainObject, own, type PlainObject } from '../core/plain-object';
import type { Labels } from './selector';
import { at, stringAt, stringsAt } from './values';

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
    ...mergesIn(kustomization),
  ];
  return files.filter((file): file is string => typeof file === 'string' && !file.includes('\n')).map((file) => posix.normalize(file));
}

/**
 * Strategic merge patches of a kustomization: paths, or the patches themselves. Source: kustomize, `types.Kustomization`; before 2.0,
 * `patches` was the list of these paths.
 */
export function mergesIn(kustomization: PlainObject): readonly string[] {
  const items = [...itemsOf(kustomization, 'patches'), ...itemsOf(kustomization, 'patchesStrategicMerge')];
  return items.filter((item) => typeof item === 'string');
}

/** Paths of the files and folders whose objects a kustomization changes, relative to its folder. */
export function resourcesIn(kustomization: unknown): readonly string[] {
  if (!isPlainObject(kustomization)) return [];
  return pathsAt(kustomization, ['resources', 'bases', 'components']);
}

/** Paths of the components of a kustomization, which change its objects, relative to its folder. */
export function componentsIn(kustomization: unknown): readonly string[] {
  return isPlainObject(kustomization) ? pathsAt(kustomization, ['components']) : [];
}

/** Whether a kustomization adds labels to selectors and pods. Source: kustomize, `commonLabels` and `labels`. */
export function addsSelectors(kustomization: unknown): boolean {
  return Object.keys(labelsAdded(kustomization, ['includeSelectors'])).length > 0;
}

/** Labels that a kustomization adds to pods. Source: kustomize, `types.Label`: `includeTemplates` adds them to pods and to no selector. */
export function podLabelsAdded(kustomization: unknown): Labels {
  return labelsAdded(kustomization, ['includeSelectors', 'includeTemplates']);
}

function labelsAdded(kustomization: unknown, including: readonly string[]): Labels {
  if (!isPlainObject(kustomization)) return {};
  const added = itemsOf(kustomization, 'labels').filter((labels) => including.some((field) => at(labels, field) === true));
  return Object.assign({}, stringsAt(kustomization, 'commonLabels'), ...added.map((labels) => stringsAt(labels, 'pairs')));
}

/** Whether a kustomization sets the namespace of objects, and of the ServiceAccounts and Services that they refer to. */
export function setsNamespace(kustomization: unknown): boolean {
  return isPlainObject(kustomization) && typeof own(kustomization, 'namespace') === 'string';
}

/** A name and namespace of an object: those in its file, or those that a kustomization gives it. */
export interface ObjectId {
  /** Name. */
  readonly name: string;
  /** Namespace; absent for none. */
  readonly namespace?: string;
}

/** The name and namespace that a kustomization gives an object. */
export function renamed(id: ObjectId, kustomization: unknown): ObjectId {
  const [prefix = '', suffix = '', namespace = id.namespace] = ['namePrefix', 'nameSuffix', 'namespace'].map((field) =>
    stringAt(kustomization, field),
  );
  return { name: `${prefix}${id.name}${suffix}`, ...(namespace !== undefined && { namespace }) };
}

/** A ConfigMap or Secret that a kustomization generates. */
export interface GeneratedObject {
  /** Kind of the object. */
  readonly kind: 'ConfigMap' | 'Secret';
  /** Name by which other objects refer to it. Kustomize adds a hash to both. */
  readonly name: string;
}

/** The objects that a kustomization generates. */
export function generatedBy(kustomization: unknown): readonly GeneratedObject[] {
  if (!isPlainObject(kustomization)) return [];
  const ofKind = (field: string, kind: GeneratedObject['kind']) =>
    itemsOf(kustomization, field).flatMap((generator) => {
      const name = isPlainObject(generator) ? own(generator, 'name') : undefined;
      return typeof name === 'string' ? [{ kind, name }] : [];
    });
  return [...ofKind('configMapGenerator', 'ConfigMap'), ...ofKind('secretGenerator', 'Secret')];
}

function pathsAt(object: PlainObject, fields: readonly string[]): readonly string[] {
  const listed = fields.flatMap((field) => itemsOf(object, field));
  return listed.filter((path): path is string => typeof path === 'string').map((path) => posix.normalize(path));
}

function itemsOf(object: PlainObject, field: string): readonly unknown[] {
  const items = own(object, field);
  return Array.isArray(items) ? items : [];
}

function pathOf(patch: unknown): unknown {
  return isPlainObject(patch) ? own(patch, 'path') : undefined;
}

import { RE2JS, RE2JSException } from 're2js';
import { isPlainObject, own, type PlainObject } from '../core/plain-object';
import { mergesIn, type ObjectId } from './kustomizations';
import type { ManifestObject } from './manifest-object';
import { at, objectAt, stringAt } from './values';

/** Names of the fields that lead to a field, without positions in lists: `spec`, `containers`, `image`. */
export type FieldNames = readonly string[];

/** Fields that a kustomization changes. */
export interface KustomizeChange {
  /** Whether it changes an object, which has the given names. */
  applies(object: ManifestObject, ids: readonly ObjectId[]): boolean;
  /** The changed fields; an empty path for the whole object. */
  readonly fields: readonly FieldNames[];
}

/** Gives the documents of a patch: those of a file beside the kustomization, or those of a text in it. */
export interface PatchReader {
  /** Documents of a file, by its path relative to the kustomization. Undefined for a file that is not in the folder. */
  file(path: string): readonly unknown[] | undefined;
  /** Documents of a text. */
  text(patch: string): readonly unknown[];
}

/** The changes of fields that a kustomization makes by `patches`, `patchesStrategicMerge`, `patchesJson6902` and `replacements`. */
export function changesIn(kustomization: unknown, reader: PatchReader): readonly KustomizeChange[] {
  if (!isPlainObject(kustomization)) return [];
  const patches = [...listAt(kustomization, 'patches'), ...listAt(kustomization, 'patchesJson6902')].filter(isPlainObject);
  return [
    ...patches.flatMap((patch) => {
      const target = own(patch, 'target');
      return documentsOf(patch, reader)?.flatMap((document) => changesOf(document, target)) ?? unknownChange(target);
    }),
    ...mergesIn(kustomization).flatMap((patch) => {
      const documents = patch.includes('\n') ? reader.text(patch) : reader.file(patch);
      return documents?.flatMap((document) => changesOf(document)) ?? unknownChange();
    }),
    ...listAt(kustomization, 'replacements').flatMap((replacement) => replacementsOf(replacement, reader)),
  ];
}

/** A patch that is not in the folder, such as one that a script writes, may change every field of its objects. */
function unknownChange(target?: unknown): readonly KustomizeChange[] {
  return [{ applies: isPlainObject(target) ? selectorOf(target) : () => true, fields: [[]] }];
}

function documentsOf(patch: PlainObject, reader: PatchReader): readonly unknown[] | undefined {
  const [path, text] = [stringAt(patch, 'path'), stringAt(patch, 'patch')];
  return path !== undefined ? reader.file(path) : text !== undefined ? reader.text(text) : [];
}

/** A patch is a list of operations of JSON Patch, or a part of an object. */
function changesOf(patch: unknown, target?: unknown): readonly KustomizeChange[] {
  if (Array.isArray(patch)) {
    const fields = patch.map((operation) => (stringAt(operation, 'path') ?? '').split('/').map(unescaped).filter(isFieldName));
    return isPlainObject(target) ? [{ applies: selectorOf(target), fields }] : [];
  }
  if (!isPlainObject(patch)) return [];
  const { apiVersion: _, kind, metadata, ...rest } = patch;
  const { name, namespace, ...more } = isPlainObject(metadata) ? metadata : {};
  const applies: KustomizeChange['applies'] = isPlainObject(target)
    ? selectorOf(target)
    : (object, ids) =>
        object.kind === kind && ids.some((id) => id.name === name && (namespace === undefined || (id.namespace ?? DEFAULT) === namespace));
  return [{ applies, fields: [...leaves(rest), ...leaves(more).map((field) => ['metadata', ...field])] }];
}

/** The paths of the fields that a part of an object sets. A directive such as `$patch: delete` changes the object that it is in. */
function leaves(value: unknown): readonly FieldNames[] {
  if (Array.isArray(value)) return value.length === 0 ? [[]] : value.flatMap(leaves);
  if (!isPlainObject(value)) return [[]];
  return Object.entries(value).flatMap(([field, inner]) => (field.startsWith('$') ? [[]] : leaves(inner).map((rest) => [field, ...rest])));
}

function replacementsOf(replacement: unknown, reader: PatchReader): readonly KustomizeChange[] {
  const path = stringAt(replacement, 'path');
  if (path !== undefined) {
    const documents = reader.file(path);
    return documents?.flat().flatMap((item) => replacementsOf(item, NO_FILES)) ?? unknownChange();
  }
  return listAt(replacement, 'targets').map((target) => ({
    applies: selectorOf(objectAt(target, 'select')),
    fields: listAt(target, 'fieldPaths')
      .filter((field) => typeof field === 'string')
      .map((field) => (field.match(/\[[^[\]]*\]|[^.[\]]+/g) ?? []).filter(isFieldName)),
  }));
}

const NO_FILES: PatchReader = { file: () => [], text: () => [] };

/**
 * Objects of a selector, whose fields are regular expressions. Its labels and annotations are not read, because other changes may add them.
 * Source: kustomize, `types.NewSelectorRegex`.
 */
function selectorOf(selector: PlainObject): KustomizeChange['applies'] {
  const [group, version, kind, name, namespace] = ['group', 'version', 'kind', 'name', 'namespace'].map((field) =>
    matcherOf(stringAt(selector, field) ?? ''),
  );
  return ({ apiVersion, ...object }, ids) =>
    matches(group, object.group) &&
    matches(version, apiVersion.split('/').at(-1) ?? '') &&
    matches(kind, object.kind) &&
    ids.some((id) => matches(name, id.name)) &&
    ids.some((id) => matches(namespace, id.namespace ?? DEFAULT));
}

/** Namespace of objects without one. */
const DEFAULT = 'default';

/** Matches the whole string. Undefined, which matches every string, for an empty expression and for one that RE2 refuses. */
function matcherOf(expression: string): RE2JS | undefined {
  try {
    return expression === '' ? undefined : RE2JS.compile(expression);
  } catch (error) {
    if (error instanceof RE2JSException) return undefined;
    throw error;
  }
}

function matches(expression: RE2JS | undefined, text: string): boolean {
  return expression === undefined || expression.matches(text);
}

function listAt(value: unknown, field: string): readonly unknown[] {
  const list = at(value, field);
  return Array.isArray(list) ? list : [];
}

function isFieldName(step: string): boolean {
  return step !== '' && !/^(?:\d+|[-*]|\[.*\])$/.test(step);
}

/** A step of a JSON Pointer. Source: RFC 6901. */
function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

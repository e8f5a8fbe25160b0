import type { PlainObject } from '../core/plain-object';
import type { TextEdit } from '../core/text-edit';
import type { Path } from '../io/yaml/events';
import type { DuplicateKey } from '../io/yaml/parse-yaml';
import type { FieldChange } from './field-change';
import type { Labels } from './selector';

export type { Path };

/** A Kubernetes object as it is written in a file. */
export interface ManifestObject {
  /** `v1`, `apps/v1`. */
  readonly apiVersion: string;
  /** The API group: `apps`; empty for the core group. */
  readonly group: string;
  /** Kind of the object: `Deployment`. */
  readonly kind: string;
  /** Name of the object. Empty when it has none or uses `generateName`. */
  readonly name: string;
  /** Namespace in the manifest. Absent when the manifest has none and `kubectl` uses the current namespace. */
  readonly namespace?: string;
  /** The whole object, as it was parsed. */
  readonly raw: PlainObject;
  /** Whether a kustomization of the folder adds labels to its selectors and pods, so that they are not complete in the file. */
  readonly hasAddedLabels?: true;
  /** Labels that kustomizations of the folder add to its pods, an item for each kustomization. Absent when none does. */
  readonly addedPodLabels?: readonly Labels[];
  /** Whether a kustomization of the folder sets its namespace and those of its references, so that they may be missing in the file. */
  readonly hasAddedNamespace?: true;
  /**
   * Fields that a kustomization of the folder changes by patches, components or replacements, without positions in lists. Absent when
   * none does.
   */
  readonly changedFields?: readonly (readonly string[])[];
  /** File and line of the object. */
  readonly origin: Origin;
}

/** Location of an object in a file. */
export interface Origin {
  /** The path that the user named, or a path below the folder that the user named. */
  readonly file: string;
  /** Number of the document in the file, counted from 1. */
  readonly document: number;
  /** First line of the object, counted from 1. */
  readonly line: number;
  /** Keys of its document that a mapping has more than once; empty for a later object of a `List`. The last one counts. */
  readonly duplicateKeys: readonly DuplicateKey[];
  /** The line of a part of the object; for a missing part, the line of its parent. */
  lineOf(path: Path): number;
  /** The edit of the file that makes a change of the object; undefined where none is certain to change this place alone. */
  editOf(path: Path, change: FieldChange): TextEdit | undefined;
}

/**
 * A path as a string, such as `spec.containers[0].image`. Keys that are not identifiers are quoted:
 * `labels["app.kubernetes.io/name"]`.
 */
export function pathText(path: Path): string {
  return path.map(stepText).join('').replace(/^\./, '');
}

function stepText(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}

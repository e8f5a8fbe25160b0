import type { PlainObject } from '../io/plain-object';
import type { Path } from '../io/yaml/events';

export type { Path };

/** One Kubernetes object, as it is written in a file. */
export interface ManifestObject {
  /** `v1`, `apps/v1`. */
  readonly apiVersion: string;
  /** The API group: `apps`; empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Empty where the object has none, or lets the server make one (`generateName`). */
  readonly name: string;
  /** As it is written; undefined where `kubectl` would take the current one. */
  readonly namespace?: string;
  readonly raw: PlainObject;
  readonly origin: Origin;
}

/** Where an object is written. */
export interface Origin {
  /** As it was asked for: a path, or a path below the folder that was. */
  readonly file: string;
  /** Of the documents in the file, counted from 1. */
  readonly document: number;
  /** Of its first line, counted from 1. */
  readonly line: number;
  /** The line of a part of the object; of the part that it should be in, where it is missing. */
  lineOf(path: Path): number;
}

/** `spec.containers[0].image`; keys that are no words are quoted: `labels["app.kubernetes.io/name"]`. */
export function pathText(path: Path): string {
  return path.map(stepText).join('').replace(/^\./, '');
}

function stepText(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}

import { type ManifestObject, pathText } from '../manifests/manifest-object';
import type { Rule, Severity } from './rule';
import type { Violation } from './violation';

/** A fault with everything that a report needs, as plain data. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** `Deployment shop/web`; without a namespace where none is written. */
  readonly object: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly file: string;
  readonly line: number;
  /** `spec.template.spec.containers[0].image`; empty for the object as a whole. */
  readonly path: string;
  readonly received?: string;
  readonly expected: string;
  readonly suggestion?: string;
}

export function findingOf(rule: Rule, { object, path, received, expected, suggestion }: Violation): Finding {
  return {
    rule: rule.id,
    severity: rule.severity,
    object: objectText(object),
    apiVersion: object.apiVersion,
    kind: object.kind,
    ...(object.namespace !== undefined && { namespace: object.namespace }),
    name: object.name,
    file: object.origin.file,
    line: object.origin.lineOf(path),
    path: pathText(path),
    ...(received !== undefined && { received }),
    expected,
    ...(suggestion !== undefined && { suggestion }),
  };
}

/** `Deployment shop/web` */
export function objectText({ kind, namespace, name }: Pick<ManifestObject, 'kind' | 'namespace' | 'name'>): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name === '' ? '(without a name)' : name}`;
}

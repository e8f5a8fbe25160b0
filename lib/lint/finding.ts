import type { RuleFinding } from '../core/rule-finding';
import { type ManifestObject, pathText } from '../manifests/manifest-object';
import type { Rule } from './rule';
import type { Violation } from './violation';

/** A violation with everything that a report needs, as plain data. */
export interface Finding extends RuleFinding {
  /** API version of the object: `apps/v1`. */
  readonly apiVersion: string;
  /** Kind of the object. */
  readonly kind: string;
  /** Namespace of the object; absent when the manifest has none. */
  readonly namespace?: string;
  /** Name of the object; empty when it has none. */
  readonly name: string;
  /** Line of the path in the file, counted from 1. */
  readonly line: number;
}

/** The finding for a violation of a rule. */
export function findingOf(
  rule: Rule,
  { object, severity = rule.severity, path, line, received, expected, suggestion, change }: Violation,
): Finding {
  const edit = change === undefined ? undefined : object.origin.editOf(path, change);
  return {
    rule: rule.id,
    severity,
    object: objectText(object),
    apiVersion: object.apiVersion,
    kind: object.kind,
    ...(object.namespace !== undefined && { namespace: object.namespace }),
    name: object.name,
    file: object.origin.file,
    line: line ?? object.origin.lineOf(path),
    path: pathText(path),
    ...(received !== undefined && { received }),
    expected,
    ...(suggestion !== undefined && { suggestion }),
    ...(edit !== undefined && { edit }),
  };
}

/** `Deployment shop/web` */
export function objectText({ kind, namespace, name }: Pick<ManifestObject, 'kind' | 'namespace' | 'name'>): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name === '' ? '(without a name)' : name}`;
}

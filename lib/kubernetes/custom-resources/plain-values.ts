import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';

/**
 * Parts of built-in kinds as they stand in a custom resource. The classes of built-in kinds write their own quantities and
 * ports; a custom resource writes what it is given, so those are made texts and numbers first.
 */
export function plainValues(value: unknown): unknown {
  if (value instanceof k8s.Quantity || value instanceof k8s.IntOrString) return value.value;
  if (Array.isArray(value)) return value.map(plainValues);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainValues(inner)]));
}

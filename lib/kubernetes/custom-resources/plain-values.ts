import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';

/**
 * Replaces the quantity and port classes of built-in kinds by their strings and numbers, at any depth. cdk8s serializes
 * these classes only in built-in kinds; custom resources, which also contain them, are serialized as they are.
 */
export function plainValues(value: unknown): unknown {
  if (value instanceof k8s.Quantity || value instanceof k8s.IntOrString) return value.value;
  if (Array.isArray(value)) return value.map(plainValues);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainValues(inner)]));
}

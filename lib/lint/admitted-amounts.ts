import { quantityOf } from '../core/quantity';
import { containerDefaults } from '../manifests/limit-range';
import type { ManifestObject } from '../manifests/manifest-object';
import { namespaceOf } from '../manifests/namespace';
import { at, objectAt } from '../manifests/values';
import type { LintContext } from './lint-context';
import { perContext } from './per-context';
import type { Container, Workload } from './workload';

/** The requests or the limits of a container. */
export type Section = 'requests' | 'limits';

/** The amount of a container; undefined for one that has none, or whose value is no quantity. */
export type AmountOf = (container: Pick<Container, 'value'>, section: Section, resource: string) => number | undefined;

/** LimitRanges by namespace. */
export const limitRanges = perContext((context) => byNamespace(context.ofKind('LimitRange')));

/** Objects by namespace. */
export function byNamespace(objects: readonly ManifestObject[]): ReadonlyMap<string, readonly ManifestObject[]> {
  const found = new Map<string, ManifestObject[]>();
  for (const object of objects) {
    const namespace = namespaceOf(object);
    found.set(namespace, [...(found.get(namespace) ?? []), object]);
  }
  return found;
}

/** Whether a pod states amounts of its own, which the API server uses instead of those of its containers. */
export function statesOwnAmounts({ pod }: Workload): boolean {
  return Object.keys(objectAt(pod.value, 'resources')).length > 0;
}

/**
 * The amounts of containers when the API server admits a pod: as they are stated, a limit being the request of a container without one,
 * and then as the LimitRanges of the namespace give them.
 */
export function admittedAmounts(context: LintContext, namespace: string): AmountOf {
  const defaults = containerDefaults(limitRanges(context).get(namespace) ?? []);
  return ({ value }, section, resource) => {
    const limit = section === 'requests' ? at(value, 'resources', 'limits', resource) : undefined;
    return quantityOf(at(value, 'resources', section, resource) ?? limit ?? defaults[section][resource]);
  };
}

/**
 * The severity of a limit of a namespace for an object: an error if both name the namespace, a warning if neither does, because it may be
 * set later. Undefined where a kustomization sets it, so that the file does not show whether it is the same.
 */
export function severityWith(limit: ManifestObject, object: ManifestObject): 'error' | 'warning' | undefined {
  if (limit.namespace !== undefined && object.namespace !== undefined) return 'error';
  return limit.hasAddedNamespace === true || object.hasAddedNamespace === true ? undefined : 'warning';
}

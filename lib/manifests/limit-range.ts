import type { PlainObject } from '../core/plain-object';
import type { ManifestObject } from './manifest-object';
import { itemsAt, objectAt, stringAt } from './values';

/** Amounts by resource that the API server gives to containers that state none. */
export interface ContainerDefaults {
  /** Requests. */
  readonly requests: PlainObject;
  /** Limits. */
  readonly limits: PlainObject;
}

/**
 * The requests and limits that the LimitRanges of a namespace give to containers that state none. The maximum is the default limit, the
 * default limit the default request, and the minimum the default request of a LimitRange without one. Several LimitRanges complete each
 * other; the first one that states an amount sets it. Source: `SetDefaults_LimitRangeItem` and the admission plugin LimitRanger of
 * Kubernetes.
 */
export function containerDefaults(limitRanges: readonly ManifestObject[]): ContainerDefaults {
  const items = limitRanges
    .flatMap(({ raw }) => itemsAt(raw, 'spec', 'limits'))
    .filter(({ value }) => stringAt(value, 'type') === 'Container')
    .map(({ value }) => defaultsOf(value));
  return {
    requests: Object.assign({}, ...items.map(({ requests }) => requests).reverse()),
    limits: Object.assign({}, ...items.map(({ limits }) => limits).reverse()),
  };
}

function defaultsOf(item: PlainObject): ContainerDefaults {
  const limits = { ...objectAt(item, 'max'), ...objectAt(item, 'default') };
  return { limits, requests: { ...objectAt(item, 'min'), ...limits, ...objectAt(item, 'defaultRequest') } };
}

import type { ManifestObject } from '../manifests/manifest-object';
import { itemsAt, objectAt, stringAt } from '../manifests/values';
import type { ReaderContext } from './object-demand';
import type { RequestDefaults } from './pod-requests';

/** Default requests of containers in the namespace of an object, from its LimitRange. */
export function requestDefaults(object: ManifestObject, { index }: ReaderContext): RequestDefaults {
  const limits = index
    .ofKind('LimitRange')
    .filter(({ namespace }) => namespace === object.namespace)
    .flatMap(({ raw }) => itemsAt(raw, 'spec', 'limits'))
    .find(({ value }) => stringAt(value, 'type') === 'Container');
  return limits === undefined ? {} : { ...objectAt(limits.value, 'default'), ...objectAt(limits.value, 'defaultRequest') };
}

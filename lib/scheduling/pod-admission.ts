import type { PlainObject } from '../core/plain-object';
import { containerDefaults } from '../manifests/limit-range';
import type { ManifestObject } from '../manifests/manifest-object';
import { objectAt, stringAt } from '../manifests/values';
import type { ReaderContext } from './object-demand';
import { type Admission, NO_ADMISSION, type RequestDefaults } from './pod-requests';
import { recommendationFor } from './recommended-requests';

/** Requests that the API server adds to pods of a template: defaults of the LimitRange of its namespace, and the overhead of its RuntimeClass. */
export function podAdmission(object: ManifestObject, template: PlainObject, context: ReaderContext): Admission {
  return { ...givenRequests(object, context), defaults: requestDefaults(object, context), overhead: overheadOf(template, context) };
}

/**
 * Requests that are added to pods of an operator: it chooses their namespace and runtime class. A recommendation
 * for a custom resource with several parts does not state which part it is for.
 */
export function operandAdmission(object: ManifestObject, part: string, { recommendations, ...context }: ReaderContext): Admission {
  return { ...NO_ADMISSION, ...givenRequests(object, part === '' && recommendations ? { ...context, recommendations } : context) };
}

function givenRequests(
  object: ManifestObject,
  { recommendations, defaultRequests }: Pick<ReaderContext, 'recommendations' | 'defaultRequests'>,
): Pick<Admission, 'recommended' | 'assumed'> {
  const recommended = recommendations && recommendationFor(object, recommendations)?.containers;
  return { ...(recommended !== undefined && { recommended }), ...(defaultRequests !== undefined && { assumed: defaultRequests }) };
}

function requestDefaults(object: ManifestObject, { index }: ReaderContext): RequestDefaults {
  return containerDefaults(index.ofKind('LimitRange').filter(({ namespace }) => namespace === object.namespace)).requests;
}

/** Source: Kubernetes documentation, Pod Overhead: the RuntimeClass admission controller sets it. */
function overheadOf(template: PlainObject, { index }: ReaderContext): PlainObject {
  const className = stringAt(template, 'spec', 'runtimeClassName');
  const runtimeClass = className === undefined ? undefined : index.clusterWide('RuntimeClass', className);
  return runtimeClass === undefined ? {} : objectAt(runtimeClass.raw, 'overhead', 'podFixed');
}

import type { ManifestObject } from '../../manifests/manifest-object';
import { textAt } from '../../manifests/values';
import type { ObjectReader } from '../object-demand';

const ANNOTATION = 'service.beta.kubernetes.io/aws-load-balancer-';

/** A load balancer for packets where the type asks for one; nothing else of a Service costs anything. */
export const service: ObjectReader = {
  kinds: ['/Service'],
  read: (object) => {
    if (textAt(object.raw, 'spec', 'type') !== 'LoadBalancer') return { free: 'a name and an address inside the cluster' };
    return { balancers: [{ type: 'network', isPublic: isPublic(object), rules: 0 }] };
  },
};

/**
 * Whether it has public addresses. The AWS Load Balancer Controller, which takes Services that name nobody, makes
 * internal ones unless told otherwise; the older controller, for `nlb`, public ones. Source: the controller's guide,
 * Service annotations.
 */
function isPublic({ raw }: ManifestObject): boolean {
  const annotation = (name: string) => textAt(raw, 'metadata', 'annotations', `${ANNOTATION}${name}`);
  if (annotation('type') === 'nlb') return annotation('internal') !== 'true';
  return annotation('scheme') === 'internet-facing';
}

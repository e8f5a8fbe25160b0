import { noCharge } from '../../core/free-reason';
import type { ManifestObject } from '../../manifests/manifest-object';
import { stringAt } from '../../manifests/values';
import { addressesOf } from '../annotated-addresses';
import type { ObjectReader } from '../object-demand';

const ANNOTATION = 'service.beta.kubernetes.io/aws-load-balancer-';

/**
 * Classes of the AWS Load Balancer Controller and of EKS Auto Mode. Sources: guide of the controller, Service `loadBalancerClass`;
 * Amazon EKS user guide, "Use Service Annotations to configure Network Load Balancers".
 */
const CLASSES: readonly string[] = ['service.k8s.aws/nlb', 'eks.amazonaws.com/nlb'];

/**
 * Service. Type `LoadBalancer` creates a Network Load Balancer, or a load balancer of the controller of its class; the other types are
 * free.
 */
export const service: ObjectReader = {
  kinds: ['/Service'],
  read: (object) => {
    if (stringAt(object.raw, 'spec', 'type') !== 'LoadBalancer') return { free: noCharge('cluster-addresses') };
    const className = stringAt(object.raw, 'spec', 'loadBalancerClass');
    if (className !== undefined && !CLASSES.includes(className)) return { unpriced: [{ kind: 'unknown-load-balancer-class', className }] };
    const addresses = addressesOf(annotationOf(object, 'eip-allocations'), annotationOf(object, 'subnets'));
    return { balancers: [{ type: 'network', isPublic: isPublic(object), ...addresses, rules: 0 }] };
  },
};

function annotationOf({ raw }: ManifestObject, name: string): string | undefined {
  return stringAt(raw, 'metadata', 'annotations', `${ANNOTATION}${name}`);
}

/**
 * Whether the load balancer has public addresses. The AWS Load Balancer Controller, which serves Services without an
 * annotation, creates internal load balancers by default; the legacy controller, for `nlb`, creates public ones. Source: guide
 * of the controller, Service annotations.
 */
function isPublic(object: ManifestObject): boolean {
  if (annotationOf(object, 'type') === 'nlb') return annotationOf(object, 'internal') !== 'true';
  return annotationOf(object, 'scheme') === 'internet-facing';
}

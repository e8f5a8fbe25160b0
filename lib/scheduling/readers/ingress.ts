import { ingressClassOf, isAlbClass } from '../../manifests/ingress-class';
import type { ManifestObject } from '../../manifests/manifest-object';
import { itemsAt, stringAt } from '../../manifests/values';
import { addressesOf } from '../annotated-addresses';
import type { ObjectReader, ReaderContext } from '../object-demand';

const ANNOTATION = 'alb.ingress.kubernetes.io/';
const DEFAULT_ANNOTATION = 'ingressclass.kubernetes.io/is-default-class';

/** Ingress. It creates an Application Load Balancer if the AWS Load Balancer Controller serves it; Ingresses of a group share one. */
export const ingress: ObjectReader = {
  kinds: ['networking.k8s.io/Ingress', 'extensions/Ingress'],
  read: (object, context) => {
    const className = ingressClassOf(object) ?? defaultClass(context);
    if (className === undefined) return { unpriced: [{ kind: 'no-ingress-class' }] };
    if (!isAlbClass(className, context.index.clusterWide('IngressClass', className)))
      return { free: { kind: 'served-by-controller', className } };
    const group = groupOf(object, context);
    const [first = object] = group;
    if (first !== object) return { free: { kind: 'shared-load-balancer', ingress: first.name } };
    // Annotations of the load balancer may be on any Ingress of its group. Source: guide of the controller, IngressGroup.
    const annotations = (name: string) => group.map(({ raw }) => stringAt(raw, 'metadata', 'annotations', `${ANNOTATION}${name}`));
    const isPublic = annotations('scheme').includes('internet-facing');
    const rules = group.reduce((sum, each) => sum + rulesOf(each), 0);
    return { balancers: [{ type: 'application', isPublic, ...addressesOf(...annotations('subnets')), rules }] };
  },
};

/** Ingresses that share a load balancer: all of a group, in any namespace; without a group, the Ingress alone. */
function groupOf(object: ManifestObject, { index }: ReaderContext): readonly ManifestObject[] {
  const nameOf = ({ raw }: ManifestObject) => stringAt(raw, 'metadata', 'annotations', `${ANNOTATION}group.name`);
  const name = nameOf(object);
  return name === undefined ? [object] : index.ofKind('Ingress').filter((other) => nameOf(other) === name);
}

function rulesOf({ raw }: ManifestObject): number {
  return itemsAt(raw, 'spec', 'rules').reduce((sum, { value }) => sum + itemsAt(value, 'http', 'paths').length, 0);
}

/** Source: Kubernetes documentation, Ingress, default IngressClass. */
function defaultClass({ index }: ReaderContext): string | undefined {
  return index.ofKind('IngressClass').find(({ raw }) => stringAt(raw, 'metadata', 'annotations', DEFAULT_ANNOTATION) === 'true')?.name;
}

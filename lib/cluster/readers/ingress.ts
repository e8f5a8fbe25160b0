import { itemsAt, type ManifestObject, textAt } from '../../manifest';
import type { Reader, ReadingContext } from '../reading';

const ANNOTATION = 'alb.ingress.kubernetes.io/';
const CONTROLLER = 'ingress.k8s.aws/alb';

/** A load balancer for requests where the AWS Load Balancer Controller serves it; ingresses of a group share one. */
export const ingress: Reader = {
  kinds: ['networking.k8s.io/Ingress', 'extensions/Ingress'],
  read: (object, context) => {
    const className = classOf(object);
    if (className === undefined) return { unpriced: ['it names no class, so which controller serves it, and with what, is unknown'] };
    if (!isServedByAws(className, context))
      return { free: `served by the pods of the controller of class ${className}, and by the Service in front of them` };
    const group = textAt(object.raw, 'metadata', 'annotations', `${ANNOTATION}group.name`);
    return {
      balancers: [
        {
          type: 'application',
          isPublic: textAt(object.raw, 'metadata', 'annotations', `${ANNOTATION}scheme`) === 'internet-facing',
          rules: itemsAt(object.raw, 'spec', 'rules').reduce((sum, { value }) => sum + itemsAt(value, 'http', 'paths').length, 0),
          ...(group !== undefined && { sharedName: group }),
        },
      ],
    };
  },
};

function classOf({ raw }: ManifestObject): string | undefined {
  return textAt(raw, 'spec', 'ingressClassName') ?? textAt(raw, 'metadata', 'annotations', 'kubernetes.io/ingress.class');
}

function isServedByAws(className: string, { index }: ReadingContext): boolean {
  const found = index.clusterWide('IngressClass', className);
  return found === undefined ? className === 'alb' : textAt(found.raw, 'spec', 'controller') === CONTROLLER;
}

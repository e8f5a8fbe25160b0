import { isPlainObject, own } from '../../core/plain-object';
import { didYouMean, shown } from '../../core/problems';
import { jsonOrUndefined } from '../../io/json-or-undefined';
import { ingressClassOf, isAlbClass } from '../../manifests/ingress-class';
import type { ManifestObject } from '../../manifests/manifest-object';
import { stringsAt } from '../../manifests/values';
import { backends } from '../backends';
import type { LintContext } from '../lint-context';
import type { Rule } from '../rule';

export const loadBalancerAnnotation: Rule = {
  id: 'load-balancer-annotation',
  severity: 'error',
  description: 'Annotation has a value that the AWS Load Balancer Controller rejects',
  fix: 'Use a value that the controller knows. Otherwise it creates no load balancer',
  citation: 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/',
  *check(context) {
    for (const object of context.ofKind('Ingress', 'Service')) {
      if (isOfOtherController(context, object)) continue;
      const annotations = stringsAt(object.raw, 'metadata', 'annotations');
      for (const [key, value] of Object.entries(annotations)) {
        const path = ['metadata', 'annotations', key];
        const known = own(VALUES, key) as readonly string[] | undefined;
        const suggestion = known && didYouMean(value, known);
        if (known?.includes(value) === false)
          yield {
            object,
            path,
            received: shown(value),
            expected: `one of ${known.join(', ')}`,
            ...(suggestion !== undefined && { suggestion }),
          };
        if (key === LISTEN_PORTS && !isListenPorts(value))
          yield { object, path, received: shown(value), expected: 'a JSON list such as [{"HTTP": 80}, {"HTTPS": 443}]' };
      }
    }
    for (const { object, namespace, service } of backends(context)) {
      if (
        object.kind !== 'Ingress' ||
        isOfOtherController(context, object) ||
        own(stringsAt(object.raw, 'metadata', 'annotations'), TARGET_TYPE) !== 'instance'
      )
        continue;
      const found = context.variants('Service', namespace, service);
      const overridden = found.some(({ raw }) => own(stringsAt(raw, 'metadata', 'annotations'), TARGET_TYPE) !== undefined);
      const types = found.map(({ raw }) => stringsAt(raw, 'spec').type ?? 'ClusterIP');
      if (found.length === 0 || overridden || !types.every((type) => type === 'ClusterIP')) continue;
      yield {
        object,
        path: ['metadata', 'annotations', TARGET_TYPE],
        received: `instance with the Service ${service} of the type ClusterIP`,
        expected: 'ip, or a Service of the type NodePort or LoadBalancer',
      };
    }
  },
};

/** Whether the class of an Ingress belongs to another controller, which ignores the annotations. */
function isOfOtherController(context: LintContext, object: ManifestObject): boolean {
  const className = object.kind === 'Ingress' ? ingressClassOf(object) : undefined;
  return className !== undefined && !isAlbClass(className, context.find('IngressClass', '', className));
}

const TARGET_TYPE = 'alb.ingress.kubernetes.io/target-type';
const LISTEN_PORTS = 'alb.ingress.kubernetes.io/listen-ports';

/** Values of annotations. Source: `buildLoadBalancerScheme`, `buildTargetGroupTargetType` and others of aws-load-balancer-controller v3.5.0. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'alb.ingress.kubernetes.io/scheme': ['internal', 'internet-facing'],
  [TARGET_TYPE]: ['instance', 'ip'],
  'service.beta.kubernetes.io/aws-load-balancer-scheme': ['internal', 'internet-facing'],
};

/** Source: `computeIngressListenPorts`. */
function isListenPorts(text: string): boolean {
  const list = jsonOrUndefined(text);
  return (
    Array.isArray(list) &&
    list.length > 0 &&
    list.every(
      (entry) =>
        isPlainObject(entry) &&
        Object.entries(entry).every(
          ([protocol, port]) =>
            (protocol === 'HTTP' || protocol === 'HTTPS') && Number.isInteger(port) && Number(port) >= 1 && Number(port) <= 65535,
        ),
    )
  );
}

import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { objectAt, stringAt } from '../../manifests/values';
import type { LintContext } from '../lint-context';
import type { Rule } from '../rule';

export const ingressNginx: Rule = {
  id: 'ingress-nginx',
  severity: 'warning',
  description: 'Ingress uses the ingress-nginx controller, which was retired in March 2026',
  fix: 'Migrate to the Gateway API, or to a maintained controller',
  *check(context) {
    for (const object of context.ofKind('IngressClass')) {
      const controller = stringAt(object.raw, 'spec', 'controller');
      if (controller === CONTROLLER)
        yield { object, path: ['spec', 'controller'], received: controller, expected: 'a maintained controller' };
    }
    if (hasOtherNginx(context)) return;
    for (const object of context.ofKind('Ingress')) {
      const found = traceOf(object);
      if (found !== undefined) yield { object, path: found.path, received: found.text, expected: 'the class of a maintained controller' };
    }
  },
};

const CONTROLLER = 'k8s.io/ingress-nginx';
const CLASS = 'nginx';
const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';
const ANNOTATION_PREFIX = 'nginx.ingress.kubernetes.io/';

/** Whether the cluster has F5's NGINX controller, which uses the same class name. */
function hasOtherNginx(context: LintContext): boolean {
  return context.ofKind('IngressClass').some(({ name, raw }) => name === CLASS && stringAt(raw, 'spec', 'controller') !== CONTROLLER);
}

function traceOf({ raw }: ManifestObject): { readonly path: Path; readonly text: string } | undefined {
  if (stringAt(raw, 'spec', 'ingressClassName') === CLASS) return { path: ['spec', 'ingressClassName'], text: CLASS };
  const annotations = objectAt(raw, 'metadata', 'annotations');
  const key = Object.keys(annotations).find(
    (name) => name.startsWith(ANNOTATION_PREFIX) || (name === CLASS_ANNOTATION && annotations[name] === CLASS),
  );
  return key === undefined ? undefined : { path: ['metadata', 'annotations', key], text: key };
}

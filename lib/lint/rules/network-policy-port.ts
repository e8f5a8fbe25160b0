import { namespaceOf } from '../../manifests/namespace';
import { labelSelector, selectorOf } from '../../manifests/selector';
import { at, itemsAt, itemsOf, stringAt, stringsAt } from '../../manifests/values';
import type { LintContext } from '../lint-context';
import type { Rule } from '../rule';
import { portsOf, type Workload } from '../workload';

export const networkPolicyPort: Rule = {
  id: 'network-policy-port',
  severity: 'warning',
  description: 'NetworkPolicy allows a port of the Service instead of the port of its pods',
  fix: 'Allow the port of the containers: a NetworkPolicy applies after the Service has forwarded the connection',
  citation: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  *check(context) {
    for (const object of context.ofKind('NetworkPolicy')) {
      const selector = selectorOf(at(object.raw, 'spec', 'podSelector'));
      const workloads = selector === undefined ? [] : context.selected(namespaceOf(object), selector);
      if (workloads.length === 0) continue;
      const ports = workloads.flatMap(({ containers }) => portsOf(containers));
      for (const rule of itemsAt(object.raw, 'spec', 'ingress')) {
        for (const { value, path } of itemsOf(rule, 'ports')) {
          const port = value.port;
          if (value.endPort !== undefined || ports.some(({ name, number }) => port === name || port === number)) continue;
          const targets = workloads.flatMap((workload) => targetsOf(context, workload, port));
          if (targets.length === 0) continue;
          yield {
            object,
            path: [...path, 'port'],
            received: `${JSON.stringify(port)}, a port of the Service`,
            expected: `a port of the pods: ${[...new Set(targets)].join(', ')}`,
          };
        }
      }
    }
  },
};

/** Ports of the pods that Services forward a port of theirs to, where it is another one. */
function targetsOf(context: LintContext, workload: Workload, port: unknown): readonly (number | string)[] {
  return context.ofKind('Service').flatMap((service) => {
    const labels = stringsAt(service.raw, 'spec', 'selector');
    if (Object.keys(labels).length === 0 || namespaceOf(service) !== workload.namespace) return [];
    if (!context.selected(workload.namespace, labelSelector(labels)).includes(workload)) return [];
    return itemsAt(service.raw, 'spec', 'ports').flatMap(({ value }) => {
      const target = value.targetPort;
      const isPort = value.port === port || stringAt(value, 'name') === port;
      return isPort && target !== port && (typeof target === 'number' || typeof target === 'string') ? [target] : [];
    });
  });
}

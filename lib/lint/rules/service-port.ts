import { shown } from '../../core/problems';
import { labelSelector } from '../../manifests/selector';
import { at, itemsAt, numberAt, stringAt, stringsAt } from '../../manifests/values';
import { namespaceOf } from '../lint-context';
import type { Rule } from '../rule';
import { type ContainerPort, portsOf } from '../workload';

/** Service targets a port that its pods do not have. */
export const servicePort: Rule = {
  id: 'service-port',
  severity: 'error',
  description: 'Service targets a port that its pods do not have',
  fix: 'Set targetPort to a port of the containers, by name or number',
  *check(context) {
    for (const object of context.ofKind('Service')) {
      const selector = labelSelector(stringsAt(object.raw, 'spec', 'selector'));
      if (Object.keys(selector.labels).length === 0) continue;
      const pods = context
        .selected(namespaceOf(object), selector)
        .map(({ containers }) => portsOf(containers.filter(({ isInit }) => !isInit)));
      if (pods.length === 0) continue;
      for (const { value, path } of itemsAt(object.raw, 'spec', 'ports')) {
        const target = at(value, 'targetPort') ?? numberAt(value, 'port');
        const protocol = stringAt(value, 'protocol') ?? 'TCP';
        if ((typeof target !== 'string' && typeof target !== 'number') || pods.some((ports) => accepts(ports, target, protocol))) continue;
        yield { object, path: [...path, 'targetPort'], received: `${shown(target)} (${protocol})`, expected: portsText(pods.flat()) };
      }
    }
  },
};

/** Containers need not declare their ports, so a number is valid for a pod without declared ports. */
function accepts(ports: readonly ContainerPort[], target: string | number, protocol: string): boolean {
  if (typeof target === 'number' && ports.length === 0) return true;
  return ports.some((port) => port.protocol === protocol && (typeof target === 'number' ? port.number : port.name) === target);
}

function portsText(ports: readonly ContainerPort[]): string {
  const descriptions = ports.map(({ name, number, protocol }) => `${name === undefined ? '' : `${name}, `}${number} (${protocol})`);
  return descriptions.length === 0
    ? 'a port number: the containers have no named ports'
    : `a port of the containers: ${[...new Set(descriptions)].join('; ')}`;
}

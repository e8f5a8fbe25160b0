import { namespaceOf } from '../manifests/namespace';
import { labelSelector } from '../manifests/selector';
import { at, itemsAt, numberAt, stringAt, stringsAt } from '../manifests/values';
import { isChanged } from './doubtful';
import { perContext } from './per-context';
import type { Violation } from './violation';
import { type ContainerPort, portsOf } from './workload';

/** A port of a Service that none of its pods declares. */
export interface UndeclaredTarget {
  /** The target: the name or the number of a container port. */
  readonly target: string | number;
  /** The violation, without the rule. */
  readonly violation: Violation;
}

/** Ports of Services that select pods, and that no container of these pods declares. */
export const undeclaredTargets = perContext((context): readonly UndeclaredTarget[] =>
  context.ofKind('Service').flatMap((object) => {
    const selector = labelSelector(stringsAt(object.raw, 'spec', 'selector'));
    if (Object.keys(selector.labels).length === 0) return [];
    const namespace = namespaceOf(object);
    const workloads = [...context.selected(namespace, selector), ...context.selectedByAddedLabels(namespace, selector)];
    // Pods of a custom resource may have ports that are not in the manifests.
    if (context.selectsCustomLabels(namespace, selector)) return [];
    const pods = workloads.map(({ containers }) => portsOf(containers.filter(({ isInit }) => !isInit)));
    if (pods.length === 0 || workloads.some((workload) => isChanged(workload.object, [...workload.pod.path, 'containers', 'ports'])))
      return [];
    return itemsAt(object.raw, 'spec', 'ports').flatMap(({ value, path }) => {
      const target = at(value, 'targetPort') || numberAt(value, 'port');
      const protocol = stringAt(value, 'protocol') ?? 'TCP';
      if ((typeof target !== 'string' && typeof target !== 'number') || pods.some((ports) => accepts(ports, target, protocol))) return [];
      const received = `${JSON.stringify(target)} (${protocol})`;
      return [{ target, violation: { object, path: [...path, 'targetPort'], received, expected: expectedPorts(pods.flat()) } }];
    });
  }),
);

/** Containers need not declare their ports, so a number is valid for a pod without declared ports. */
function accepts(ports: readonly ContainerPort[], target: string | number, protocol: string): boolean {
  if (typeof target === 'number' && ports.length === 0) return true;
  return ports.some((port) => port.protocol === protocol && (typeof target === 'number' ? port.number : port.name) === target);
}

function expectedPorts(ports: readonly ContainerPort[]): string {
  const descriptions = ports.map(({ name, number, protocol }) => `${name === undefined ? '' : `${name}, `}${number} (${protocol})`);
  return descriptions.length === 0
    ? 'a port number: the containers have no named ports'
    : `a port of the containers: ${[...new Set(descriptions)].join('; ')}`;
}

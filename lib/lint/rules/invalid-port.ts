import { isIP } from 'node:net';
import { at, type Item, itemsOf, numberAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { violationAt } from '../field-checks';
import type { Rule } from '../rule';

export const invalidPort: Rule = {
  id: 'invalid-port',
  severity: 'error',
  description: 'Port of a container is invalid',
  fix: 'Use each host port once, and the port of the container where the pod uses the network of the host',
  citation: apiSource('core'),
  *check({ workloads }) {
    for (const { object, pod } of workloads) {
      const onHost = at(pod.value, 'hostNetwork') === true;
      const seen = new Set<string>();
      for (const port of itemsOf(pod, 'containers').flatMap((container) => itemsOf(container, 'ports'))) {
        const hostPort = numberAt(port.value, 'hostPort') ?? 0;
        if (hostPort !== 0 && seen.has(keyOf(port))) yield violationAt(object, port, ['hostPort'], 'each port of the host once');
        seen.add(keyOf(port));
        const number = numberAt(port.value, 'containerPort');
        if (onHost && hostPort !== 0 && number !== undefined && hostPort !== number)
          yield violationAt(object, port, ['hostPort'], `${number}, the containerPort, because hostNetwork is true`);
        const address = stringAt(port.value, 'hostIP') ?? '';
        if (address !== '' && isIP(address) === 0) yield violationAt(object, port, ['hostIP'], 'an IP address');
      }
    }
  },
};

function keyOf({ value }: Item): string {
  return [stringAt(value, 'protocol') ?? 'TCP', stringAt(value, 'hostIP') ?? '', numberAt(value, 'hostPort') ?? 0].join('/');
}

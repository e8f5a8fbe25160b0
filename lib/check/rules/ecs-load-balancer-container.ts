import { shown } from '../../core/problems';
import { containersOf, servicesWithTask } from '../ecs';
import type { Rule } from '../rule';
import { itemsAt, listAt, numberAt, stringAt, UNKNOWN } from '../values';

export const ecsLoadBalancerContainer: Rule = {
  id: 'ecs-load-balancer-container',
  severity: 'error',
  description: 'Service registers a container or a port with its load balancer that its task definition does not have',
  fix: 'Set ContainerName and ContainerPort to a container of the task definition and one of its PortMappings',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
  *check(context) {
    for (const { service, task } of servicesWithTask(context)) {
      const containers = containersOf(task).map(({ container }) => container);
      const names = containers.map((container) => stringAt(container, 'Name'));
      if (names.length === 0 || names.includes(UNKNOWN)) continue;
      for (const [index, each] of itemsAt(service.properties, 'LoadBalancers').entries()) {
        const [name, port] = [stringAt(each, 'ContainerName'), numberAt(each, 'ContainerPort')];
        const path = `Properties.LoadBalancers[${index}]`;
        if (typeof name !== 'string') continue;
        const container = containers[names.indexOf(name)];
        if (container === undefined) {
          yield { resource: service, path: `${path}.ContainerName`, received: shown(name), expected: names.map(String).join(' or ') };
          continue;
        }
        const mappings = listAt(container, 'PortMappings');
        if (mappings === UNKNOWN || typeof port !== 'number') continue;
        const ports = mappings.map((mapping) => numberAt(mapping, 'ContainerPort'));
        if (ports.includes(port) || ports.includes(UNKNOWN) || mappings.some(isRange)) continue;
        const expected = ports.length === 0 ? `a port in PortMappings of container ${name}` : ports.map(String).join(' or ');
        yield { resource: service, path: `${path}.ContainerPort`, received: String(port), expected };
      }
    }
  },
};

/** A mapping of a range of ports has no ContainerPort. */
function isRange(mapping: unknown): boolean {
  return stringAt(mapping, 'ContainerPortRange') !== undefined;
}

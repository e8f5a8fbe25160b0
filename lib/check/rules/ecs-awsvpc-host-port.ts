import { containersOf, networkMode } from '../ecs';
import type { Rule } from '../rule';
import { itemsAt, numberAt } from '../values';

export const ecsAwsvpcHostPort: Rule = {
  id: 'ecs-awsvpc-host-port',
  severity: 'error',
  description: 'Container in network mode awsvpc or host has a host port that differs from its container port',
  fix: 'Leave HostPort out, or set it to ContainerPort',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  *check(context) {
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      const mode = networkMode(task);
      if (mode !== 'awsvpc' && mode !== 'host') continue;
      for (const { container, path } of containersOf(task)) {
        for (const [index, mapping] of itemsAt(container, 'PortMappings').entries()) {
          const host = numberAt(mapping, 'HostPort');
          const port = numberAt(mapping, 'ContainerPort');
          if (typeof host !== 'number' || typeof port !== 'number' || host === port) continue;
          yield {
            resource: task,
            path: `${path}.PortMappings[${index}].HostPort`,
            received: String(host),
            expected: `${port}, which is ContainerPort`,
          };
        }
      }
    }
  },
};

import { containersOf, networkMode } from '../ecs';
import type { Rule } from '../rule';
import { isKnownNumber, itemsAt, numberAt, stringAt } from '../values';

export const ecsContainerPort: Rule = {
  id: 'ecs-container-port',
  severity: 'error',
  description: 'Two containers of a task in network mode awsvpc or host listen to the same port of their common network interface',
  fix: 'Give each container a port of its own',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html',
  *check(context) {
    for (const resource of context.ofType('AWS::ECS::TaskDefinition')) {
      const mode = networkMode(resource);
      if (mode !== 'awsvpc' && mode !== 'host') continue;
      const first = new Map<string, number>();
      for (const [index, { container, path }] of containersOf(resource).entries()) {
        for (const [item, mapping] of itemsAt(container, 'PortMappings').entries()) {
          const [port, protocol] = [numberAt(mapping, 'ContainerPort'), stringAt(mapping, 'Protocol') ?? 'tcp'];
          if (!isKnownNumber(port)) continue;
          const key = `${port}/${String(protocol)}`;
          const other = first.get(key) ?? index;
          first.set(key, other);
          if (other !== index)
            yield {
              resource,
              path: `${path}.PortMappings[${item}].ContainerPort`,
              received: `${port}, as ContainerDefinitions[${other}]`,
              expected: 'a port that no other container has',
            };
        }
      }
    }
  },
};

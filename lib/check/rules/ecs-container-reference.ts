import { shown } from '../../core/problems';
import { containersOf, type EcsContainer } from '../ecs';
import { unique, violationsOf } from '../requirements';
import type { Rule } from '../rule';
import { itemsAt, listAt, type Read, stringAt, UNKNOWN } from '../values';
import type { Violation } from '../violation';

export const ecsContainerReference: Rule = {
  id: 'ecs-container-reference',
  severity: 'error',
  description: 'Container has the name of another one, or depends on a container or mounts a volume that its task definition does not have',
  fix: 'Give each container a name of its own, and use the Name of another container of the task definition, or of one of its Volumes',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html',
  unsettled:
    'The page states volumes. That the names of containers are unique is known from an error of ECS: https://github.com/Shippable/support/issues/2946',
  *check(context) {
    yield* violationsOf(context, 'AWS::ECS::TaskDefinition', unique('ContainerDefinitions', 'Name'), unique('Volumes', 'Name'));
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      const containers = containersOf(task);
      const names = containers.map(({ container }) => stringAt(container, 'Name'));
      const volumes = listAt(task.properties, 'Volumes');
      const volumeNames: readonly Read<string>[] = volumes === UNKNOWN ? [UNKNOWN] : volumes.map((volume) => stringAt(volume, 'Name'));
      for (const container of containers) {
        for (const missing of missingIn(container, 'DependsOn', 'ContainerName', names)) yield { resource: task, ...missing };
        for (const missing of missingIn(container, 'MountPoints', 'SourceVolume', volumeNames)) yield { resource: task, ...missing };
      }
    }
  },
};

function* missingIn(
  { container, path }: EcsContainer,
  list: string,
  key: string,
  names: readonly Read<string>[],
): Generator<Omit<Violation, 'resource'>> {
  if (names.includes(UNKNOWN)) return;
  for (const [index, item] of itemsAt(container, list).entries()) {
    const name = stringAt(item, key);
    if (typeof name !== 'string' || names.includes(name)) continue;
    const expected = names.length === 0 ? 'a name in Volumes of the task definition' : names.map(String).join(' or ');
    yield { path: `${path}.${list}[${index}].${key}`, received: shown(name), expected };
  }
}

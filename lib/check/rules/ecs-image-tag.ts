import { shown } from '../../core/problems';
import { containersOf } from '../ecs';
import type { Rule } from '../rule';
import { stringAt } from '../values';

export const ecsImageTag: Rule = {
  id: 'ecs-image-tag',
  severity: 'warning',
  description: 'Container image has no tag or the tag latest, so each deployment may start another version',
  fix: 'Name the image by the tag of a version, or by its digest',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-considerations.html',
  *check(context) {
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      for (const { container, path } of containersOf(task)) {
        const image = stringAt(container, 'Image');
        if (typeof image !== 'string' || image === '' || isPinned(image)) continue;
        yield {
          resource: task,
          path: `${path}.Image`,
          received: shown(image),
          expected: 'an image with the tag of a version, or a digest',
        };
      }
    }
  },
};

function isPinned(image: string): boolean {
  if (image.includes('@')) return true;
  const tag = image.split('/').at(-1)?.split(':')[1];
  return tag !== undefined && tag !== 'latest';
}

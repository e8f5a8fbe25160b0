import { PLACEHOLDER_IMAGE } from '../../conventions/placeholder';
import { shown } from '../../core/problems';
import { containersOf } from '../ecs';
import type { Rule } from '../rule';
import { stringAt } from '../values';

/** Images that show that something runs, and nothing else. */
const SAMPLES = [/(^|\/)amazon\/amazon-ecs-sample(:|$)/, /(^|\/)ecs-sample-image\//, /(^|\/)hello-world(:|$)/];

export const ecsPlaceholderImage: Rule = {
  id: 'ecs-placeholder-image',
  severity: 'warning',
  description: 'Container runs a placeholder image: a deployment replaces the running image with it',
  fix: 'Set Image to the image of the service with its version',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  *check(context) {
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      for (const { container, path } of containersOf(task)) {
        const image = stringAt(container, 'Image');
        if (typeof image !== 'string' || !(image === PLACEHOLDER_IMAGE || SAMPLES.some((sample) => sample.test(image)))) continue;
        yield { resource: task, path: `${path}.Image`, received: shown(image), expected: 'an image of the service' };
      }
    }
  },
};

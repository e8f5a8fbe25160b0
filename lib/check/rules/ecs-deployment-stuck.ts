import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { counted } from '../../core/number-format';
import type { CheckContext } from '../check-context';
import { ecsServices } from '../ecs';
import type { Rule } from '../rule';
import { numberAt, stringAt } from '../values';

/** Defaults of ECS. Source: AWS CLI command reference, create-service, minimumHealthyPercent and maximumPercent. */
const DEFAULT_MINIMUM = 100;
const DEFAULT_MAXIMUM = 200;

export const ecsDeploymentStuck: Rule = {
  id: 'ecs-deployment-stuck',
  severity: 'error',
  description: 'Deployment may neither stop an old task nor start a new one',
  fix: 'Lower MinimumHealthyPercent or raise MaximumPercent, so that one task may be stopped or started',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html',
  *check(context) {
    for (const { service } of ecsServices(context)) {
      const { properties } = service;
      if (!isRolled(properties)) continue;
      const count = fewestTasks(context, service);
      const minimum = numberAt(properties, 'DeploymentConfiguration', 'MinimumHealthyPercent') ?? DEFAULT_MINIMUM;
      const maximum = numberAt(properties, 'DeploymentConfiguration', 'MaximumPercent') ?? DEFAULT_MAXIMUM;
      if (typeof count !== 'number' || typeof minimum !== 'number' || typeof maximum !== 'number') continue;
      if (count === 0 || stringAt(properties, 'SchedulingStrategy') === 'DAEMON') continue;
      const mayStop = Math.ceil((count * minimum) / 100) < count;
      const mayStart = Math.floor((count * maximum) / 100) > count;
      if (mayStop || mayStart) continue;
      yield {
        resource: service,
        path: 'Properties.DeploymentConfiguration.MaximumPercent',
        received: `${maximum} with MinimumHealthyPercent ${minimum} and ${counted(count, 'task')}`,
        expected: 'room for one task more or one task less',
      };
    }
  },
};

/** Whether the two percentages apply: they limit only rolling updates of the ECS deployment controller. */
function isRolled(properties: TemplateResource['properties']): boolean {
  const controller = stringAt(properties, 'DeploymentController', 'Type') ?? 'ECS';
  const strategy = stringAt(properties, 'DeploymentConfiguration', 'Strategy') ?? 'ROLLING';
  return controller === 'ECS' && strategy === 'ROLLING';
}

/** The smallest number of tasks: of its scaling, otherwise the fixed one, otherwise one, with which ECS creates a service. */
function fewestTasks(context: CheckContext, { id, properties }: TemplateResource): ReturnType<typeof numberAt> {
  const target = context
    .ofType('AWS::ApplicationAutoScaling::ScalableTarget')
    .find((each) => referencesIn(each.properties.ResourceId).includes(id));
  return target === undefined ? (numberAt(properties, 'DesiredCount') ?? 1) : numberAt(target.properties, 'MinCapacity');
}

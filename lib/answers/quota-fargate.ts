import type { CheckContext } from '../check/check-context';
import { ecsServices } from '../check/ecs';
import { stringAt } from '../check/values';
import { referencesIn } from '../cloudformation/references';
import type { TemplateResource } from '../cloudformation/template-resource';
import { CPU_UNITS_PER_VCPU } from '../core/processors';
import { knownNumber, product, type QuotaCount } from './quota-use';

/** Tasks during a deployment, in percent of the desired number. Source: Amazon ECS API reference, DeploymentConfiguration. */
const DEFAULT_MAXIMUM_PERCENT = 200;

/** The tasks of an ECS service on Fargate, at maximum during a deployment. Tasks on instances use the quotas of their instances. */
export const fargateTasks: QuotaCount = (resource, context) => {
  const service = ecsServices(context).find((candidate) => candidate.service === resource);
  if (service?.isFargate === false) return [];
  if (service?.isFargate === undefined) return [{ quota: 'fargateVcpu', min: undefined, max: undefined }];
  const vcpu = vcpuOf(service.task);
  const { min, max } = tasksOf(resource, context);
  const percent = knownNumber(resource.properties, DEFAULT_MAXIMUM_PERCENT, 'DeploymentConfiguration', 'MaximumPercent');
  const deployed = product(max, percent);
  // A deployment starts whole tasks: the product is rounded down.
  const most = deployed === undefined || max === undefined ? undefined : Math.max(max, Math.floor(deployed / 100));
  return [{ quota: 'fargateVcpu', min: product(min, vcpu), max: product(most, vcpu) }];
};

function tasksOf(service: TemplateResource, context: CheckContext): { readonly min?: number; readonly max?: number } {
  const scaling = context
    .ofType('AWS::ApplicationAutoScaling::ScalableTarget')
    .find(({ properties }) => referencesIn(properties.ResourceId).includes(service.id));
  const [min, max] =
    scaling === undefined
      ? [desired(service), desired(service)]
      : ['MinCapacity', 'MaxCapacity'].map((key) => knownNumber(scaling.properties, undefined, key));
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/** A service that states no number runs one task. Source: CloudFormation reference, AWS::ECS::Service. */
function desired({ properties }: TemplateResource): number | undefined {
  return knownNumber(properties, 1, 'DesiredCount');
}

/** The longest size that is read: `.25 vCPU`. */
const MAX_SIZE_LENGTH = 16;
const SIZE = /^(\d+|\d*\.\d+) ?(vcpu)?$/i;

/** `"512"`, `".5 vCPU"`: vCPU of a task; undefined when the template does not state it. */
function vcpuOf(task: TemplateResource | undefined): number | undefined {
  const text = stringAt(task?.properties, 'Cpu');
  if (typeof text !== 'string' || text.length > MAX_SIZE_LENGTH) return undefined;
  const [, amount, unit] = SIZE.exec(text) ?? [];
  if (amount === undefined) return undefined;
  return unit === undefined ? Number(amount) / CPU_UNITS_PER_VCPU : Number(amount);
}

import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Interval } from '../../core/interval';
import { mapInterval } from '../../core/interval';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { followed } from './following';
import { flag, object, optionalNumber, optionalText, type Properties, shownValue } from './properties';
import { exact, hoursOf, usageCharge } from './quantities';
import { scaledCount } from './scaling';

const GROUP = 'compute';
/** Source: AWS App Runner API, AutoScalingConfiguration: MinSize and MaxSize of the default configuration. */
const DEFAULT_SIZES = { min: 1, max: 25 };
/** Source: AWS CloudFormation, InstanceConfiguration of AWS::AppRunner::Service: `1 vCPU` and `2 GB`. */
const DEFAULT_MEMORY_GB = 2;
/** `2 GB`, or `2048` MB. */
const MEMORY = /^(?:(\d+(?:\.\d+)?) ?GB|(\d+))$/;
const MB_PER_GB = 1_024;

/**
 * App Runner service: the memory of its instances, which are provisioned all the time, and their vCPUs while they handle requests; automatic
 * deployments, and builds of source code. Low has the minimum of instances, high the maximum. Source: https://aws.amazon.com/apprunner/pricing/.
 */
export const apprunnerService: Pricer = {
  types: ['AWS::AppRunner::Service'],
  charges: (resource, context) => {
    const { properties } = resource;
    const source = object(properties, 'SourceConfiguration');
    const instances = instanceCount(resource, context);
    const memoryGb = memoryOf(object(properties, 'InstanceConfiguration'));
    return [
      {
        kind: 'container-instance-gb-hours',
        details: ['memory'],
        sku: 'app-runner/memory',
        quantity: exact(mapInterval(hoursOf(instances), (hours) => hours * memoryGb)),
        group: GROUP,
      },
      usageCharge(resource, context, {
        kind: 'container-instance-vcpu-hours',
        details: ['vCPU'],
        sku: 'app-runner/vcpu',
        group: GROUP,
        key: 'activeVcpuHours',
      }),
      ...deploymentCharges(source),
      ...(source.CodeRepository === undefined
        ? []
        : [
            usageCharge(resource, context, {
              kind: 'build-minutes',
              details: ['App Runner'],
              sku: 'app-runner/build',
              group: GROUP,
              key: 'buildMinutes',
            }),
          ]),
    ];
  },
};

function instanceCount(resource: TemplateResource, context: PricingContext): Interval {
  const arn = resource.properties.AutoScalingConfigurationArn;
  if (arn === undefined) return scaledCount(resource, DEFAULT_SIZES, context);
  const configuration = followed(arn, context);
  if (configuration?.type !== 'AWS::AppRunner::AutoScalingConfiguration') {
    throw new UnreadableProperty({ kind: 'outside-template', resource: 'scaling-configuration' });
  }
  const min = optionalNumber(configuration.properties, 'MinSize') ?? DEFAULT_SIZES.min;
  return scaledCount(resource, { min, max: optionalNumber(configuration.properties, 'MaxSize') ?? DEFAULT_SIZES.max }, context);
}

function memoryOf(instance: Properties): number {
  const text = optionalText(instance, 'Memory');
  if (text === undefined) return DEFAULT_MEMORY_GB;
  const [, gb, mb] = MEMORY.exec(text) ?? [];
  if (gb !== undefined) return Number(gb);
  if (mb !== undefined) return Number(mb) / MB_PER_GB;
  throw new UnreadableProperty({ kind: 'invalid', property: 'Memory', shown: shownValue(text), expected: 'number' });
}

/**
 * Automatic deployments have a charge for each service. They are enabled by default, but for public images and those of another account: an
 * image whose account the template does not show is in mid and high only. Source: AWS App Runner API, SourceConfiguration.
 */
function deploymentCharges(source: Properties): readonly Charge[] {
  const isStated = source.AutoDeploymentsEnabled !== undefined;
  const isPublic = optionalText(object(source, 'ImageRepository'), 'ImageRepositoryType') === 'ECR_PUBLIC';
  if (!flag(source, 'AutoDeploymentsEnabled', !isPublic)) return [];
  const isCertain = isStated || source.CodeRepository !== undefined;
  return [
    {
      kind: 'automatic-deployments',
      sku: 'app-runner/automatic-deployments',
      quantity: { low: isCertain ? 1 : 0, mid: 1, high: 1 },
      group: GROUP,
    },
  ];
}

import { shapesOf } from '../../catalog/instance-shapes';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { isPresent, stepsOf } from '../property';
import { has } from '../property-condition';
import { absent, each, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';
import { isAbsent, isKnownString, itemsAt, rawAt, stringAt } from '../values';
import type { Violation } from '../violation';

const GROUP = 'AWS::AutoScaling::AutoScalingGroup';
const TEMPLATE = ['MixedInstancesPolicy', 'LaunchTemplate', 'LaunchTemplateSpecification', 'LaunchTemplateId'] as const;

const OVERRIDES = 'MixedInstancesPolicy.LaunchTemplate.Overrides';

export const autoscalingMixed: Rule = {
  id: 'autoscaling-mixed',
  severity: 'error',
  description:
    'Group with a mixed instances policy has a launch template that requests Spot Instances, an override with a type and requirements, or types of two architectures for one image',
  fix: 'Request Spot Instances with InstancesDistribution, set InstanceType or InstanceRequirements, and give overrides of another architecture a LaunchTemplateSpecification',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ts-as-launch-template.html',
  unsettled:
    'The page states Spot Instances. Overrides: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_LaunchTemplateOverrides.html. Architectures: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups-launch-template-overrides.html',
  *check(context) {
    yield* violationsOf(context, GROUP, each(OVERRIDES, when(has('InstanceRequirements'), absent('InstanceType'))));
    for (const group of context.ofType(GROUP)) {
      const template = context.targetOf('AWS::EC2::LaunchTemplate', rawAt(group.properties, ...TEMPLATE));
      if (template === undefined || !isPresent(template.properties, 'LaunchTemplateData.InstanceMarketOptions')) continue;
      const path = 'Properties.LaunchTemplateData.InstanceMarketOptions';
      yield { resource: template, path, received: 'set', expected: `absent, because ${group.id} has a mixed instances policy` };
    }
    for (const group of context.ofType(GROUP)) yield* otherArchitectures(group);
  },
};

/** Overrides without a launch template of their own have the image of the group, which is for one architecture. */
function* otherArchitectures(group: TemplateResource): Generator<Violation> {
  const shapes = shapesOf('ec2');
  const types = itemsAt(group.properties, ...stepsOf(OVERRIDES)).flatMap((override, index) => {
    const type = isAbsent(override, 'LaunchTemplateSpecification') ? stringAt(override, 'InstanceType') : undefined;
    return isKnownString(type) && Object.hasOwn(shapes, type) ? [{ type, index, architecture: shapes[type]?.architecture }] : [];
  });
  const [first] = types;
  const other = types.find(({ architecture }) => architecture !== first?.architecture);
  if (first === undefined || other === undefined) return;
  yield {
    resource: group,
    path: `Properties.${OVERRIDES}[${other.index}].InstanceType`,
    received: `${other.type}, which is ${other.architecture}`,
    expected: `a type with ${first.architecture}, as ${first.type}, or a LaunchTemplateSpecification with another image`,
  };
}

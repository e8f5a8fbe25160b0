import type { Rule } from '../rule';
import { itemsAt, rawAt } from '../values';

const TEMPLATES = [
  ['LaunchTemplate', 'LaunchTemplateId'],
  ['MixedInstancesPolicy', 'LaunchTemplate', 'LaunchTemplateSpecification', 'LaunchTemplateId'],
] as const;

export const autoscalingVolumeKey: Rule = {
  id: 'autoscaling-volume-key',
  severity: 'error',
  description: 'Instances of a group have volumes with a KMS key whose policy does not name EC2 Auto Scaling, so they fail to launch',
  fix: 'Allow AWSServiceRoleForAutoScaling to use the key and to create grants, in the key policy',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html',
  *check(context) {
    for (const group of context.ofType('AWS::AutoScaling::AutoScalingGroup')) {
      for (const path of TEMPLATES) {
        const template = context.targetOf('AWS::EC2::LaunchTemplate', rawAt(group.properties, ...path));
        for (const device of itemsAt(template?.properties, 'LaunchTemplateData', 'BlockDeviceMappings')) {
          const key = context.targetOf('AWS::KMS::Key', rawAt(device, 'Ebs', 'KmsKeyId'));
          if (key === undefined || mayBeUsed(key.properties.KeyPolicy)) continue;
          yield {
            resource: key,
            path: 'Properties.KeyPolicy',
            received: 'a policy without EC2 Auto Scaling',
            expected: `a statement for the role AWSServiceRoleForAutoScaling, because ${group.id} launches instances with the key`,
          };
        }
      }
    }
  },
};

/** Whether a key policy names a role of EC2 Auto Scaling, whose name may have a suffix, or every principal. */
function mayBeUsed(policy: unknown): boolean {
  const text = JSON.stringify(policy) ?? '';
  return /AutoScaling/i.test(text) || /"(?:AWS|Principal)":(?:"\*"|\["\*"\])/.test(text) || /"Fn::If"|\{"Ref":(?!"AWS::)/.test(text);
}

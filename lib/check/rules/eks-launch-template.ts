import { shown } from '../../core/problems';
import { isPresent } from '../property';
import type { Rule } from '../rule';
import { rawAt } from '../values';

/** Properties of a node group that no launch template allows. */
const NEVER = ['DiskSize', 'RemoteAccess'];
/** Properties of a node group that a launch template with an image does not allow. */
const NOT_WITH_IMAGE = ['AmiType', 'ReleaseVersion', 'Version'];

export const eksLaunchTemplate: Rule = {
  id: 'eks-launch-template',
  severity: 'error',
  description: 'Node group and its launch template set the same property, or one that EKS allows only in the other',
  fix: 'Set the instance type in only one of them, disk, access and image in the launch template, and the role in the node group',
  citation: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html',
  *check(context) {
    for (const group of context.ofType('AWS::EKS::Nodegroup')) {
      if (!isPresent(group.properties, 'LaunchTemplate')) continue;
      const template = context.targetOf('AWS::EC2::LaunchTemplate', rawAt(group.properties, 'LaunchTemplate', 'Id'));
      const has = (name: string) => isPresent(template?.properties, `LaunchTemplateData.${name}`);
      const refused = [
        ...NEVER.map((name) => ({ name, because: 'with a launch template' })),
        ...(has('InstanceType') ? [{ name: 'InstanceTypes', because: 'because the launch template has an instance type' }] : []),
        ...(has('ImageId') ? NOT_WITH_IMAGE.map((name) => ({ name, because: 'because the launch template has an image' })) : []),
      ];
      for (const { name, because } of refused) {
        if (!isPresent(group.properties, name)) continue;
        const value = rawAt(group.properties, name);
        yield { resource: group, path: `Properties.${name}`, received: shown(value), expected: `absent ${because}` };
      }
      if (template !== undefined && has('IamInstanceProfile'))
        yield {
          resource: template,
          path: 'Properties.LaunchTemplateData.IamInstanceProfile',
          received: 'set',
          expected: `absent, because ${group.id} has the role`,
        };
    }
  },
};

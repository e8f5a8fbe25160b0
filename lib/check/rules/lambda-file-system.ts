import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import { createdBefore } from '../created-before';
import { has } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';
import { itemsAt, rawAt } from '../values';

const FUNCTION = 'AWS::Lambda::Function';
const MOUNTS = 'FileSystemConfigs';

export const lambdaFileSystem: Rule = {
  id: 'lambda-file-system',
  severity: 'error',
  description: 'Function mounts a file system and is not in a VPC, or may be created before the mount targets',
  fix: 'Set VpcConfig with the subnets of the mount targets, and add the mount targets to DependsOn of the function',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
  *check(context) {
    yield* violationsOf(context, FUNCTION, when(has(MOUNTS), required('VpcConfig')));
    for (const resource of context.ofType(FUNCTION)) {
      if (context.isGenerated(resource)) continue;
      const before = createdBefore(resource, context);
      for (const mount of itemsAt(resource.properties, MOUNTS)) {
        const late = mountTargets(rawAt(mount, 'Arn'), context).filter(({ id }) => !before.has(id));
        if (late.length > 0) yield { resource, path: 'DependsOn', expected: late.map(({ id }) => id).join(' and ') };
      }
    }
  },
};

/** The mount targets of the file system of an access point. */
function mountTargets(accessPoint: unknown, context: CheckContext): readonly TemplateResource[] {
  const files = context.targetOf('AWS::EFS::AccessPoint', accessPoint)?.properties.FileSystemId;
  const mounted = context.targetOf('AWS::EFS::FileSystem', files)?.id;
  const targets = mounted === undefined ? [] : context.ofType('AWS::EFS::MountTarget');
  return targets.filter(({ properties }) => referencesIn(properties.FileSystemId).some((id) => id === mounted));
}

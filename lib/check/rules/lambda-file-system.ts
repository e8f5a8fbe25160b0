import { has } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const lambdaFileSystem: Rule = {
  id: 'lambda-file-system',
  severity: 'error',
  description: 'Function mounts a file system and is not in a VPC',
  fix: 'Set VpcConfig with the subnets of the mount targets',
  citation: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html',
  check: (context) => violationsOf(context, 'AWS::Lambda::Function', when(has('FileSystemConfigs'), required('VpcConfig'))),
};

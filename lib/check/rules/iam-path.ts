import { matching, violationsOf } from '../requirements';
import type { Rule } from '../rule';

const TYPES = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::InstanceProfile'];
const PATH = matching('Path', /^\/([!-~]+\/)?$/, 'a slash at the start and at the end');

export const iamPath: Rule = {
  id: 'iam-path',
  severity: 'error',
  description: 'Path does not begin and end with a slash',
  fix: 'Write the path as /name/',
  citation: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html',
  *check(context) {
    for (const type of TYPES) yield* violationsOf(context, type, PATH);
  },
};

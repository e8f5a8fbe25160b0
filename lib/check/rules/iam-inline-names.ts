import { unique, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const iamInlineNames: Rule = {
  id: 'iam-inline-names',
  severity: 'error',
  description: 'Two inline policies of a role, user or group have the same name, so one replaces the other',
  fix: 'Give each policy a name of its own',
  citation: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html',
  *check(context) {
    yield* violationsOf(context, 'AWS::IAM::Role', unique('Policies', 'PolicyName'));
    yield* violationsOf(context, 'AWS::IAM::User', unique('Policies', 'PolicyName'));
    yield* violationsOf(context, 'AWS::IAM::Group', unique('Policies', 'PolicyName'));
  },
};

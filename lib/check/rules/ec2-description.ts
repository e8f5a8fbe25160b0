import { each, matching, violationsOf } from '../requirements';
import type { Rule } from '../rule';

const described = (property: string) =>
  matching(property, /^[a-zA-Z0-9\s._\-:/()#,@[\]+=&;{}!$*]{1,255}$/, 'letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*');

export const ec2Description: Rule = {
  id: 'ec2-description',
  severity: 'error',
  description: 'Description of a security group or of its rule has characters that EC2 rejects, or more than 255',
  fix: 'Write letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, without apostrophes and long dashes',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html',
  *check(context) {
    yield* violationsOf(
      context,
      'AWS::EC2::SecurityGroup',
      described('GroupDescription'),
      each('SecurityGroupIngress', described('Description')),
      each('SecurityGroupEgress', described('Description')),
    );
    yield* violationsOf(context, 'AWS::EC2::SecurityGroupIngress', described('Description'));
    yield* violationsOf(context, 'AWS::EC2::SecurityGroupEgress', described('Description'));
  },
};

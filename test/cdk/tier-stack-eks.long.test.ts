import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { App, Fn, type Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { expect, it } from 'vitest';
import { checkTemplates } from '../../lib/answers/check-templates';
import { judged } from '../support/judges';
import { env, imported, importedVpc, ofApp, tierIn } from './fixtures/eks-stacks';

function fileOf(stack: Stack): string {
  const { root } = stack.node;
  if (!App.isApp(root)) throw new Error('the stack is in no app');
  return join(root.synth().directory, `${stack.artifactId}.template.json`);
}

it('the templates with existing resources break no rule that a tier on EKS without them keeps', () => {
  // test/check/tiers.test.ts gives the reason why every tier on EKS breaks this rule.
  for (const stack of [imported, ofApp]) {
    expect(checkTemplates(fileOf(stack)).findings.filter(({ rule }) => rule !== 'deletion-protection-rollback')).toEqual([]);
  }
});

it('nodes are in public subnets if there are no private ones, which must assign public addresses', () => {
  const stack = tierIn((platform) => ({ vpc: importedVpc(platform, { privateSubnetIds: [] }), apiCidrs: undefined }));
  Template.fromStack(stack).hasResourceProperties('AWS::EKS::Nodegroup', { Subnets: ['subnet-000000a1', 'subnet-000000a2'] });
  Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('subnet-000000a1 subnet-000000a2; do .*--map-public-ip-on-launch'));
  const subnets = Fn.split(',', Fn.importValue('public-subnets'), 2);
  const ofStack = tierIn((platform) => ({
    vpc: importedVpc(platform, { privateSubnetIds: [], publicSubnetIds: subnets }),
    apiCidrs: undefined,
  }));
  Annotations.fromStack(ofStack).hasWarning('*', Match.stringLikeRegexp('Values=vpc-00000001 .*--map-public-ip-on-launch'));
  Annotations.fromStack(imported).hasNoWarning('*', Match.stringLikeRegexp('--map-public-ip-on-launch'));
  const subnetsOfApp = (mapPublicIpOnLaunch: boolean) => (platform: Stack) => ({
    apiCidrs: undefined,
    vpc: new ec2.Vpc(platform, 'Vpc', {
      maxAzs: 2,
      subnetConfiguration: [
        { name: 'Public', subnetType: ec2.SubnetType.PUBLIC, mapPublicIpOnLaunch },
        { name: 'Isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      ],
    }),
  });
  expect(() => tierIn(subnetsOfApp(true))).not.toThrow();
  expect(() => tierIn(subnetsOfApp(false))).toThrow('vpc: has no private subnets, and public subnets without public addresses');
});

judged('cfn-lint', () => {
  it('has no finding', () => {
    const files = [imported, ofApp].map(fileOf);
    const { stdout, stderr, status } = spawnSync('cfn-lint', ['--regions', env.region, '--format', 'parseable', '--', ...files]);
    expect({ output: `${stdout}${stderr}`, status }).toEqual({ output: '', status: 0 });
  });
});

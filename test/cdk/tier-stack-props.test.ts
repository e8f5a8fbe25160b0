import { App, DefaultStackSynthesizer, PermissionsBoundary, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { describe, expect, it } from 'vitest';
import { estimate, InputError, TierStack, type TierStackProps } from '../../lib';
import { barberOps } from '../../tiers';
import { shop } from './fixtures/shop';

const env = { account: '123456789012', region: 'eu-west-1' };

type Props = Partial<Omit<TierStackProps<typeof shop>, 'system'>>;

/** A tier in an app that has a stack with the existing resources. */
function tierIn(propsOf: Props | ((platform: Stack) => Props)): TierStack<typeof shop> {
  const app = new App();
  const platform = new Stack(app, 'Platform', { env });
  const props = typeof propsOf === 'function' ? propsOf(platform) : propsOf;
  return new TierStack(app, 'Shop', { system: shop, tier: 'small', env, imageTag: '1.4.2', ...props });
}

const resources = (stack: Stack, type: string) => Object.values(Template.fromStack(stack).findResources(type));

describe('the settings of a TierStack', () => {
  it('name and describe the stack, tag its resources and set its account', () => {
    const stack = tierIn({ stackName: 'shop-eu', description: 'web shop', tags: { team: 'checkout' }, terminationProtection: false });
    expect([stack.stackName, stack.account, stack.region, stack.terminationProtection]).toEqual([
      'shop-eu',
      env.account,
      env.region,
      false,
    ]);
    const template = Template.fromStack(stack);
    expect(template.toJSON().Description).toBe('web shop');
    expect(stack.tags.tagValues()).toEqual({ system: 'shop', environment: 'dev', team: 'checkout' });
    expect(artifactOf(stack).tags).toEqual(stack.tags.tagValues());
  });

  it('take another synthesizer', () => {
    const stack = tierIn({ synthesizer: new DefaultStackSynthesizer({ qualifier: 'platform' }) });
    expect(artifactOf(stack).assumeRoleArn).toContain('cdk-platform-deploy-role');
    expect(artifactOf(tierIn({})).assumeRoleArn).toContain('cdk-hnb659fds-deploy-role');
  });

  it('give every role of every stack the permissions boundary', () => {
    const app = new App();
    const permissionsBoundary = PermissionsBoundary.fromName('Developers');
    const stack = new TierStack(app, 'Barber', { system: barberOps, tier: 'phase-3', imageTag: '1', permissionsBoundary });
    const roles = [stack, ...stack.siblings].flatMap((each) => resources(each, 'AWS::IAM::Role'));
    expect(roles.length).toBeGreaterThan(5);
    const developers = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, ':policy/Developers']] };
    for (const { Properties } of roles) expect(Properties.PermissionsBoundary).toEqual(developers);
  });

  it('notify topics of the events of the deployment, and refer to stacks of other regions', () => {
    const topic = `arn:aws:sns:eu-west-1:${env.account}:deployments`;
    const stack = tierIn({ notificationArns: [topic], crossRegionReferences: true });
    expect(artifactOf(stack).notificationArns).toEqual([topic]);
    expect(stack._crossRegionReferences).toBe(true);
  });

  it('leave the synthesizer of the app, for all stacks of the tier', () => {
    const app = new App({ defaultStackSynthesizer: new DefaultStackSynthesizer({ qualifier: 'platform' }) });
    const stack = new TierStack(app, 'Barber', { system: barberOps, tier: 'phase-3', imageTag: '1' });
    const roles = [stack, ...stack.siblings].map((each) => artifactOf(each).assumeRoleArn);
    expect(roles).toHaveLength(5);
    for (const role of roles) expect(role).toContain('cdk-platform-deploy-role');
  });

  it('apply to all stacks of a tier with standby regions, which have names of their own', () => {
    const app = new App();
    const stack = new TierStack(app, 'Barber', {
      system: barberOps,
      tier: 'phase-3',
      stackName: 'bookings',
      env: { account: env.account },
      tags: { team: 'x' },
      imageTag: '1',
    });
    const all = [stack, ...stack.siblings];
    expect(all.map(({ stackName }) => stackName)).toEqual([
      'bookings',
      'bookings-us-west-2-files',
      'bookings-us-west-2',
      'bookings-eu-west-1-files',
      'bookings-eu-west-1',
    ]);
    expect(new Set(all.map(({ account }) => account))).toEqual(new Set([env.account]));
    expect(all.every(({ tags }) => tags.tagValues().team === 'x')).toBe(true);
  });

  it('take the region of env, and refuse another one in the option', () => {
    expect(tierIn({ env: { region: 'us-west-2' } }).region).toBe('us-west-2');
    expect(tierIn({ region: 'eu-west-1' }).region).toBe('eu-west-1');
    expect(() => tierIn({ region: 'us-east-1' })).toThrow(InputError);
    expect(() => tierIn({ region: 'us-east-1' })).toThrow(
      'env.region: invalid value "eu-west-1"; expected us-east-1, which is the option region, or no region option',
    );
    expect(() => tierIn({ env: { region: 'eu-wst-1' } })).toThrow('Did you mean "eu-west-1"');
    expect(() => tierIn((platform) => ({ env: { region: new Stack(platform, 'Any').region } }))).toThrow(
      'env.region: is known only at the deployment',
    );
  });

  it('require a system and a tier of callers in JavaScript', () => {
    const attempt = (props: object) => () => new TierStack(new App(), 'Shop', props as TierStackProps<typeof shop>);
    expect(attempt({ system: 'aiva' })).toThrow(
      [
        'invalid Shop',
        '  system: invalid value "aiva"; expected the result of defineSystem, or an example of sizing-blueprints/tiers such as aiva',
        '  tier: missing; expected the id of a tier',
      ].join('\n'),
    );
    expect(attempt({ tier: 'small' })).toThrow('system: missing; expected the result of defineSystem');
  });

  it('suggest properties for misspelled ones', () => {
    const props = { encryptonKey: undefined, stckName: 'shop' } as Props;
    expect(() => tierIn(props)).toThrow(/stckName: unknown key; .*Did you mean "stackName"/);
  });
});

describe('an existing VPC', () => {
  const vpcIn = (platform: Stack, subnets?: ec2.SubnetConfiguration[]) =>
    new ec2.Vpc(platform, 'Vpc', { maxAzs: 2, natGateways: 1, ...(subnets && { subnetConfiguration: subnets }) });

  it('has all components, with hosts in private subnets without public addresses', () => {
    const stack = tierIn((platform) => ({ vpc: vpcIn(platform) }));
    const template = Template.fromStack(stack);
    for (const type of ['AWS::EC2::VPC', 'AWS::EC2::Subnet', 'AWS::EC2::NatGateway', 'AWS::EC2::FlowLog'])
      template.resourceCountIs(type, 0);
    const subnetsOf = (list: unknown) => JSON.stringify(list).match(/(Public|Private|Isolated)Subnet\d/g);
    expect(subnetsOf(resources(stack, 'AWS::AutoScaling::AutoScalingGroup')[0]?.Properties.VPCZoneIdentifier)).toEqual([
      'PrivateSubnet1',
      'PrivateSubnet2',
    ]);
    expect(subnetsOf(resources(stack, 'AWS::RDS::DBSubnetGroup')[0]?.Properties.SubnetIds)).toEqual(['PrivateSubnet1', 'PrivateSubnet2']);
    expect(subnetsOf(resources(stack, 'AWS::ElasticLoadBalancingV2::LoadBalancer')[0]?.Properties.Subnets)).toEqual([
      'PublicSubnet1',
      'PublicSubnet2',
    ]);
    template.hasResourceProperties('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: { NetworkInterfaces: [Match.objectLike({ AssociatePublicIpAddress: false })] },
    });
    expect(stack.vpc.node.path).toBe('Platform/Vpc');
  });

  it('has data stores in isolated subnets, and hosts in public ones, if there are no private ones', () => {
    const stack = tierIn((platform) => ({
      vpc: vpcIn(platform, [
        { name: 'Public', subnetType: ec2.SubnetType.PUBLIC },
        { name: 'Isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      ]),
    }));
    expect(JSON.stringify(resources(stack, 'AWS::RDS::DBSubnetGroup'))).toMatch(/IsolatedSubnet1/);
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: { NetworkInterfaces: [Match.objectLike({ AssociatePublicIpAddress: true })] },
    });
  });

  it('may be imported by its ids', () => {
    const stack = tierIn((platform) => ({
      vpc: ec2.Vpc.fromVpcAttributes(platform, 'Vpc', {
        vpcId: 'vpc-1',
        availabilityZones: ['eu-west-1a', 'eu-west-1b'],
        publicSubnetIds: ['subnet-p1', 'subnet-p2'],
        privateSubnetIds: ['subnet-h1', 'subnet-h2'],
        isolatedSubnetIds: ['subnet-d1', 'subnet-d2'],
      }),
    }));
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::RDS::DBSubnetGroup', { SubnetIds: ['subnet-d1', 'subnet-d2'] });
    template.hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', { VPCZoneIdentifier: ['subnet-h1', 'subnet-h2'] });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: ['subnet-p1', 'subnet-p2'] });
  });

  it('is not part of the estimate, which is complete without it and states it in an annotation', () => {
    const stack = tierIn((platform) => ({ vpc: vpcIn(platform) }));
    const own = estimate(tierIn({}));
    const existing = estimate(stack);
    expect(existing.lineItems.filter(({ state }) => state === 'unpriced')).toEqual([]);
    const lines = (of: typeof own) => of.lineItems.map(({ type, component, kind }) => `${type} ${component} ${kind}`);
    expect(
      lines(existing)
        .filter((line) => / network /.test(line))
        .sort(),
    ).toEqual(['DataTransfer network inter-zone-transfer-gb', 'DataTransfer network internet-transfer-gb']);
    expect(lines(own).filter((line) => line.includes('flow') || line.includes('AWS::EC2::FlowLog'))).not.toEqual([]);
    expect(existing.monthlyUsd.mid.lt(own.monthlyUsd.mid)).toBe(true);
    Annotations.fromStack(stack).hasInfo('*', Match.stringLikeRegexp('does not include the existing VPC: its NAT gateways'));
  });

  it('is refused in another region, without the subnets that the tier needs, and where a stack cannot use it', () => {
    const vpcOf = (attributes: Partial<ec2.VpcAttributes>) => (platform: Stack) => ({
      vpc: ec2.Vpc.fromVpcAttributes(platform, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['eu-west-1a', 'eu-west-1b'], ...attributes }),
    });
    expect(() => tierIn((platform) => ({ env: { region: 'us-east-1' }, vpc: vpcIn(platform) }))).toThrow(
      'vpc: is in "eu-west-1"; expected a VPC in us-east-1, the region of the stack',
    );
    expect(() => tierIn(vpcOf({ privateSubnetIds: ['subnet-1', 'subnet-2'] }))).toThrow('vpc: has no public subnets');
    expect(() => tierIn(vpcOf({ publicSubnetIds: ['subnet-1', 'subnet-2'] }))).toThrow(
      'vpc: has isolated or private subnets in 0 Availability Zones',
    );
    expect(() => tierIn((platform) => ({ vpc: vpcIn(platform), zones: 'eu-west-1a,eu-west-1b,eu-west-1c' }))).toThrow(
      'which has its zones',
    );
    const app = new App();
    const vpc = vpcIn(new Stack(app, 'Platform', { env: { region: 'us-east-1' } }));
    expect(() => new TierStack(app, 'Barber', { system: barberOps, tier: 'phase-3', vpc })).toThrow(
      'no vpc for a tier with standby regions',
    );
  });
});

describe('an existing certificate', () => {
  const arn = `arn:aws:acm:${env.region}:${env.account}:certificate/0a1b2c3d`;
  const listeners = (stack: Stack) => resources(stack, 'AWS::ElasticLoadBalancingV2::Listener').map(({ Properties }) => Properties);

  it('is an ARN, an imported certificate or one of the app', () => {
    const imported = tierIn((platform) => ({ certificate: acm.Certificate.fromCertificateArn(platform, 'Certificate', arn) }));
    for (const stack of [tierIn({ certificate: arn }), imported]) {
      expect(listeners(stack)).toContainEqual(expect.objectContaining({ Protocol: 'HTTPS', Certificates: [{ CertificateArn: arn }] }));
    }
    const ofApp = tierIn((platform) => ({ certificate: new acm.Certificate(platform, 'Certificate', { domainName: 'shop.example.com' }) }));
    const [https] = listeners(ofApp).filter(({ Protocol }) => Protocol === 'HTTPS');
    expect(JSON.stringify(https?.Certificates)).toContain('RefCertificate');
    Annotations.fromStack(ofApp).hasNoWarning('*', Match.stringLikeRegexp('without TLS'));
    expect(estimate(ofApp).lineItems.filter(({ state }) => state === 'unpriced')).toEqual([]);
  });
});

describe('an existing hosted zone', () => {
  const zoneIn = (scope: Stack) =>
    route53.HostedZone.fromHostedZoneAttributes(scope, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });

  it('has a name for the load balancer', () => {
    const stack = tierIn((platform) => ({ hostedZone: zoneIn(platform) }));
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::Route53::RecordSet', { Name: 'entry.shop.example.com.', Type: 'A', HostedZoneId: 'Z1' });
    template.hasOutput('EntryDomain', { Value: Match.anyValue() });
    expect(estimate(stack).lineItems.filter(({ state }) => state === 'unpriced')).toEqual([]);
  });

  it('is refused next to another domain', () => {
    const app = new App();
    const hostedZone = zoneIn(new Stack(app, 'Platform', { env: { region: 'us-east-1' } }));
    const attempt = (domain: string, id: string) =>
      new TierStack(app, id, { system: barberOps, tier: 'phase-3', hostedZone, domain, imageTag: '1' });
    expect(() => attempt('example.org', 'Other')).toThrow(
      'domain: invalid value "example.org"; expected example.com, which is the name of hostedZone, or no domain',
    );
    expect(() => attempt('example.com', 'Same')).not.toThrow();
  });

  it('is the domain of a tier with standby regions', () => {
    const app = new App();
    const hostedZone = zoneIn(new Stack(app, 'Platform', { env: { region: 'us-east-1' } }));
    const stack = new TierStack(app, 'Barber', { system: barberOps, tier: 'phase-3', hostedZone, imageTag: '1' });
    const names = resources(stack, 'AWS::Route53::RecordSet').map(({ Properties }) => [Properties.Type, Properties.HostedZoneName]);
    expect(new Set(names.map(String))).toEqual(new Set(['CNAME,example.com.']));
  });
});

describe('an existing key', () => {
  it('encrypts the storage of the database and the cache', () => {
    const stack = tierIn((platform) => ({ encryptionKey: new kms.Key(platform, 'Key') }));
    const keysOf = (type: string) =>
      resources(stack, type).map(({ Properties }) => /Key[0-9A-F]{8}Arn/.test(JSON.stringify(Properties.KmsKeyId)));
    expect(keysOf('AWS::RDS::DBInstance')).toEqual([true]);
    expect(keysOf('AWS::ElastiCache::ReplicationGroup')).toEqual([true]);
    expect(keysOf('AWS::SecretsManager::Secret')).toEqual([false, false]);
    expect(estimate(stack).monthlyUsd.mid.toString()).toBe(estimate(tierIn({})).monthlyUsd.mid.toString());
  });
});

/** A stack in the cloud assembly. */
function artifactOf(stack: Stack) {
  return (stack.node.root as App).synth().getStackArtifact(stack.artifactId);
}

import type { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { estimate } from '../../lib';
import { imported, importedVpc, ofApp, tierIn } from './fixtures/eks-stacks';

const resources = (stack: Stack, type: string) => Object.values(Template.fromStack(stack).findResources(type));
const manifests = (stack: Stack) => JSON.stringify(resources(stack, 'Custom::AWSCDK-EKS-KubernetesResource'));

describe('an existing VPC on EKS', () => {
  it('has the control plane, the nodes and the data stores in its subnets, and no network in the stack', () => {
    const template = Template.fromStack(imported);
    for (const type of ['AWS::EC2::VPC', 'AWS::EC2::Subnet', 'AWS::EC2::NatGateway', 'AWS::EC2::FlowLog'])
      template.resourceCountIs(type, 0);
    template.hasResourceProperties('AWS::EKS::Cluster', { ResourcesVpcConfig: { SubnetIds: ['subnet-000000a1', 'subnet-000000a2'] } });
    template.hasResourceProperties('AWS::EKS::Nodegroup', { Subnets: ['subnet-000000b1', 'subnet-000000b2'] });
    template.hasResourceProperties('AWS::RDS::DBSubnetGroup', { SubnetIds: ['subnet-000000c1', 'subnet-000000c2'] });
    template.hasResourceProperties('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: { NetworkInterfaces: [Match.objectLike({ AssociatePublicIpAddress: false })] },
    });
  });

  it('has load balancers in public subnets that the objects name, so that subnets need no tags', () => {
    // AWS Load Balancer Controller, "LoadBalancerConfiguration": loadBalancerSubnets, identifier is the name or ID of the subnet.
    expect(manifests(imported)).toContain(
      '\\"loadBalancerSubnets\\":[{\\"identifier\\":\\"subnet-000000a1\\"},{\\"identifier\\":\\"subnet-000000a2\\"}]',
    );
    // AWS Load Balancer Controller, "Ingress annotations": alb.ingress.kubernetes.io/subnets.
    expect(manifests(ofApp)).toMatch(/ingress\.kubernetes\.io\/subnets.{0,200}VpcPublicSubnet1.{0,200}VpcPublicSubnet2/);
    expect(manifests(imported)).not.toMatch(/subnet-000000[bc]\d/);
    Annotations.fromStack(imported).hasNoWarning('*', Match.stringLikeRegexp('tag'));
  });

  it('is not part of the estimate, which is complete', () => {
    for (const stack of [imported, ofApp]) {
      const { lineItems } = estimate(stack);
      expect(lineItems.filter(({ state }) => state === 'unpriced')).toEqual([]);
      expect(lineItems.some(({ type }) => type === 'AWS::EC2::NatGateway')).toBe(false);
      expect(lineItems.some(({ component, state }) => component === 'entry' && state !== 'free')).toBe(true);
    }
  });

  it('is refused with public subnets in one zone', () => {
    // Amazon EKS user guide, "Subnet requirements for clusters": at least two, in different Availability Zones.
    expect(() =>
      tierIn((platform) => ({
        vpc: importedVpc(platform, {
          publicSubnetIds: ['subnet-000000a1'],
          availabilityZones: ['eu-west-1a'],
          privateSubnetIds: ['subnet-000000b1'],
          isolatedSubnetIds: ['subnet-000000c1'],
        }),
      })),
    ).toThrow('vpc: has public subnets in 1 Availability Zone; expected public subnets in at least 2');
  });
});

describe('an existing hosted zone on EKS', () => {
  const addressOf = (stack: Stack) => resources(stack, 'Custom::AWSCDK-EKS-KubernetesObjectValue').map(({ Properties }) => Properties);

  it('has a record of the address that the deployment reads from the Gateway', () => {
    expect(addressOf(imported)).toEqual([
      expect.objectContaining({
        ObjectType: 'gateways.gateway.networking.k8s.io',
        ObjectName: 'entry',
        ObjectNamespace: 'shop-dev',
        JsonPath: '.status.addresses[0].value',
      }),
    ]);
    Template.fromStack(imported).hasResourceProperties('AWS::Route53::RecordSet', {
      Name: 'entry.shop.example.com.',
      Type: 'CNAME',
      HostedZoneId: 'Z1',
      ResourceRecords: [{ 'Fn::GetAtt': [Match.stringLikeRegexp('^entryNameAddress'), 'Value'] }],
    });
    Template.fromStack(imported).hasOutput('EntryDomain', { Value: Match.anyValue() });
  });

  it('reads the address of an Ingress', () => {
    expect(addressOf(ofApp)).toEqual([
      expect.objectContaining({
        ObjectType: 'ingresses.networking.k8s.io',
        ObjectName: 'entry',
        JsonPath: '.status.loadBalancer.ingress[0].hostname',
      }),
    ]);
  });

  it('reads the address after the objects of the load balancer and of its service are applied', () => {
    for (const stack of [imported, ofApp]) {
      const [value] = resources(stack, 'Custom::AWSCDK-EKS-KubernetesObjectValue');
      const after: readonly string[] = value?.DependsOn ?? [];
      for (const component of ['entry', 'api']) expect(after.some((id) => id.startsWith(`${component}Objects`))).toBe(true);
    }
  });
});

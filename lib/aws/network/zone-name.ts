import { Stack } from 'aws-cdk-lib';
import type * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { LoadBalancerTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import type { BuildContext } from '../build-context';
import { output } from '../outputs';

/** Name of a load balancer of a stack in a hosted zone, without the name of the zone: `entry.shop-dev`. */
export function recordNameOf(component: string, { stackName }: Stack): string {
  return `${component}.${stackName.toLowerCase()}`;
}

/** A component with a load balancer. */
type Balanced = Construct & { readonly loadBalancer: elb.ApplicationLoadBalancer };

/**
 * With a hosted zone of the app, adds a name for a load balancer: `entry.shop-dev.example.com`. With standby regions, the records
 * for failover have that name.
 */
export function addName(component: Balanced, { blueprint, existing: { hostedZone } }: BuildContext): void {
  if (hostedZone === undefined || blueprint.regions !== undefined) return;
  const record = new route53.ARecord(component, 'Name', {
    zone: hostedZone,
    recordName: recordNameOf(component.node.id, Stack.of(component)),
    target: route53.RecordTarget.fromAlias(new LoadBalancerTarget(component.loadBalancer)),
  });
  output(component, 'Domain', record.domainName, `Domain name of ${component.node.id}`);
}

import type { TemplateResource } from '../../cloudformation/template-resource';
import { certain } from '../../core/interval';
import type { Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { allFollowed, oncePerTemplate, pointedAt } from './following';
import { requiredText } from './properties';
import { hoursOf } from './quantities';
import { clusterOf, withInherited } from './rds-source';

/** Minimum number of vCPU that a proxy is charged for each database instance behind it. Source: Amazon RDS Proxy pricing. */
const LEAST_VCPU = 2;

/** RDS Proxy, charged by the vCPU of the database instances behind it. */
export const rdsDbProxy: Pricer = {
  types: ['AWS::RDS::DBProxy'],
  charges: (resource, context) => {
    const servers = serversBehind(resource, context);
    if (servers.length === 0) throw new UnreadableProperty({ kind: 'outside-template', resource: 'proxied-databases' });
    const vcpu = servers.map((server) => billedVcpu(server, context)).reduce((sum, each) => sum + each, 0);
    return [
      {
        kind: 'database-proxy-vcpu-hours',
        details: [`${vcpu} vCPU of the DB instance`],
        sku: 'rds/proxy',
        quantity: hoursOf(certain(vcpu)),
        group: 'database',
      },
    ];
  },
};

const TARGET_GROUP = 'AWS::RDS::DBProxyTargetGroup';
const PROXY = { type: 'AWS::RDS::DBProxy', nameKey: 'DBProxyName' } as const;

function serversBehind(proxy: TemplateResource, context: PricingContext): readonly TemplateResource[] {
  const groups = context
    .ofType(TARGET_GROUP)
    .filter(({ properties }) => pointedAt(properties, 'DBProxyName', PROXY, context)?.id === proxy.id);
  const instances = groups.flatMap(({ properties }) => allFollowed(properties.DBInstanceIdentifiers, context));
  const clusters = groups.flatMap(({ properties }) => allFollowed(properties.DBClusterIdentifiers, context));
  return [...instances, ...clusters.flatMap((cluster) => membersByCluster(context).get(cluster.id) ?? [])];
}

const membersByCluster = oncePerTemplate((context) => {
  const members = new Map<string, readonly TemplateResource[]>();
  for (const instance of context.ofType('AWS::RDS::DBInstance')) {
    const cluster = clusterOf(instance, context);
    if (cluster !== undefined) members.set(cluster.id, [...(members.get(cluster.id) ?? []), instance]);
  }
  return members;
});

function billedVcpu(server: TemplateResource, context: PricingContext): number {
  const instanceClass = requiredText(withInherited(server, context), 'DBInstanceClass');
  const vcpu = context.vcpuOf(instanceClass);
  if (vcpu === undefined) throw new UnreadableProperty({ kind: 'unknown-vcpu', resource: server.id, instanceClass, decides: 'proxy' });
  return Math.max(LEAST_VCPU, vcpu);
}

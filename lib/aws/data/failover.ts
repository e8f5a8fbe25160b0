import { Stack } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';
import type { Blueprint, ResolvedRegions } from '../../blueprint/blueprint';
import type { BuildContext } from '../build-context';
import { ApplicationLoadBalancer } from '../network/application-load-balancer';
import { output } from '../outputs';

const HTTP_PORT = 80;
const HTTPS_PORT = 443;

type Settings = Pick<ResolvedRegions, 'healthCheck' | 'recordTtlSeconds'>;

/**
 * For a tier in several regions: adds a health check for each load balancer and, with a domain, the DNS records that send
 * users to another region. A failover record has one secondary, so the record of each region names its own load balancer
 * first and then the record of the next region. Each region creates its own records and needs no address of another region.
 */
export function addFailover(stack: FailoverStack, { built, blueprint }: BuildContext): void {
  const { failover } = stack;
  if (failover === undefined) return;
  for (const component of Object.values(blueprint.components)) {
    if (component.kind === 'load-balancer' && component.type === 'application')
      add(built(component.id, ApplicationLoadBalancer), blueprint, failover);
  }
}

/** A stack with its place in the failover order. */
export type FailoverStack = Stack & {
  /** Undefined for a tier in one region. */
  readonly failover: Failover | undefined;
};

/** Place of a stack in the failover order of its tier. */
export interface Failover {
  /** Health check and TTL of the records. */
  readonly settings: Settings;
  /** Name of the stack in the primary region. */
  readonly primaryStackName: string;
  /** Position in the failover order; 0 is the primary region. */
  readonly rank: number;
  /** Whether no other region follows. */
  readonly last: boolean;
}

function add(balancer: ApplicationLoadBalancer, { options }: Blueprint, failover: Failover): void {
  const check = healthCheckOf(balancer, failover.settings);
  output(balancer, 'HealthCheck', check.attrHealthCheckId, `Health check of ${balancer.node.id}`);
  if (options.domain === undefined) return;
  const nameOf = (rank: number) =>
    [...(rank === 0 ? [] : [`standby-${rank}`]), balancer.node.id, failover.primaryStackName.toLowerCase(), options.domain].join('.');
  const own = nameOf(failover.rank);
  const record = recordIn(balancer, `${options.domain}.`, failover.settings);
  if (failover.last) {
    record('Record', own, balancer.dnsName, {});
    return;
  }
  record('Record', own, balancer.dnsName, { failover: 'PRIMARY', setIdentifier: 'this-region', healthCheckId: check.attrHealthCheckId });
  record('Substitute', own, nameOf(failover.rank + 1), { failover: 'SECONDARY', setIdentifier: 'next-region' });
  if (failover.rank === 0) output(balancer, 'Domain', own, `Domain name of ${balancer.node.id} in the active region`);
}

function recordIn(balancer: ApplicationLoadBalancer, hostedZoneName: string, { recordTtlSeconds }: Settings) {
  return (id: string, name: string, target: string, more: Partial<route53.CfnRecordSetProps>) =>
    new route53.CfnRecordSet(balancer, id, {
      name,
      hostedZoneName,
      type: 'CNAME',
      ttl: String(recordTtlSeconds),
      resourceRecords: [target],
      ...more,
    });
}

function healthCheckOf(balancer: ApplicationLoadBalancer, { healthCheck }: Settings): route53.CfnHealthCheck {
  const secure = balancer.secure;
  return new route53.CfnHealthCheck(balancer, 'HealthCheck', {
    healthCheckConfig: {
      type: secure ? 'HTTPS' : 'HTTP',
      fullyQualifiedDomainName: balancer.dnsName,
      port: secure ? HTTPS_PORT : HTTP_PORT,
      resourcePath: balancer.healthPath,
      requestInterval: healthCheck.intervalSeconds,
      failureThreshold: healthCheck.failures,
      ...(secure ? { enableSni: true } : {}),
    },
    healthCheckTags: [{ key: 'Name', value: `${Stack.of(balancer).stackName}/${balancer.node.id}` }],
  });
}

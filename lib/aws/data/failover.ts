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
 * For a tier of several regions: a health check of each way in, and with a domain the records that move its users. A
 * failover record knows one substitute, so each region's record names its own way in first, and then the name of the
 * next region. Records are made by each region for itself: none has to know an address of another.
 */
export function addFailover(stack: FailoverStack, { built, blueprint }: BuildContext): void {
  const { failover } = stack;
  if (failover === undefined) return;
  for (const component of Object.values(blueprint.components)) {
    if (component.kind === 'load-balancer' && component.type === 'application')
      add(built(component.id, ApplicationLoadBalancer), blueprint, failover);
  }
}

/** A stack that knows where it stands; undefined: its tier is in one region. */
export type FailoverStack = Stack & { readonly failover: Failover | undefined };

/** Where a stack stands among the regions of its tier. */
export interface Failover {
  readonly settings: Settings;
  /** Name of the stack in the primary region. */
  readonly primaryStackName: string;
  /** 0 is the primary region. */
  readonly rank: number;
  readonly last: boolean;
}

function add(way: ApplicationLoadBalancer, { options }: Blueprint, failover: Failover): void {
  const check = healthCheckOf(way, failover.settings);
  output(way, 'HealthCheck', check.attrHealthCheckId, `Health check of ${way.node.id}`);
  if (options.domain === undefined) return;
  const nameOf = (rank: number) =>
    [...(rank === 0 ? [] : [`standby-${rank}`]), way.node.id, failover.primaryStackName.toLowerCase(), options.domain].join('.');
  const own = nameOf(failover.rank);
  const record = recordIn(way, `${options.domain}.`, failover.settings);
  if (failover.last) {
    record('Record', own, way.dnsName, {});
    return;
  }
  record('Record', own, way.dnsName, { failover: 'PRIMARY', setIdentifier: 'this-region', healthCheckId: check.attrHealthCheckId });
  record('Substitute', own, nameOf(failover.rank + 1), { failover: 'SECONDARY', setIdentifier: 'next-region' });
  if (failover.rank === 0) output(way, 'Domain', own, `Name of ${way.node.id} in whichever region is up`);
}

function recordIn(way: ApplicationLoadBalancer, hostedZoneName: string, { recordTtlSeconds }: Settings) {
  return (id: string, name: string, target: string, more: Partial<route53.CfnRecordSetProps>) =>
    new route53.CfnRecordSet(way, id, {
      name,
      hostedZoneName,
      type: 'CNAME',
      ttl: String(recordTtlSeconds),
      resourceRecords: [target],
      ...more,
    });
}

function healthCheckOf(way: ApplicationLoadBalancer, { healthCheck }: Settings): route53.CfnHealthCheck {
  const secure = way.secure;
  return new route53.CfnHealthCheck(way, 'HealthCheck', {
    healthCheckConfig: {
      type: secure ? 'HTTPS' : 'HTTP',
      fullyQualifiedDomainName: way.dnsName,
      port: secure ? HTTPS_PORT : HTTP_PORT,
      resourcePath: way.healthPath,
      requestInterval: healthCheck.intervalSeconds,
      failureThreshold: healthCheck.failures,
      ...(secure ? { enableSni: true } : {}),
    },
    healthCheckTags: [{ key: 'Name', value: `${Stack.of(way).stackName}/${way.node.id}` }],
  });
}

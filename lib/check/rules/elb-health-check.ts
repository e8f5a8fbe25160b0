import type { TemplateResource } from '../../cloudformation/template-resource';
import { TARGET_GROUP } from '../elb';
import type { Rule } from '../rule';
import { isKnownNumber, numberAt, stringAt, UNKNOWN } from '../values';

/** Protocols that no health check has. */
const NOT_CHECKED = ['UDP', 'TCP_UDP', 'TLS', 'GENEVE', 'QUIC', 'TCP_QUIC'];

/** Health check of a target group has a timeout as long as its interval, or a protocol that is not offered. */
export const elbHealthCheck: Rule = {
  id: 'elb-health-check',
  severity: 'error',
  description: 'Health check of a target group has a timeout as long as its interval, or a protocol that is not offered',
  fix: 'Set HealthCheckTimeoutSeconds below HealthCheckIntervalSeconds, and check UDP targets over TCP, HTTP or HTTPS',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
  *check(context) {
    for (const group of context.ofType(TARGET_GROUP)) {
      const interval = numberAt(group.properties, 'HealthCheckIntervalSeconds') ?? defaultIntervalSeconds(group);
      const timeout = numberAt(group.properties, 'HealthCheckTimeoutSeconds');
      if (isKnownNumber(interval) && isKnownNumber(timeout) && timeout >= interval)
        yield {
          resource: group,
          path: 'Properties.HealthCheckTimeoutSeconds',
          received: String(timeout),
          expected: `less than the interval of ${interval} seconds`,
        };
      const protocol = stringAt(group.properties, 'HealthCheckProtocol');
      const own = stringAt(group.properties, 'Protocol');
      if (typeof protocol === 'string' && NOT_CHECKED.includes(protocol))
        yield { resource: group, path: 'Properties.HealthCheckProtocol', received: protocol, expected: 'TCP, HTTP or HTTPS' };
      if (protocol === 'TCP' && (own === 'HTTP' || own === 'HTTPS'))
        yield {
          resource: group,
          path: 'Properties.HealthCheckProtocol',
          received: protocol,
          expected: `HTTP or HTTPS, because the protocol is ${own}`,
        };
    }
  },
};

/** The interval that applies when none is set; unknown when only a deployment knows the type or protocol of the group. */
function defaultIntervalSeconds({ properties }: TemplateResource): number | typeof UNKNOWN {
  const [type, protocol] = [stringAt(properties, 'TargetType'), stringAt(properties, 'Protocol')];
  if (type === UNKNOWN || protocol === UNKNOWN) return UNKNOWN;
  if (type === 'lambda') return 35;
  return protocol === 'GENEVE' ? 10 : 30;
}

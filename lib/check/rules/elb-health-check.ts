import type { TemplateResource } from '../../cloudformation/template-resource';
import { shown } from '../../core/problems';
import { TARGET_GROUP } from '../elb';
import { isPresent, receivedAt } from '../property';
import type { Rule } from '../rule';
import { isKnownNumber, numberAt, stringAt, UNKNOWN } from '../values';

/** Protocols that no health check has. */
const NOT_CHECKED = ['UDP', 'TCP_UDP', 'TLS', 'GENEVE', 'QUIC', 'TCP_QUIC'];

/** Timeout in seconds of target groups for HTTP and HTTPS that set none. The pages state 5 and 6; the rule takes the smaller. */
const DEFAULT_TIMEOUT = 5;

export const elbHealthCheck: Rule = {
  id: 'elb-health-check',
  severity: 'error',
  description:
    'Health check of a target group has a timeout as long as its interval, a protocol that is not offered, or a path or codes over TCP',
  fix: 'Set HealthCheckTimeoutSeconds below HealthCheckIntervalSeconds, check UDP targets over TCP, HTTP or HTTPS, and set HealthCheckPath and Matcher only with the latter two',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
  unsettled:
    'The page states the ranges of interval and timeout, and not their relation. Application Load Balancers reject equal values with "Health check interval must be greater than the timeout"; for other protocols, the rule rejects a longer timeout only, as the CDK does. A path or codes over TCP are known from the errors "Health check paths are not supported for TCP health checks" and "Health check matchers are not supported for TCP health checks"',
  *check(context) {
    for (const group of context.ofType(TARGET_GROUP)) {
      const interval = numberAt(group.properties, 'HealthCheckIntervalSeconds') ?? defaultIntervalSeconds(group);
      const own = stringAt(group.properties, 'Protocol');
      const isHttp = own === 'HTTP' || own === 'HTTPS';
      const isStrict = isHttp || stringAt(group.properties, 'TargetType') === 'lambda';
      const set = numberAt(group.properties, 'HealthCheckTimeoutSeconds');
      const timeout = set ?? (isHttp ? DEFAULT_TIMEOUT : undefined);
      if (isKnownNumber(interval) && isKnownNumber(timeout) && (timeout > interval || (isStrict && timeout === interval)))
        yield {
          resource: group,
          path: 'Properties.HealthCheckTimeoutSeconds',
          ...(set !== undefined && { received: String(timeout) }),
          expected: `${isStrict ? 'less than' : 'at most'} the interval of ${interval} seconds`,
        };
      const protocol = stringAt(group.properties, 'HealthCheckProtocol');
      if (typeof protocol === 'string' && NOT_CHECKED.includes(protocol))
        yield { resource: group, path: 'Properties.HealthCheckProtocol', received: shown(protocol), expected: 'TCP, HTTP or HTTPS' };
      for (const property of ['HealthCheckPath', 'Matcher']) {
        if (!isHttp && protocol === 'TCP' && isPresent(group.properties, property))
          yield {
            resource: group,
            path: `Properties.${property}`,
            received: receivedAt(group.properties, property),
            expected: 'absent, because the health check is over TCP',
          };
      }
      if (protocol === 'TCP' && isHttp)
        yield {
          resource: group,
          path: 'Properties.HealthCheckProtocol',
          received: shown(protocol),
          expected: `HTTP or HTTPS, because the protocol is ${String(own)}`,
        };
    }
  },
};

/** The interval that applies when none is set; unknown when the type or protocol of the group is known only at deployment. */
function defaultIntervalSeconds({ properties }: TemplateResource): number | typeof UNKNOWN {
  const [type, protocol] = [stringAt(properties, 'TargetType'), stringAt(properties, 'Protocol')];
  if (type === UNKNOWN || protocol === UNKNOWN) return UNKNOWN;
  if (type === 'lambda') return 35;
  return protocol === 'GENEVE' ? 10 : 30;
}

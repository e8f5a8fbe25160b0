import { is } from '../property-condition';
import { absent, anyOf, oneOf, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const CONFIG = 'HealthCheckConfig';

export const route53HealthCheck: Rule = {
  id: 'route53-health-check',
  severity: 'error',
  description: 'Health check has an interval other than 10 and 30 seconds, or lacks the string, port or endpoint of its type',
  fix: 'Set RequestInterval to 10 or 30, SearchString for types with STR_MATCH, Port for TCP, and IPAddress or FullyQualifiedDomainName',
  citation: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::Route53::HealthCheck',
      oneOf(`${CONFIG}.RequestInterval`, ['10', '30']),
      when(is(`${CONFIG}.Type`, 'HTTP_STR_MATCH', 'HTTPS_STR_MATCH'), required(`${CONFIG}.SearchString`)),
      when(is(`${CONFIG}.Type`, 'TCP'), required(`${CONFIG}.Port`)),
      when(
        is(`${CONFIG}.Type`, 'HTTP', 'HTTPS', 'HTTP_STR_MATCH', 'HTTPS_STR_MATCH', 'TCP'),
        anyOf(`${CONFIG}.FullyQualifiedDomainName`, `${CONFIG}.IPAddress`),
      ),
      when(is(`${CONFIG}.Type`, 'CALCULATED', 'CLOUDWATCH_METRIC', 'RECOVERY_CONTROL'), absent(`${CONFIG}.Port`)),
    ),
};

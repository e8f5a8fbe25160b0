import { has } from '../property-condition';
import { noneOf, oneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

/** A week, 1 to 23 months, or two years, in days. */
const RETENTION = ['7', ...Array.from({ length: 23 }, (_, index) => String((index + 1) * 31)), '731'];

export const rdsMonitoringValue: Rule = {
  id: 'rds-monitoring-value',
  severity: 'error',
  description: 'Database has an interval of Enhanced Monitoring or a retention of Performance Insights that RDS does not offer',
  fix: 'Set MonitoringInterval to 1, 5, 10, 15, 30 or 60 with a role, and PerformanceInsightsRetentionPeriod to 7, 731 or a multiple of 31 up to 713',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::RDS::DBInstance',
      oneOf('MonitoringInterval', ['0', '1', '5', '10', '15', '30', '60']),
      when(has('MonitoringRoleArn'), noneOf('MonitoringInterval', '0')),
      oneOf('PerformanceInsightsRetentionPeriod', RETENTION),
    ),
};

import { is, isByDefault } from '../property-condition';
import { absent, anyOf, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const ec2FlowLog: Rule = {
  id: 'ec2-flow-log',
  severity: 'error',
  description: 'Flow log has no role for CloudWatch Logs, or no destination',
  fix: 'Set DeliverLogsPermissionArn, and LogDestination or LogGroupName',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::EC2::FlowLog',
      when(
        isByDefault('LogDestinationType', 'cloud-watch-logs'),
        required('DeliverLogsPermissionArn'),
        anyOf('LogGroupName', 'LogDestination'),
      ),
      when(is('LogDestinationType', 's3', 'kinesis-data-firehose'), required('LogDestination'), absent('LogGroupName')),
    ),
};

import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import type { OrderRule } from '../order-rule';
import { valueAt } from '../property-value';

/** A type whose service creates a log group by itself. */
interface Writer {
  readonly type: string;
  /** Beginning of the name of its log group; the name of the resource follows. */
  readonly prefix: string;
  /** Property with the name of the resource. */
  readonly name: string;
  /** Property that turns the log on. Default: it is always on. */
  readonly enabledBy?: string;
}

const WRITERS: readonly Writer[] = [
  { type: 'AWS::CodeBuild::Project', prefix: '/aws/codebuild/', name: 'Name' },
  { type: 'AWS::EKS::Cluster', prefix: '/aws/eks/', name: 'Name', enabledBy: 'Logging' },
  { type: 'AWS::Lambda::Function', prefix: '/aws/lambda/', name: 'FunctionName' },
  { type: 'AWS::RDS::DBCluster', prefix: '/aws/rds/cluster/', name: 'DBClusterIdentifier', enabledBy: 'EnableCloudwatchLogsExports' },
  { type: 'AWS::RDS::DBInstance', prefix: '/aws/rds/instance/', name: 'DBInstanceIdentifier', enabledBy: 'EnableCloudwatchLogsExports' },
];

/** A template cannot create the log group that a deployed service has created. */
export const logGroupOfService: OrderRule = {
  id: 'log-group-of-service',
  description: 'A service that is deployed without a log group creates it by itself, so a template that adds it later is rejected',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    for (const group of context.created('AWS::Logs::LogGroup')) {
      const writer = context.before.resources.find((resource) => writes(resource, group.properties.LogGroupName));
      if (writer === undefined) continue;
      const text = `${writer.id} is deployed and has created this log group, unless it never wrote an event: import the group, or delete it first`;
      yield { resource: group.id, class: 'rejected', text };
    }
  },
};

/** Whether a log group has the name that the service of a resource gives it. */
function writes({ id, type, properties }: TemplateResource, groupName: unknown): boolean {
  const writer = WRITERS.find((each) => each.type === type);
  if (writer === undefined || !JSON.stringify(groupName ?? '').includes(writer.prefix)) return false;
  const isOn = writer.enabledBy === undefined || properties[writer.enabledBy] !== undefined;
  // A function with a log group of its own does not create the usual one.
  if (!isOn || valueAt(properties, 'LoggingConfig', 'LogGroup') !== undefined) return false;
  if (typeof groupName !== 'string') return referencesIn(groupName).includes(id);
  const name = properties[writer.name];
  return typeof name === 'string' && `${groupName}/`.startsWith(`${writer.prefix}${name}/`);
}

import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import type { OrderRule } from '../order-rule';
import { valueAt } from '../property-value';
import { listOf } from '../roll/task-demand';

/** A type whose service creates log groups by itself. */
interface Writer {
  readonly type: string;
  /** Beginning of the names; the name of the resource follows. */
  readonly prefix: string;
  /** Property with the name of the resource. */
  readonly name: string;
  /** Ends of the names; empty where the service writes no log. */
  readonly ends: (properties: TemplateResource['properties']) => readonly string[];
}

const WRITERS: readonly Writer[] = [
  { type: 'AWS::EKS::Cluster', prefix: '/aws/eks/', name: 'Name', ends: ({ Logging }) => (Logging === undefined ? [] : ['/cluster']) },
  {
    type: 'AWS::Lambda::Function',
    prefix: '/aws/lambda/',
    name: 'FunctionName',
    // A function with a log group of its own does not create the usual one.
    ends: ({ LoggingConfig }) => (valueAt(LoggingConfig, 'LogGroup') === undefined ? [''] : []),
  },
  { type: 'AWS::RDS::DBCluster', prefix: '/aws/rds/cluster/', name: 'DBClusterIdentifier', ends: exportedLogs },
  { type: 'AWS::RDS::DBInstance', prefix: '/aws/rds/instance/', name: 'DBInstanceIdentifier', ends: exportedLogs },
];

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
  if (writer === undefined) return false;
  const { prefix, name, ends } = writer;
  if (typeof groupName === 'string') return ends(properties).some((end) => groupName === `${prefix}${String(properties[name])}${end}`);
  const text = JSON.stringify(groupName ?? '');
  return referencesIn(groupName).includes(id) && text.includes(prefix) && ends(properties).some((end) => text.includes(end));
}

function exportedLogs({ EnableCloudwatchLogsExports: logs }: TemplateResource['properties']): readonly string[] {
  return listOf(logs).map((log) => `/${String(log)}`);
}

import type { TemplateResource } from '../../cloudformation/template-resource';
import { shown } from '../../core/problems';
import type { CheckContext } from '../check-context';
import type { Rule } from '../rule';
import { isKnownString, rawAt, stringAt } from '../values';

const TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';
const METRIC = ['TargetTrackingScalingPolicyConfiguration', 'PredefinedMetricSpecification', 'PredefinedMetricType'] as const;

/** Beginnings of predefined metrics, with the namespaces that have them. Source: the page of the citation. */
const NAMESPACES: readonly (readonly [metric: RegExp, namespaces: readonly string[]])[] = [
  [/^ALBRequestCountPerTarget$/, ['ec2', 'ecs']],
  [/^AppStream/, ['appstream']],
  [/^Cassandra/, ['cassandra']],
  [/^Comprehend/, ['comprehend']],
  [/^DynamoDB/, ['dynamodb']],
  [/^EC2SpotFleet/, ['ec2']],
  [/^ECSService/, ['ecs']],
  [/^ElastiCache/, ['elasticache']],
  [/^Kafka/, ['kafka']],
  [/^Lambda/, ['lambda']],
  [/^Neptune/, ['neptune']],
  [/^RDS/, ['rds']],
  [/^SageMaker/, ['sagemaker']],
  [/^WorkSpaces/, ['workspaces']],
];
/** Beginnings of resource IDs, by namespace. Source: API reference, RegisterScalableTarget. */
const RESOURCES: Readonly<Record<string, RegExp>> = {
  ecs: /^service\//,
  dynamodb: /^table\//,
  rds: /^cluster:/,
  lambda: /^function:/,
  ec2: /^spot-fleet-request\//,
  elasticache: /^(replication-group|cache-cluster)\//,
};

export const autoscalingMetric: Rule = {
  id: 'autoscaling-metric',
  severity: 'error',
  description: 'Scaling policy has a predefined metric, or a scalable target a resource, of another service than its namespace',
  fix: 'Choose a PredefinedMetricType and a ResourceId of ServiceNamespace, such as ECSServiceAverageCPUUtilization and service/cluster/name',
  citation: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
  unsettled:
    'The page states resources. The metrics are in https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html',
  *check(context) {
    for (const resource of context.ofType('AWS::ApplicationAutoScaling::ScalingPolicy')) {
      const [metric, namespace] = [stringAt(resource.properties, ...METRIC), namespaceOf(resource, context)];
      if (!isKnownString(metric) || namespace === undefined) continue;
      const namespaces = NAMESPACES.find(([pattern]) => pattern.test(metric))?.[1];
      if (namespaces === undefined || namespaces.includes(namespace)) continue;
      yield { resource, path: `Properties.${METRIC.join('.')}`, received: shown(metric), expected: `a metric of ${namespace}` };
    }
    for (const resource of context.ofType(TARGET, 'AWS::ApplicationAutoScaling::ScalingPolicy')) {
      const [id, namespace] = [stringAt(resource.properties, 'ResourceId'), namespaceOf(resource, context)];
      const pattern = namespace !== undefined && Object.hasOwn(RESOURCES, namespace) ? RESOURCES[namespace] : undefined;
      if (!isKnownString(id) || pattern === undefined || pattern.test(id)) continue;
      yield { resource, path: 'Properties.ResourceId', received: shown(id), expected: `a resource of ${namespace}` };
    }
  },
};

/** Namespace of a target, or of the target of a policy; undefined when it is known only at deployment. */
function namespaceOf({ properties }: TemplateResource, context: CheckContext): string | undefined {
  const target = context.targetOf(TARGET, rawAt(properties, 'ScalingTargetId'));
  const namespace = stringAt(properties, 'ServiceNamespace') ?? stringAt(target?.properties, 'ServiceNamespace');
  return isKnownString(namespace) ? namespace : undefined;
}

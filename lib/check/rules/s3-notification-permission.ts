import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { isPlainObject, section } from '../../core/plain-object';
import type { CheckContext } from '../check-context';
import { createdBefore } from '../created-before';
import { FUNCTION_PERMISSION, mayPermit } from '../function-permissions';
import type { Rule } from '../rule';
import { itemsAt, rawAt } from '../values';

/** Where a bucket names each kind of target, and the types that allow S3 to use it. */
const TARGETS = [
  { list: 'LambdaConfigurations', key: 'Function', type: 'AWS::Lambda::Function', allows: [FUNCTION_PERMISSION] },
  { list: 'QueueConfigurations', key: 'Queue', type: 'AWS::SQS::Queue', allows: ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'] },
  { list: 'TopicConfigurations', key: 'Topic', type: 'AWS::SNS::Topic', allows: ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'] },
] as const;

export const s3NotificationPermission: Rule = {
  id: 's3-notification-permission',
  severity: 'error',
  description: 'Bucket may be created before S3 may use the target of its notifications, which S3 rejects',
  fix: 'Allow s3.amazonaws.com in a permission or policy that does not refer to the bucket, and add it to DependsOn of the bucket',
  citation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-notificationconfiguration.html',
  *check(context) {
    if (hasConnectors(context)) return;
    for (const bucket of context.ofType('AWS::S3::Bucket')) {
      for (const { list, key, type, allows } of TARGETS) {
        for (const [index, item] of itemsAt(bucket.properties, 'NotificationConfiguration', list).entries()) {
          const target = context.targetOf(type, rawAt(item, key));
          if (target === undefined) continue;
          const grants = context.ofType(...allows).filter((grant) => isOf(grant, target, context));
          if (grants.some((grant) => isCreatedBefore(grant, bucket, context))) continue;
          const path = grants.length === 0 ? `Properties.NotificationConfiguration.${list}[${index}].${key}` : 'DependsOn';
          const expected = grants.length === 0 ? `${allows[0]} of ${target.id}` : grants.map(({ id }) => id).join(' or ');
          yield { resource: bucket, path, ...(grants.length === 0 && { received: target.id }), expected };
        }
      }
    }
  },
};

function isOf(grant: TemplateResource, target: TemplateResource, context: CheckContext): boolean {
  return grant.type === FUNCTION_PERMISSION ? mayPermit(grant, target, context) : referencesIn(grant.properties).includes(target.id);
}

function isCreatedBefore(grant: TemplateResource, bucket: TemplateResource, context: CheckContext): boolean {
  return createdBefore(bucket, context).has(grant.id);
}

/** Connectors of the Serverless Application Model generate permissions. */
function hasConnectors({ template }: CheckContext): boolean {
  const resources = Object.values(section(template.source?.raw ?? template.raw, 'Resources')).filter(isPlainObject);
  return resources.some((resource) => resource.Type === 'AWS::Serverless::Connector' || resource.Connectors !== undefined);
}

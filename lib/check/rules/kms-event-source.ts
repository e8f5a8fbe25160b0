import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import { allowedServices, isServiceDomain } from '../roles';
import type { Rule } from '../rule';
import { itemsAt, rawAt, stringAt } from '../values';

/** A service that delivers to a topic or queue. */
interface Delivery {
  /** The resource that delivers. */
  readonly source: TemplateResource;
  /** The service, as the principal of a key policy, without its domain. */
  readonly service: string;
  /** The value that names the topic or queue. */
  readonly target: unknown;
}

const TARGETS = ['AWS::SNS::Topic', 'AWS::SQS::Queue'];
const AWS_KEYS = ['alias/aws/sns', 'alias/aws/sqs'];

export const kmsEventSource: Rule = {
  id: 'kms-event-source',
  severity: 'error',
  description: 'Topic or queue is encrypted with a key that the service which delivers to it may not use, so messages are lost',
  fix: 'Encrypt with a KMS key whose policy allows the service kms:GenerateDataKey* and kms:Decrypt; the policies of alias/aws/sns and alias/aws/sqs cannot be changed',
  citation: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
  unsettled:
    'The page states topics. Queues: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
  *check(context) {
    for (const { source, service, target: value } of deliveries(context)) {
      const target = context.target(value);
      if (target === undefined || !TARGETS.includes(target.type)) continue;
      const received = wrongKey(target, service, context);
      if (received === undefined) continue;
      yield {
        resource: target,
        path: 'Properties.KmsMasterKeyId',
        received,
        expected: `a key whose policy allows ${service}.amazonaws.com, because ${source.id} delivers to it`,
      };
    }
  },
};

/** The key of a topic or queue when a service may not use it; undefined when it may, or when that is not known. */
function wrongKey({ properties }: TemplateResource, service: string, context: CheckContext): string | undefined {
  const name = stringAt(properties, 'KmsMasterKeyId');
  if (typeof name === 'string') return AWS_KEYS.find((alias) => name.endsWith(alias));
  const key = context.targetOf('AWS::KMS::Key', properties.KmsMasterKeyId);
  const services = key === undefined ? undefined : allowedServices(key.properties.KeyPolicy);
  if (key === undefined || services === undefined) return undefined;
  return services.some((each) => isServiceDomain(each, service)) ? undefined : key.id;
}

function* deliveries(context: CheckContext): Generator<Delivery> {
  for (const source of context.ofType('AWS::Events::Rule')) {
    for (const item of itemsAt(source.properties, 'Targets')) yield { source, service: 'events', target: rawAt(item, 'Arn') };
  }
  for (const source of context.ofType('AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm')) {
    for (const target of itemsAt(source.properties, 'AlarmActions')) yield { source, service: 'cloudwatch', target };
  }
  for (const source of context.ofType('AWS::SNS::Subscription')) {
    if (referencesIn(source.properties.TopicArn).length > 0) yield { source, service: 'sns', target: source.properties.Endpoint };
  }
  for (const source of context.ofType('AWS::S3::Bucket')) {
    const notifications = source.properties.NotificationConfiguration;
    for (const item of itemsAt(notifications, 'TopicConfigurations')) yield { source, service: 's3', target: rawAt(item, 'Topic') };
    for (const item of itemsAt(notifications, 'QueueConfigurations')) yield { source, service: 's3', target: rawAt(item, 'Queue') };
  }
}

import { isPlainObject, own, type PlainObject, section } from '../../core/plain-object';
import { type GeneratedResource, generated, type SamResource } from './generated';

/** The target that an event starts. */
type Started = 'function' | 'state-machine';

/** An event of a function or a state machine, with the logical id of the resource that SAM generates for it. */
interface SamEvent {
  readonly id: string;
  readonly properties: PlainObject;
  readonly started: Started;
  readonly resource: SamResource;
}

/** Event sources from which Lambda reads records. */
const READ_BY_LAMBDA = ['DocumentDB', 'DynamoDB', 'Kinesis', 'MQ', 'MSK', 'SQS', 'SelfManagedKafka'];

/**
 * Resources of the events of a function or a state machine: rules, schedules, subscriptions and the queues that SAM adds. Events of
 * buckets, user pools, Alexa and APIs add permissions and routes only.
 */
export function eventResources(resource: SamResource, started: Started): readonly GeneratedResource[] {
  return eventsOf(resource.properties).flatMap(([name, type, properties]) => {
    const event = { id: `${resource.id}${name}`, properties, started, resource };
    if (READ_BY_LAMBDA.includes(type)) return mapping(event);
    return EXPANDERS[type]?.(event) ?? [];
  });
}

/** Events by name, with their types. */
export function eventsOf(properties: PlainObject): readonly (readonly [name: string, type: string, properties: PlainObject])[] {
  return Object.entries(section(properties, 'Events')).flatMap(([name, event]) =>
    isPlainObject(event) ? [[name, String(own(event, 'Type')), section(event, 'Properties')] as const] : [],
  );
}

const EXPANDERS: Readonly<Record<string, (event: SamEvent) => readonly GeneratedResource[]>> = {
  CloudWatchEvent: rule,
  CloudWatchLogs: ({ id, resource }) => [generated(id, 'AWS::Logs::SubscriptionFilter', {}, resource)],
  EventBridgeRule: rule,
  IoTRule: ({ id, properties, resource }) => [
    generated(id, 'AWS::IoT::TopicRule', { TopicRulePayload: { Sql: own(properties, 'Sql'), Actions: [{ Lambda: {} }] } }, resource),
  ],
  SNS: subscription,
  Schedule: rule,
  ScheduleV2: (event) => [
    generated(
      event.id,
      'AWS::Scheduler::Schedule',
      {
        ScheduleExpression: own(event.properties, 'ScheduleExpression'),
        FlexibleTimeWindow: own(event.properties, 'FlexibleTimeWindow') ?? { Mode: 'OFF' },
        State: own(event.properties, 'State'),
      },
      event.resource,
    ),
    ...deadLetterQueue(event),
  ],
};

function rule(event: SamEvent): readonly GeneratedResource[] {
  const { id, properties, resource } = event;
  return [
    generated(
      id,
      'AWS::Events::Rule',
      {
        EventPattern: own(properties, 'Pattern'),
        ScheduleExpression: own(properties, 'Schedule'),
        EventBusName: own(properties, 'EventBusName'),
        State: own(properties, 'State'),
        Targets: [{ Id: targetId(event), Arn: arnOf(event) }],
      },
      resource,
    ),
    ...deadLetterQueue(event),
  ];
}

function targetId({ resource, started }: SamEvent): string {
  return `${resource.id}${started === 'function' ? 'LambdaTarget' : 'StepFunctionsTarget'}`;
}

function arnOf({ resource, started }: SamEvent): PlainObject {
  return started === 'function' ? { 'Fn::GetAtt': [resource.id, 'Arn'] } : { Ref: resource.id };
}

/** The queue that SAM adds for events that cannot be delivered, when the template names its type instead of a queue. */
function deadLetterQueue({ id, properties, resource }: SamEvent): readonly GeneratedResource[] {
  const config = section(properties, 'DeadLetterConfig');
  if (own(config, 'Type') !== 'SQS') return [];
  const queueId = own(config, 'QueueLogicalId');
  return [generated(typeof queueId === 'string' ? queueId : `${id}Queue`, 'AWS::SQS::Queue', {}, resource)];
}

/** A subscription with a queue in between has the queue, and a function that reads it. */
function subscription({ id, properties, resource }: SamEvent): readonly GeneratedResource[] {
  const queue = own(properties, 'SqsSubscription');
  const hasQueue = queue !== undefined && queue !== false;
  const subscribed = generated(
    id,
    'AWS::SNS::Subscription',
    { Protocol: hasQueue ? 'sqs' : 'lambda', TopicArn: own(properties, 'Topic') },
    resource,
  );
  if (!hasQueue) return [subscribed];
  const mapped = generated(`${id}EventSourceMapping`, 'AWS::Lambda::EventSourceMapping', {}, resource);
  return isPlainObject(queue) ? [subscribed, mapped] : [subscribed, generated(`${id}Queue`, 'AWS::SQS::Queue', {}, resource), mapped];
}

function mapping({ id, properties, resource }: SamEvent): readonly GeneratedResource[] {
  return [
    generated(
      id,
      'AWS::Lambda::EventSourceMapping',
      { FunctionName: { Ref: resource.id }, ProvisionedPollerConfig: own(properties, 'ProvisionedPollerConfig') },
      resource,
    ),
  ];
}

import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import { isPresent } from '../property';
import type { Rule } from '../rule';
import { flagAt, isAbsent, isFlag, isKnownString, itemsAt, rawAt, stringAt } from '../values';
import type { Violation } from '../violation';

/** Types of targets that EventBridge calls with a role. Source: the page of the citation. */
const WITH_ROLE = ['AWS::Kinesis::Stream', 'AWS::StepFunctions::StateMachine'];

export const eventsTarget: Rule = {
  id: 'events-target',
  severity: 'error',
  description:
    'Target of a rule or schedule lacks the role, the task or the message group that it requires, a dead-letter queue is a FIFO queue, or a schedule is on a custom event bus',
  fix: 'Set RoleArn for streams and state machines, EcsParameters for clusters, SqsParameters for FIFO queues, which deduplicate by content, and no EventBusName with a schedule',
  citation: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html',
  unsettled:
    'The page states the roles. The guide states that dead-letter queues are standard queues. A workshop of AWS states that only the default event bus has schedules: https://event-driven-architecture.workshop.aws/2-event-bridge/3-integrations/scheduled_expressions.html',
  *check(context) {
    for (const resource of context.ofType('AWS::Events::Rule')) {
      if (isPresent(resource.properties, 'ScheduleExpression') && isCustomBus(resource, context))
        yield { resource, path: 'Properties.ScheduleExpression', received: 'on a custom event bus', expected: 'the default event bus' };
      for (const [index, target] of itemsAt(resource.properties, 'Targets').entries()) {
        const path = `Properties.Targets[${index}]`;
        const called = context.target(rawAt(target, 'Arn'));
        if (called !== undefined && WITH_ROLE.includes(called.type) && isAbsent(target, 'RoleArn'))
          yield { resource, path: `${path}.RoleArn`, expected: `a role that may call ${called.id}` };
        yield* clusterViolations(resource, target, path, context);
        yield* fifoViolations(resource, target, path, context);
        const letters = context.targetOf('AWS::SQS::Queue', rawAt(target, 'DeadLetterConfig', 'Arn'));
        if (isFlag(true, letters?.properties, 'FifoQueue'))
          yield { resource, path: `${path}.DeadLetterConfig.Arn`, received: `${letters?.id}, a FIFO queue`, expected: 'a standard queue' };
      }
    }
    for (const resource of context.ofType('AWS::Scheduler::Schedule')) {
      yield* clusterViolations(resource, resource.properties.Target, 'Properties.Target', context);
      yield* fifoViolations(resource, resource.properties.Target, 'Properties.Target', context);
    }
  },
};

/** A cluster runs the task definition of EcsParameters. */
function* clusterViolations(resource: TemplateResource, target: unknown, path: string, context: CheckContext): Generator<Violation> {
  const cluster = context.targetOf('AWS::ECS::Cluster', rawAt(target, 'Arn'));
  if (cluster !== undefined && isAbsent(target, 'EcsParameters'))
    yield { resource, path: `${path}.EcsParameters`, expected: `a task definition to run on ${cluster.id}` };
}

function* fifoViolations(resource: TemplateResource, target: unknown, path: string, context: CheckContext): Generator<Violation> {
  const queue = context.targetOf('AWS::SQS::Queue', rawAt(target, 'Arn'));
  if (queue === undefined || !isFlag(true, queue.properties, 'FifoQueue')) return;
  if (isAbsent(target, 'SqsParameters', 'MessageGroupId'))
    yield { resource, path: `${path}.SqsParameters.MessageGroupId`, expected: `a message group for ${queue.id}, a FIFO queue` };
  else if ((flagAt(queue.properties, 'ContentBasedDeduplication') ?? false) === false)
    yield { resource: queue, path: 'Properties.ContentBasedDeduplication', expected: `true, because ${resource.id} sends to the queue` };
}

function isCustomBus({ properties }: TemplateResource, context: CheckContext): boolean {
  const name = stringAt(properties, 'EventBusName');
  if (isKnownString(name)) return name !== 'default' && !name.endsWith('/default');
  return context.targetOf('AWS::Events::EventBus', properties.EventBusName) !== undefined;
}

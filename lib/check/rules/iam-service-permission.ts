import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import { containersOf, ecsServices } from '../ecs';
import { eventDestinations } from '../event-destinations';
import { isPresent } from '../property';
import { grantsOf, includesAction, roleOf } from '../roles';
import type { Rule } from '../rule';
import { isFlag, itemsAt, rawAt, stringAt } from '../values';

const FUNCTION = 'AWS::Lambda::Function';

/** An action that the role of a resource must allow. */
interface Need {
  /** The value that names the role. */
  readonly role: unknown;
  /** The action without which the resource does not work. */
  readonly action: string;
  /** Why, to follow "because". */
  readonly reason: string;
}

/**
 * Managed policies of AWS, by name without a path, with those of the actions below that they allow. A role with any other policy
 * of AWS is not judged. Source: the AWS Managed Policy Reference, https://docs.aws.amazon.com/aws-managed-policy/latest/reference/;
 * compared with their documents in iann0036/iam-dataset, aws/managedpolicies, of 2026-08-22.
 */
const MANAGED: Readonly<Record<string, readonly string[]>> = {
  AWSLambdaBasicExecutionRole: ['logs:CreateLogGroup'],
  AWSLambdaDynamoDBExecutionRole: ['dynamodb:GetRecords', 'logs:CreateLogGroup'],
  AWSLambdaKinesisExecutionRole: ['kinesis:GetRecords', 'logs:CreateLogGroup'],
  AWSLambdaSQSQueueExecutionRole: ['logs:CreateLogGroup', 'sqs:ReceiveMessage'],
  AWSLambdaVPCAccessExecutionRole: ['ec2:CreateNetworkInterface', 'logs:CreateLogGroup'],
  AWSXRayDaemonWriteAccess: [],
  AmazonEC2ContainerRegistryPullOnly: ['ecr:GetAuthorizationToken'],
  AmazonEC2ContainerRegistryReadOnly: ['ecr:GetAuthorizationToken'],
  AmazonECSTaskExecutionRolePolicy: ['ecr:GetAuthorizationToken'],
  AmazonEKSWorkerNodePolicy: [],
  AmazonEKS_CNI_Policy: ['ec2:CreateNetworkInterface'],
  AmazonSSMManagedInstanceCore: ['ssm:GetParameters', 'ssmmessages:CreateControlChannel'],
};

/** The action that reads each kind of event source. Source: the pages of the sources in the AWS Lambda developer guide. */
const READS: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'dynamodb:GetRecords',
  'AWS::Kinesis::Stream': 'kinesis:GetRecords',
  'AWS::SQS::Queue': 'sqs:ReceiveMessage',
};

/** The action that reads each kind of secret of a container. */
const SECRETS: Readonly<Record<string, string>> = {
  'AWS::SecretsManager::Secret': 'secretsmanager:GetSecretValue',
  'AWS::SSM::Parameter': 'ssm:GetParameters',
};

/** The action that delivers failed, or successful, events of a function to each kind of target. */
const DELIVERS: Readonly<Record<string, string>> = {
  'AWS::Events::EventBus': 'events:PutEvents',
  'AWS::Lambda::Function': 'lambda:InvokeFunction',
  'AWS::SNS::Topic': 'sns:Publish',
  'AWS::SQS::Queue': 'sqs:SendMessage',
};

export const iamServicePermission: Rule = {
  id: 'iam-service-permission',
  severity: 'error',
  description: 'Role of a function, task or node group does not allow an action that the service requires of it',
  fix: 'Allow the action in a policy of the role, or attach the managed policy of AWS for the service',
  citation: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
  unsettled:
    'The page states the permissions of functions. Tasks: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html; nodes: https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html. Permission boundaries, and the resources of a statement, are not read',
  *check(context) {
    for (const { role: value, action, reason } of needsOf(context)) {
      const role = roleOf(context, value);
      const grants = role === undefined ? undefined : grantsOf(context, role);
      if (role === undefined || grants === undefined) continue;
      const allowed = [...grants.actions, ...grants.managed.flatMap((name) => managedActions(name) ?? ['*'])];
      if (allowed.some((pattern) => includesAction(pattern, action))) continue;
      yield { resource: role, path: 'Properties', received: `a role without ${action}`, expected: `${action}, because ${reason}` };
    }
  },
};

/** Those of the actions that a managed policy allows; undefined for a policy that is not known. */
function managedActions(name: string): readonly string[] | undefined {
  const last = name.replace(/^.*\//, '');
  return Object.hasOwn(MANAGED, last) ? MANAGED[last] : undefined;
}

function* needsOf(context: CheckContext): Generator<Need> {
  yield* functionNeeds(context);
  yield* taskNeeds(context);
  for (const { id, properties } of context.ofType('AWS::EKS::Nodegroup'))
    yield { role: properties.NodeRole, action: 'ecr:GetAuthorizationToken', reason: `the nodes of ${id} pull images` };
}

function* functionNeeds(context: CheckContext): Generator<Need> {
  for (const { id, properties } of context.ofType(FUNCTION)) {
    if (itemsAt(properties, 'VpcConfig', 'SubnetIds').length > 0)
      yield { role: properties.Role, action: 'ec2:CreateNetworkInterface', reason: `${id} is in a VPC` };
  }
  for (const { resource, target } of eventDestinations(context)) {
    const lambda = resource.type === FUNCTION ? resource : context.targetOf(FUNCTION, resource.properties.FunctionName);
    const action = DELIVERS[target.type];
    if (action !== undefined) yield { role: lambda?.properties.Role, action, reason: `${resource.id} sends events to ${target.id}` };
  }
  for (const { id, properties } of context.ofType('AWS::Lambda::EventSourceMapping')) {
    const action = READS[context.target(properties.EventSourceArn)?.type ?? ''];
    const lambda = context.targetOf(FUNCTION, properties.FunctionName);
    if (action !== undefined) yield { role: lambda?.properties.Role, action, reason: `the function reads the source of ${id}` };
  }
}

function* taskNeeds(context: CheckContext): Generator<Need> {
  for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
    for (const { container } of containersOf(task)) yield* containerNeeds(task, container, context);
  }
  for (const { service, task } of ecsServices(context)) {
    if (task === undefined || !isFlag(true, service.properties, 'EnableExecuteCommand')) continue;
    yield { role: task.properties.TaskRoleArn, action: 'ssmmessages:CreateControlChannel', reason: `${service.id} has ECS Exec` };
  }
}

function* containerNeeds({ id, properties }: TemplateResource, container: unknown, context: CheckContext): Generator<Need> {
  const role = properties.ExecutionRoleArn;
  const options = rawAt(container, 'LogConfiguration', 'Options');
  if (isPresent(container, 'LogConfiguration') && stringAt(options, 'awslogs-create-group') === 'true')
    yield { role, action: 'logs:CreateLogGroup', reason: `a container of ${id} sets awslogs-create-group` };
  for (const secret of itemsAt(container, 'Secrets')) {
    const action = SECRETS[context.target(rawAt(secret, 'ValueFrom'))?.type ?? ''];
    if (action !== undefined) yield { role, action, reason: `a container of ${id} reads a secret` };
  }
}

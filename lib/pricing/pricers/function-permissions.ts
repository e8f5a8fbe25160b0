import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import type { PricingContext } from '../pricer';
import { isProperties } from './properties';

type Template = Pick<PricingContext, 'follow' | 'ofType'>;

/**
 * Policies of AWS, with the actions of each. Source: AWS Managed Policy Reference Guide,
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/.
 */
const LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];
const MANAGED_POLICIES: Readonly<Record<string, readonly string[]>> = {
  AWSLambdaBasicExecutionRole: LOGS,
  AWSLambdaVPCAccessExecutionRole: [
    ...LOGS,
    'ec2:CreateNetworkInterface',
    'ec2:AssignPrivateIpAddresses',
    'ec2:UnassignPrivateIpAddresses',
  ],
  AWSXRayDaemonWriteAccess: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  AWSXrayWriteOnlyAccess: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
};
const READ_ONLY = /ReadOnlyAccess$/;

/** Functions of the template that a value refers to, by themselves, a version or an alias. */
export function functionsIn(value: unknown, template: Template): readonly TemplateResource[] {
  return targetsOf(value, template).flatMap((target) => {
    if (target.type === 'AWS::Lambda::Function') return [target];
    const isName = target.type === 'AWS::Lambda::Alias' || target.type === 'AWS::Lambda::Version';
    return isName ? targetsOf(target.properties.FunctionName, template).filter(({ type }) => type === 'AWS::Lambda::Function') : [];
  });
}

/**
 * Actions that a function, and each function that it may invoke, is allowed by its role, as the policies write them (`s3:Get*`). A policy
 * whose actions are unknown counts as `*`. Undefined if a role is not in the template.
 */
export function functionActions(lambda: TemplateResource, template: Template): readonly string[] | undefined {
  const actions = new Set<string>();
  const visited = new Set<string>();
  const pending = [lambda];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (visited.has(next.id)) continue;
    visited.add(next.id);
    const allowed = statements(next, template);
    if (allowed === undefined) return undefined;
    for (const { action, resources } of allowed) {
      const invoked = isInvocation(action) ? invokedFunctions(resources, template) : undefined;
      if (invoked === undefined) actions.add(action);
      else pending.push(...invoked);
    }
  }
  return [...actions];
}

interface AllowedAction {
  readonly action: string;
  readonly resources: readonly unknown[];
}

/** Actions that the role of a function allows; undefined if the role is not in the template. */
function statements({ properties }: TemplateResource, template: Template): readonly AllowedAction[] | undefined {
  const role = targetsOf(properties.Role, template).find(({ type }) => type === 'AWS::IAM::Role');
  if (role === undefined) return undefined;
  const inline = asList(role.properties.Policies).map((policy) => (isProperties(policy) ? policy.PolicyDocument : policy));
  const attached = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy']
    .flatMap((type) => template.ofType(type))
    .filter((policy) => namesRole(policy, role, template))
    .map((policy) => policy.properties.PolicyDocument);
  return [
    ...[...inline, ...attached].flatMap(allowedActions),
    ...asList(role.properties.ManagedPolicyArns).flatMap((arn) => managedActions(arn, template)),
  ];
}

function namesRole(policy: TemplateResource, role: TemplateResource, template: Template): boolean {
  return [...asList(policy.properties.Roles), ...asList(policy.properties.RoleName)].some(
    (name) => targetsOf(name, template).includes(role) || JSON.stringify(name) === JSON.stringify(role.properties.RoleName),
  );
}

function allowedActions(document: unknown): readonly AllowedAction[] {
  const found = isProperties(document) ? asList(document.Statement) : [document];
  return found.flatMap((statement) => {
    if (!isProperties(statement)) return [anyAction()];
    if (statement.Effect === 'Deny') return [];
    if (statement.Effect !== 'Allow' || statement.Action === undefined) return [anyAction()];
    const resources = asList(statement.Resource);
    return asList(statement.Action).map((action) => (typeof action === 'string' ? { action, resources } : anyAction()));
  });
}

function managedActions(arn: unknown, template: Template): readonly AllowedAction[] {
  const own = targetsOf(arn, template).find(({ type }) => type === 'AWS::IAM::ManagedPolicy');
  if (own !== undefined) return allowedActions(own.properties.PolicyDocument);
  const name = lastPartOf(arn);
  if (READ_ONLY.test(name)) return [];
  const actions = Object.hasOwn(MANAGED_POLICIES, name) ? MANAGED_POLICIES[name] : undefined;
  return actions?.map((action) => ({ action, resources: [] })) ?? [anyAction()];
}

/** The name of a policy: the text behind the last slash of its ARN, which a function of the template may put together. */
function lastPartOf(arn: unknown): string {
  const [last = ''] = JSON.stringify(arn).split('/').slice(-1);
  return last.split('"')[0] ?? '';
}

function anyAction(): AllowedAction {
  return { action: '*', resources: [] };
}

function isInvocation(action: string): boolean {
  return /^lambda:Invoke(?:Function|Async)$/i.test(action);
}

/** Functions of the template that a statement names; undefined if it names another one, or all of them. */
function invokedFunctions(resources: readonly unknown[], template: Template): readonly TemplateResource[] | undefined {
  const named = resources.map((resource) => functionsIn(resource, template));
  return named.length === 0 || named.some((each) => each.length === 0) ? undefined : named.flat();
}

function targetsOf(value: unknown, { follow }: Template): readonly TemplateResource[] {
  return referencesIn(value).flatMap((id) => follow({ Ref: id }) ?? []);
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

import type { TemplateResource } from '../cloudformation/template-resource';
import { isPlainObject } from '../core/plain-object';
import type { CheckContext } from './check-context';
import { itemsAt, rawAt } from './values';

/** One statement of a policy that allows something, with its place. */
export interface AllowStatement {
  /** The resource whose policy it is. */
  readonly resource: TemplateResource;
  /** `Properties.PolicyDocument.Statement[0]` */
  readonly path: string;
  /** Actions that are known. */
  readonly actions: readonly string[];
  /** Resources, with references among them. */
  readonly resources: readonly unknown[];
  /** Its condition; undefined when it has none. */
  readonly condition: unknown;
  /** The principal; undefined in policies of identities. */
  readonly principal: unknown;
}

/** Statements of the policies of roles, users and groups that allow something. Trust policies are not among them. */
export function identityStatements(context: CheckContext): readonly AllowStatement[] {
  const documents = context
    .ofType('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy')
    .flatMap((resource) => statementsOf(resource, resource.properties.PolicyDocument, 'Properties.PolicyDocument'));
  const inline = context
    .ofType('AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group')
    .flatMap((resource) =>
      itemsAt(resource.properties, 'Policies').flatMap((policy, index) =>
        statementsOf(resource, rawAt(policy, 'PolicyDocument'), `Properties.Policies[${index}].PolicyDocument`),
      ),
    );
  return [...documents, ...inline];
}

/** Statements of the trust policies of roles. */
export function trustStatements(context: CheckContext): readonly AllowStatement[] {
  return context
    .ofType('AWS::IAM::Role')
    .flatMap((role) => statementsOf(role, role.properties.AssumeRolePolicyDocument, 'Properties.AssumeRolePolicyDocument'));
}

/** Statements of bucket policies that allow something. */
export function bucketStatements(context: CheckContext): readonly AllowStatement[] {
  return context
    .ofType('AWS::S3::BucketPolicy')
    .flatMap((policy) => statementsOf(policy, policy.properties.PolicyDocument, 'Properties.PolicyDocument'));
}

/** Whether a principal is every account of AWS. */
export function isAnyone(principal: unknown): boolean {
  const accounts = rawAt(principal, 'AWS');
  return principal === '*' || accounts === '*' || (Array.isArray(accounts) && accounts.includes('*'));
}

function statementsOf(resource: TemplateResource, document: unknown, path: string): readonly AllowStatement[] {
  const statements = rawAt(document, 'Statement');
  const list = Array.isArray(statements) ? (statements as readonly unknown[]) : isPlainObject(statements) ? [statements] : [];
  return list.flatMap((statement, index) => {
    if (!isPlainObject(statement) || statement.Effect !== 'Allow') return [];
    const actions = asList(statement.Action).filter((action) => typeof action === 'string');
    const where = `${path}.Statement${Array.isArray(statements) ? `[${index}]` : ''}`;
    const { Condition: condition, Principal: principal } = statement;
    return [{ resource, path: where, actions, resources: asList(statement.Resource), principal, condition }];
  });
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

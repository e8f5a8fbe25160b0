import { isPlainObject, own } from '../../core/plain-object';
import { type GeneratedResource, generated, type SamResource } from './generated';

const MANAGED = 'arn:aws:iam::aws:policy/';

/**
 * The role that SAM generates for a function without one. Policies are documents, ARNs or names; a policy template of SAM, such as
 * `S3ReadPolicy`, stays as it is, because its actions are not listed here.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
 */
export function functionRole(resource: SamResource): readonly GeneratedResource[] {
  const { id, properties } = resource;
  if (own(properties, 'Role') !== undefined) return [];
  const policies = asList(own(properties, 'Policies'));
  const ManagedPolicyArns = [
    `${MANAGED}service-role/${own(properties, 'VpcConfig') === undefined ? 'AWSLambdaBasicExecutionRole' : 'AWSLambdaVPCAccessExecutionRole'}`,
    ...(own(properties, 'Tracing') === undefined ? [] : [`${MANAGED}AWSXrayWriteOnlyAccess`]),
    ...policies.filter((policy) => !isDocument(policy) && !isTemplate(policy)).map(managedArn),
  ];
  const Policies = policies
    .filter((policy) => isDocument(policy) || isTemplate(policy))
    .map((policy) => (isDocument(policy) ? { PolicyDocument: policy } : policy));
  return [
    generated(`${id}Role`, 'AWS::IAM::Role', { ManagedPolicyArns, Policies: Policies.length === 0 ? undefined : Policies }, resource),
  ];
}

function managedArn(policy: unknown): unknown {
  return typeof policy === 'string' && !policy.startsWith('arn:') ? `${MANAGED}${policy}` : policy;
}

function isDocument(policy: unknown): policy is Readonly<Record<string, unknown>> {
  return isPlainObject(policy) && own(policy, 'Statement') !== undefined;
}

/** `{ S3ReadPolicy: { BucketName: … } }`, in contrast to `{ Ref: … }` and `{ Fn::Sub: … }`. */
function isTemplate(policy: unknown): policy is Readonly<Record<string, unknown>> {
  return isPlainObject(policy) && Object.keys(policy).every((key) => key !== 'Ref' && !key.startsWith('Fn::'));
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

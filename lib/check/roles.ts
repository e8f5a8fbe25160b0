import { intrinsicOf } from '../cloudformation/references';
import type { TemplateResource } from '../cloudformation/template-resource';
import { isPlainObject } from '../core/plain-object';
import type { CheckContext } from './check-context';
import { flatText } from './flat-text';
import { parsedJson } from './parsed-json';
import { perContext } from './per-context';
import { isAnyone } from './policies';
import { listAt, rawAt, UNKNOWN } from './values';

/** CloudFormation type of roles. */
export const ROLE = 'AWS::IAM::Role';
const POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'] as const;

/** The role of the template that a value refers to. Undefined for a role that the Serverless Application Model generates: its policies are not all in the template. */
export function roleOf(context: CheckContext, value: unknown): TemplateResource | undefined {
  const role = context.targetOf(ROLE, value);
  return role === undefined || context.isGenerated(role) ? undefined : role;
}

/** The actions that the policies of a role allow. */
export interface Grants {
  /** Allowed actions, with wildcards: `s3:Get*`. */
  readonly actions: readonly string[];
  /** Names of its managed policies of AWS: `service-role/AWSLambdaBasicExecutionRole`. */
  readonly managed: readonly string[];
}

/** The actions that a role allows. Undefined when a part of it is known only at deployment or is in another stack. */
export function grantsOf(context: CheckContext, role: TemplateResource): Grants | undefined {
  const attached = attachedPolicies(context);
  const arns = listAt(role.properties, 'ManagedPolicyArns');
  const inline = listAt(role.properties, 'Policies');
  if (attached === undefined || arns === UNKNOWN || inline === UNKNOWN) return undefined;
  const managed: string[] = [];
  const documents = inline.map((policy) => rawAt(policy, 'PolicyDocument'));
  for (const arn of arns) {
    const own = context.targetOf('AWS::IAM::ManagedPolicy', arn);
    const [, name] = (flatText(arn) ?? '').split(':iam::aws:policy/');
    if (own !== undefined) documents.push(own.properties.PolicyDocument);
    else if (name === undefined) return undefined;
    else managed.push(name);
  }
  documents.push(...(attached.get(role.id) ?? []));
  const actions = documents.map(actionsIn);
  return actions.includes(undefined) ? undefined : { managed, actions: actions.flatMap((list) => list ?? []) };
}

/** Documents of the policies that are attached to roles, by role. Undefined when the roles of a policy are not all in the template. */
const attachedPolicies = perContext((context: CheckContext): ReadonlyMap<string, readonly unknown[]> | undefined => {
  const byRole = new Map<string, unknown[]>();
  const attach = (name: unknown, document: unknown): boolean => {
    const role = context.targetOf(ROLE, name);
    if (role !== undefined) byRole.set(role.id, [...(byRole.get(role.id) ?? []), document]);
    return role !== undefined;
  };
  for (const { properties } of context.ofType(...POLICIES)) {
    const roles = listAt(properties, 'Roles');
    if (roles === UNKNOWN || !roles.every((name) => attach(name, properties.PolicyDocument))) return undefined;
  }
  for (const { properties } of context.ofType('AWS::IAM::RolePolicy')) {
    if (!attach(properties.RoleName, properties.PolicyDocument)) return undefined;
  }
  return byRole;
});

/** The statements of a policy document, which may be a JSON text; undefined when they are not all known. */
function statementsIn(document: unknown): readonly unknown[] | undefined {
  const policy = typeof document === 'string' ? parsedJson(document) : document;
  const found = rawAt(policy, 'Statement');
  const statements: readonly unknown[] = Array.isArray(found) ? found : [found];
  return statements.every((statement) => isPlainObject(statement) && intrinsicOf(statement) === undefined) ? statements : undefined;
}

/** The actions that a document allows; undefined when they are not all known. */
function actionsIn(document: unknown): readonly string[] | undefined {
  const allowed = statementsIn(document)?.filter((statement) => rawAt(statement, 'Effect') !== 'Deny');
  const actions = allowed?.flatMap((statement): readonly unknown[] => {
    const named = rawAt(statement, 'Action');
    return Array.isArray(named) ? named : [named];
  });
  return actions?.every((action) => typeof action === 'string') ? actions : undefined;
}

/** Whether a pattern of actions, such as `s3:Get*`, includes an action. IAM reads actions in any case. */
export function includesAction(pattern: string, action: string): boolean {
  return matches(pattern.toLowerCase(), action.toLowerCase());
}

/** Whether a text matches a pattern, in which `*` is any text and `?` any character. */
function matches(pattern: string, text: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return text.length === first.length && startsLike(text, first, 0);
  if (!startsLike(text, first, 0)) return false;
  let at = first.length;
  for (const part of others) {
    while (!startsLike(text, part, at)) {
      at += 1;
      if (at > text.length) return false;
    }
    at += part.length;
  }
  return text.length - last.length >= at && startsLike(text, last, text.length - last.length);
}

/** Whether a text has a part at a position, in which `?` is any character. */
function startsLike(text: string, part: string, at: number): boolean {
  return at + part.length <= text.length && [...part].every((character, index) => character === '?' || character === text[at + index]);
}

/** Domains of the services that the allowing statements of a policy name: `lambda.amazonaws.com`. Undefined when they are not all known. */
export function allowedServices(document: unknown): readonly string[] | undefined {
  const allowed = statementsIn(document)?.filter((statement) => rawAt(statement, 'Effect') !== 'Deny');
  const services = allowed?.map((statement) => principalServices(rawAt(statement, 'Principal')));
  return services?.includes(undefined) ? undefined : services?.flatMap((list) => list ?? []);
}

/** Domains of the services that a principal names, with `…` for parts that are known only at deployment. Undefined when one is not a text, and for every principal. */
function principalServices(principal: unknown): readonly string[] | undefined {
  if (intrinsicOf(principal) !== undefined || isAnyone(principal)) return undefined;
  const named = rawAt(principal, 'Service');
  if (named === UNKNOWN) return undefined;
  const texts = (Array.isArray(named) ? (named as readonly unknown[]) : named === undefined ? [] : [named]).map(flatText);
  return texts.includes(undefined) ? undefined : texts.flatMap((text) => text ?? []);
}

/** Whether a domain is that of a service, in a region or in all, or may be: `states.amazonaws.com`, `states.us-east-1.amazonaws.com`. */
export function isServiceDomain(domain: string, service: string): boolean {
  return domain.startsWith(`${service}.`) || domain.startsWith('…');
}

import type { TemplateResource } from '../../cloudformation/template-resource';
import { atDeployment } from '../../core/free-reason';
import type { Pricer, PricingContext } from '../pricer';
import { createdResources } from './created-resources';
import { functionActions, functionsIn } from './function-permissions';
import { HARMLESS_ACTIONS } from './harmless-actions';

/** The type of custom resources without a type of their own. */
export const CUSTOM_RESOURCE = 'AWS::CloudFormation::CustomResource';

/** Whether a type is that of a custom resource: `Custom::RandomString`. */
export function isCustomResource(type: string): boolean {
  return type === CUSTOM_RESOURCE || type.startsWith('Custom::');
}

/**
 * Custom resource: a function that CloudFormation calls during deployments. The resource itself has no charge. It is free if the
 * policies of the function's role, all of which are in the template, allow no action that creates a resource with a charge. Otherwise the
 * cost of the resources that the function may create is usage. `Custom::…` types are priced by it too.
 * Source: https://aws.amazon.com/cloudformation/pricing/ ("no additional charge … AWS::*, Alexa::*, and Custom::*").
 */
export const customResource: Pricer = {
  types: [CUSTOM_RESOURCE],
  charges: (resource, context) => {
    const creates = creationOf(resource, context);
    return creates === undefined ? [] : [createdResources(resource, context, creates)];
  },
  freeReason: () => atDeployment('custom-resource'),
};

/** Why the function may create resources with a charge; undefined if its role allows no such action. */
function creationOf({ properties }: TemplateResource, context: PricingContext): string | undefined {
  const functions = functionsIn(properties.ServiceToken, context);
  if (functions.length === 0) return 'function outside of the template';
  const actions = functions.map((each) => functionActions(each, context));
  if (actions.includes(undefined)) return 'role outside of the template';
  const [first, ...others] = new Set(actions.flatMap((each) => each ?? []).filter((action) => !isHarmless(action)));
  if (first === undefined) return undefined;
  return `role allows ${others.length === 0 ? first : `${first} and ${others.length} more`}`;
}

/** Whether a pattern covers an action, whose own wildcards count as ordinary characters: `s3:Get*` covers `s3:GetObject*`, not `s3:*`. */
function isHarmless(action: string): boolean {
  return HARMLESS_ACTIONS.some((pattern) => covers(pattern.toLowerCase(), action.toLowerCase()));
}

/** Whether a pattern of a service and an operation, each with a wildcard at its end at most, covers an action. */
function covers(pattern: string, action: string): boolean {
  const [patterns, parts] = [pattern.split(':'), action.split(':')];
  return patterns.length === parts.length && patterns.every((each, index) => coversPart(each, parts[index] ?? ''));
}

function coversPart(pattern: string, part: string): boolean {
  return pattern.endsWith('*') ? part.startsWith(pattern.slice(0, -1)) : part === pattern;
}

import type { TemplateResource } from '../../cloudformation/template-resource';
import { isTrue, valueAt } from '../property-value';
import { listOf } from '../roll/task-demand';
import type { TransitionRule } from '../rule';

/** Properties with which a service refuses to delete a resource. */
const PROTECTIONS = ['DeletionProtection', 'DeletionProtectionEnabled'];

/** Attribute with which Elastic Load Balancing refuses it. */
const ATTRIBUTE = 'deletion_protection.enabled';

export const deletionProtection: TransitionRule = {
  id: 'deletion-protection',
  description:
    'A service refuses to delete a protected resource: the update completes, and the resource stays outside of the stack and costs money',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-delete.html',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    for (const resource of context.removed()) {
      if (resource.deletionPolicy?.startsWith('Retain') === true || !isProtected(resource)) continue;
      yield {
        resource: resource.id,
        class: 'removed',
        text: 'deletion protection is on, so the deletion fails after the update has completed: disable it in an update before this one, or delete the resource manually',
        first: [{ title: `Disable the deletion protection of ${resource.id}`, properties: unprotected(resource) }],
      };
    }
  },
};

function isProtected(resource: TemplateResource): boolean {
  return PROTECTIONS.some((name) => isTrue(resource, name)) || attributesOf(resource).some((each) => isProtection(each) && isOn(each));
}

/** The properties that protect the resource, without protection. */
function unprotected(resource: TemplateResource): Readonly<Record<string, unknown>> {
  const attributes = attributesOf(resource);
  return {
    ...Object.fromEntries(PROTECTIONS.filter((name) => Object.hasOwn(resource.properties, name)).map((name) => [name, false])),
    ...(attributes.some(isProtection) && {
      LoadBalancerAttributes: attributes.map((each) => (isProtection(each) ? { Key: ATTRIBUTE, Value: 'false' } : each)),
    }),
  };
}

function attributesOf({ properties }: TemplateResource): readonly unknown[] {
  return listOf(properties.LoadBalancerAttributes);
}

function isProtection(attribute: unknown): boolean {
  return valueAt(attribute, 'Key') === ATTRIBUTE;
}

function isOn(attribute: unknown): boolean {
  return String(valueAt(attribute, 'Value')) === 'true';
}

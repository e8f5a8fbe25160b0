import { isTrue } from '../property-value';
import type { TransitionRule } from '../rule';

/** Properties with which a service refuses to delete a resource. */
const PROTECTIONS = ['DeletionProtection', 'DeletionProtectionEnabled'];

/** A protected resource cannot be removed. */
export const deletionProtection: TransitionRule = {
  id: 'deletion-protection',
  description:
    'A service refuses to delete a protected resource: the update completes, and the resource stays outside of the stack and costs money',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html',
  ],
  asOf: '2026-11-28',
  *judge(context) {
    for (const resource of context.removed()) {
      if (!PROTECTIONS.some((name) => isTrue(resource, name))) continue;
      if (resource.deletionPolicy?.startsWith('Retain') === true) continue;
      yield {
        resource: resource.id,
        class: 'removed',
        text: 'deletion protection is on, so the deletion fails after the update has completed: disable it in an update before this one, or delete the resource by hand',
        first: [{ title: `Disable the deletion protection of ${resource.id}`, properties: disabled(resource.properties) }],
      };
    }
  },
};

function disabled(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(PROTECTIONS.filter((name) => Object.hasOwn(properties, name)).map((name) => [name, false]));
}

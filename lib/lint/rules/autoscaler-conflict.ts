import { own, type PlainObject } from '../../core/plain-object';
import type { ManifestObject } from '../../manifests/manifest-object';
import { namespaceOf } from '../../manifests/namespace';
import { itemsAt, stringAt } from '../../manifests/values';
import { autoscalers } from '../autoscaler';
import { stringsIn } from '../field-checks';
import { objectText } from '../finding';
import type { LintContext } from '../lint-context';
import type { Rule } from '../rule';

export const autoscalerConflict: Rule = {
  id: 'autoscaler-conflict',
  severity: 'warning',
  description: 'VerticalPodAutoscaler changes requests that another autoscaler relies on',
  fix: 'Scale horizontally on another metric, exclude the resource from controlledResources, or set updateMode to Off',
  citation: 'https://github.com/kubernetes/autoscaler/blob/vertical-pod-autoscaler-1.5.0/vertical-pod-autoscaler/docs/known-limitations.md',
  *check(context) {
    const before = new Map<string, string>();
    for (const object of context.ofKind('VerticalPodAutoscaler')) {
      if (stringAt(object.raw, 'spec', 'updatePolicy', 'updateMode') === 'Off') continue;
      const target = `${namespaceOf(object)}/${stringAt(object.raw, ...TARGET, 'kind')}/${stringAt(object.raw, ...TARGET, 'name')}`;
      const other = before.get(target) ?? horizontalOf(context, object, target);
      before.set(target, objectText(object));
      if (other === undefined || other === objectText(object)) continue;
      yield { object, path: TARGET, received: `a workload that ${other} scales by its requests`, expected: 'one autoscaler per resource' };
    }
  },
};

const TARGET = ['spec', 'targetRef'];

/** The horizontal autoscaler of the target that scales by a share of a request that the vertical one sets. */
function horizontalOf(context: LintContext, vertical: ManifestObject, target: string): string | undefined {
  const found = autoscalers(context).find(
    ({ namespace, target: { kind, name }, shares }) =>
      `${namespace}/${kind}/${name}` === target && shares.some(({ resource }) => controls(vertical, resource)),
  );
  return found && objectText(found.object);
}

/** Whether a VerticalPodAutoscaler sets the requests for a resource, in any container. */
function controls({ raw }: ManifestObject, resource: string): boolean {
  const policies = itemsAt(raw, 'spec', 'resourcePolicy', 'containerPolicies').map(({ value }) => value);
  const sets = (policy: PlainObject) =>
    stringAt(policy, 'mode') !== 'Off' &&
    (own(policy, 'controlledResources') === undefined || stringsIn(policy, 'controlledResources').includes(resource));
  // Containers without a policy have the default one.
  return policies.every((policy) => policy.containerName !== '*') || policies.some(sets);
}

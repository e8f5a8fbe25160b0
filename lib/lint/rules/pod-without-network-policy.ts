import { namespaceOf } from '../../manifests/namespace';
import { matches, selectorOf } from '../../manifests/selector';
import { at } from '../../manifests/values';
import type { Rule } from '../rule';

export const podWithoutNetworkPolicy: Rule = {
  id: 'pod-without-network-policy',
  severity: 'warning',
  set: 'security',
  description: 'Pod accepts traffic of every other pod',
  fix: 'Select the pods in a NetworkPolicy, or all pods of the namespace with an empty podSelector',
  citation: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  *check({ ofKind, workloads }) {
    const policies = ofKind('NetworkPolicy').map((object) => ({
      namespace: namespaceOf(object),
      selector: selectorOf(at(object.raw, 'spec', 'podSelector') ?? {}),
    }));
    // Policies of network plugins select pods by other fields.
    const others = new Set(ofKind(...PLUGIN_POLICIES).map(namespaceOf));
    if (ofKind(...CLUSTER_POLICIES).length > 0) return;
    for (const { object, namespace, pod, podLabels, podLabelsPath } of workloads) {
      const isSelected = policies.some(
        (policy) => policy.namespace === namespace && policy.selector !== undefined && matches(policy.selector, podLabels),
      );
      if (isSelected || others.has(namespace) || pod.value.hostNetwork === true) continue;
      yield { object, path: podLabelsPath, expected: 'labels that a NetworkPolicy selects' };
    }
  },
};

const PLUGIN_POLICIES = ['CiliumNetworkPolicy'];
const CLUSTER_POLICIES = [
  'CiliumClusterwideNetworkPolicy',
  'GlobalNetworkPolicy',
  'ClusterNetworkPolicy',
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
];

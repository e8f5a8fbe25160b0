import { namespaceOf } from '../../manifests/namespace';
import { matches, type Selector, selectorOf } from '../../manifests/selector';
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
    const policies = new Map<string, Selector[]>();
    for (const object of ofKind('NetworkPolicy')) {
      const selector = selectorOf(at(object.raw, 'spec', 'podSelector') ?? {});
      const known = policies.get(namespaceOf(object));
      if (known === undefined) policies.set(namespaceOf(object), selector === undefined ? [] : [selector]);
      else if (selector !== undefined) known.push(selector);
    }
    // Policies of network plugins select pods by other fields.
    const others = new Set(ofKind(...PLUGIN_POLICIES).map(namespaceOf));
    if (ofKind(...CLUSTER_POLICIES).length > 0) return;
    for (const { object, namespace, pod, podLabels, podLabelsPath } of workloads) {
      const isSelected = policies.get(namespace)?.some((selector) => matches(selector, podLabels)) ?? false;
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

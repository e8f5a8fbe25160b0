import { CLUSTER_PODS, EKS_ADD_ON_PODS, NODE_PODS, type SystemPods } from '../conventions/system-pods';
import { BYTES_PER_MIB } from '../core/data-size';
import { labelSelector } from '../manifests/selector';
import type { PodGroup } from './pod-packing/pod-group';

function podGroup({ name, vcpu, memoryMib }: SystemPods): PodGroup {
  return {
    id: `kube-system/${name}`,
    namespace: 'kube-system',
    labels: { 'k8s-app': name },
    requests: { cpuMillis: Math.round(vcpu * 1_000), memoryBytes: memoryMib * BYTES_PER_MIB, gpus: 0, pods: 1 },
    hostPorts: [],
    nodeTerms: [],
    preferredNode: [],
    // Add-ons of EKS tolerate every taint.
    tolerations: [{ operator: 'Exists' }],
    spreads: [],
    apartFrom: [],
    togetherWith: [],
  };
}

/** Pods on every node of any EKS cluster. */
export const EKS_DAEMONS: readonly PodGroup[] = EKS_ADD_ON_PODS.map(podGroup);

/** Pods on every node of an EKS cluster that stacks of this package create. */
export const OUR_EKS_DAEMONS: readonly PodGroup[] = NODE_PODS.map(podGroup);

/** Pods of the CoreDNS add-on, which prefer different zones. */
export const COREDNS: { readonly group: PodGroup; readonly count: number } = corednsOf(CLUSTER_PODS[0]);

function corednsOf(pods: Extract<(typeof CLUSTER_PODS)[number], { name: 'coredns' }>): typeof COREDNS {
  const group: PodGroup = {
    ...podGroup(pods),
    tolerations: [],
    spreads: [
      { place: 'zone', maxSkew: 1, isRequired: false, namespaces: ['kube-system'], selector: labelSelector({ 'k8s-app': pods.name }) },
    ],
  };
  return { group, count: pods.replicas };
}

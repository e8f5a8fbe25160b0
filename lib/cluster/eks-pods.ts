import { labelSelector } from '../manifest';
import type { PodGroup } from '../packing';

const MIB = 1_024 ** 2;

function systemPods(name: string, cpuMillis: number, memoryMib: number): PodGroup {
  return {
    id: `kube-system/${name}`,
    namespace: 'kube-system',
    labels: { 'k8s-app': name },
    requests: { cpuMillis, memoryBytes: memoryMib * MIB, gpus: 0, pods: 1 },
    hostPorts: [],
    nodeTerms: [],
    preferredNode: [],
    // As add-ons of EKS have it: they run wherever there is a node.
    tolerations: [{ operator: 'Exists' }],
    spreads: [],
    apartFrom: [],
    besides: [],
  };
}

/** What every node of EKS runs beside the manifests' own pods: requests of the add-ons' default manifests. */
export const EKS_DAEMONS: readonly PodGroup[] = [
  // amazon-vpc-cni-k8s, chart aws-vpc-cni: 25m for aws-node and 25m for its network policy agent.
  systemPods('aws-node', 50, 0),
  // The kube-proxy add-on: 100m.
  systemPods('kube-proxy', 100, 0),
  // aws-ebs-csi-driver, chart: 10m and 40Mi for each of the three containers of a node.
  systemPods('ebs-csi-node', 30, 120),
];

/** CoreDNS, the add-on: two pods of 100m and 70Mi, on different nodes where there are two. */
export const COREDNS: { readonly group: PodGroup; readonly count: number } = {
  group: {
    ...systemPods('coredns', 100, 70),
    tolerations: [],
    spreads: [
      { place: 'zone', maxSkew: 1, isRequired: false, namespaces: ['kube-system'], selector: labelSelector({ 'k8s-app': 'coredns' }) },
    ],
  },
  count: 2,
};

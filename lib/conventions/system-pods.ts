/** System pods of a cluster, with their requests. */
export interface SystemPods {
  /** Name of the Deployment or DaemonSet. */
  readonly name: string;
  /** Number of pods in the cluster, or on each node for pods that run on every node. */
  readonly replicas: number;
  /** Request of each pod in vCPU. */
  readonly vcpu: number;
  /** Request of each pod in MiB. */
  readonly memoryMib: number;
}

/**
 * Pods that EKS add-ons run on every node. Requests are the defaults of the add-ons.
 * Sources: amazon-vpc-cni-k8s, chart aws-vpc-cni (25m for aws-node, 25m for its network policy agent); the kube-proxy
 * add-on (100m); aws-ebs-csi-driver, its chart (10m and 40Mi for each of three containers).
 */
export const EKS_ADD_ON_PODS = [
  { name: 'aws-node', replicas: 1, vcpu: 0.05, memoryMib: 0 },
  { name: 'kube-proxy', replicas: 1, vcpu: 0.1, memoryMib: 0 },
  { name: 'ebs-csi-node', replicas: 1, vcpu: 0.03, memoryMib: 120 },
] as const satisfies readonly SystemPods[];

/** Pods on every node of a cluster of `platform=eks`: EKS add-ons, Pod Identity, logs and node metrics. */
export const NODE_PODS = [
  ...EKS_ADD_ON_PODS,
  { name: 'eks-pod-identity-agent', replicas: 1, vcpu: 0, memoryMib: 0 },
  { name: 'fluent-bit', replicas: 1, vcpu: 0.05, memoryMib: 64 },
  { name: 'node-exporter', replicas: 1, vcpu: 0.02, memoryMib: 32 },
] as const satisfies readonly SystemPods[];

/** Pods that a cluster of `platform=eks` runs once, on nodes of the general pool. */
export const CLUSTER_PODS = [
  { name: 'coredns', replicas: 2, vcpu: 0.1, memoryMib: 70 },
  { name: 'ebs-csi-controller', replicas: 2, vcpu: 0.06, memoryMib: 240 },
  { name: 'metrics-server', replicas: 2, vcpu: 0.1, memoryMib: 200 },
  { name: 'aws-load-balancer-controller', replicas: 2, vcpu: 0.05, memoryMib: 128 },
  { name: 'cluster-autoscaler', replicas: 1, vcpu: 0.05, memoryMib: 256 },
  { name: 'external-secrets', replicas: 3, vcpu: 0.02, memoryMib: 96 },
  { name: 'keda', replicas: 3, vcpu: 0.05, memoryMib: 128 },
  { name: 'snapscheduler', replicas: 1, vcpu: 0.02, memoryMib: 96 },
  { name: 'prometheus', replicas: 1, vcpu: 0.2, memoryMib: 1_024 },
  { name: 'prometheus-parts', replicas: 3, vcpu: 0.03, memoryMib: 96 },
] as const satisfies readonly SystemPods[];

/** Name of pods in CLUSTER_PODS. */
type ClusterPodsName = (typeof CLUSTER_PODS)[number]['name'];
/** Name of pods in NODE_PODS. */
type NodePodsName = (typeof NODE_PODS)[number]['name'];

/** Requests and the memory limit of system pods, in the form of Helm values. Throws an Error for an unknown name. */
export function requestsOf(name: ClusterPodsName | NodePodsName) {
  const pods = [...NODE_PODS, ...CLUSTER_PODS].find((each) => each.name === name);
  if (pods === undefined) throw new Error(`no system pods ${name}`);
  const memory = `${pods.memoryMib}Mi`;
  return { requests: { cpu: `${Math.round(pods.vcpu * 1_000)}m`, memory }, limits: { memory } };
}

/**
 * Share of the vCPU in a tier that a pod requests. The vCPU in a tier are those of an instance, but on a node the kubelet
 * reserves 0.07 of the first two vCPU (on EKS) and NODE_PODS request 0.25. With a share of 1, a service of 1 vCPU would need
 * a node of 2 vCPU for itself, and a database of 8 vCPU a node of 16. Pods have no CPU limit.
 */
export const REQUESTED_CPU_SHARE = 0.84;

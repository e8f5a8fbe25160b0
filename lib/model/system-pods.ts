/** Pods that a cluster of EKS runs beside the workloads, with what they ask for: nodes are sized for them too. */
export interface SystemPods {
  readonly name: string;
  readonly replicas: number;
  readonly vcpu: number;
  readonly memoryMib: number;
}

/**
 * What runs on every node: network, proxy, volumes, identity, logs and node metrics. Requests of the add-ons are
 * their defaults (Amazon EKS user guide, "AWS add-ons", and the charts that they are made from); the others are ours.
 */
export const NODE_PODS = [
  { name: 'aws-node', replicas: 1, vcpu: 0.05, memoryMib: 0 },
  { name: 'kube-proxy', replicas: 1, vcpu: 0.1, memoryMib: 0 },
  { name: 'ebs-csi-node', replicas: 1, vcpu: 0.03, memoryMib: 120 },
  { name: 'eks-pod-identity-agent', replicas: 1, vcpu: 0, memoryMib: 0 },
  { name: 'fluent-bit', replicas: 1, vcpu: 0.05, memoryMib: 64 },
  { name: 'node-exporter', replicas: 1, vcpu: 0.02, memoryMib: 32 },
] as const satisfies readonly SystemPods[];

/** What a cluster runs once, on machines that are for no pool of data or GPUs. */
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

export type ClusterPodsName = (typeof CLUSTER_PODS)[number]['name'];
export type NodePodsName = (typeof NODE_PODS)[number]['name'];

/** Requests, and memory's limit, as a chart's values take them. */
export function requestsOf(name: ClusterPodsName | NodePodsName) {
  const pods = [...NODE_PODS, ...CLUSTER_PODS].find((each) => each.name === name);
  if (pods === undefined) throw new Error(`no system pods ${name}`);
  const memory = `${pods.memoryMib}Mi`;
  return { requests: { cpu: `${Math.round(pods.vcpu * 1_000)}m`, memory }, limits: { memory } };
}

/**
 * What a pod asks for of the processors that its tier gives it. A tier's processors are those of a machine; in a cluster
 * kubelet keeps 0.07 of the first two (its reservation on EKS) and NODE_PODS ask for 0.25. Without this share, a service
 * of 1 vCPU would be alone on a machine of 2, and a database of 8 on one of 16. Nothing limits a pod to what it asks for.
 */
export const REQUESTED_CPU_SHARE = 0.84;

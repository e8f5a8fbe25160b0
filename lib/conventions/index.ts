/** Conventions: names and sizes that stacks and manifests share. Imports nothing. */
export {
  CLUSTER_PODS,
  type ClusterPodsName,
  EKS_ADD_ON_PODS,
  NODE_PODS,
  type NodePodsName,
  REQUESTED_CPU_SHARE,
  requestsOf,
  type SystemPods,
} from './system-pods';

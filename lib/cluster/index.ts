/**
 * Cluster: what manifests make a cluster run, and so what they will be billed for: pods with their number, volumes, load
 * balancers, pools of nodes. One reader for each kind, custom resources of operators among them. Knows manifests and the
 * packer's types; no prices.
 */
export { type Cluster, type ClusterSettings, type ReadObject, readCluster } from './cluster';
export { componentOf, scopeOf } from './component';
export { COREDNS, EKS_DAEMONS, OUR_EKS_DAEMONS } from './eks-pods';
export { FREE_KINDS } from './free-kinds';
export { idOf, kindKey, namespaceOf } from './object-index';
export { READERS } from './readers';
export { DEFAULT_DISKS } from './readers/node-pool';
export * from './reading';

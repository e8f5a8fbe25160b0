import type { Endpoint } from '../entry/network-paths';

/** The pods that serve a document store, the same shape for StatefulSets and operators. */
export interface DocumentStoreEndpoints {
  /** Pods that the driver of a client may connect to. */
  readonly endpoint: Endpoint;
  /** Name of the container of the server. */
  readonly server: string;
  /** Name of the replica set for the connection string. Absent when clients connect to routers. */
  readonly replicaSet?: string;
}

import type { Endpoint } from '../entry/network-paths';

/** What either form tells the services. */
export interface DocumentStoreEndpoints {
  /** All servers that a client's driver may connect to. */
  readonly endpoint: Endpoint;
  /** Name of the container that the server runs in. */
  readonly server: string;
  /** Absent behind routers. */
  readonly replicaSet?: string;
}

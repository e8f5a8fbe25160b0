import type { MetricsSource } from '../alerts/metrics';
import type { SecretKey } from '../build-context';
import type { Endpoint } from '../entry/network-paths';

/** Who answers for a database, whichever form it has. */
export interface DatabaseEndpoints {
  /** Behind the Service `<id>`: the primary, or what pools connections in front of it. */
  readonly writes: Endpoint;
  /** Behind the Service `<id>-read`; absent without replicas. */
  readonly reads?: Endpoint;
  /** Port of the pods that reads go to, where it is not that of the database. */
  readonly readPort?: number;
  /** Absent: its operator has a way of its own. */
  readonly metrics?: readonly MetricsSource[];
}

/** Properties of the secret `<stack name>/<id>`: who the services are, and two accounts of the servers' own. */
export const DATABASE_SECRET_PROPERTIES = ['username', 'password', 'root-password', 'replication-password'] as const;

export type DatabaseSecret = (property: (typeof DATABASE_SECRET_PROPERTIES)[number]) => SecretKey;

import type { MetricsSource } from '../alerts/metrics';
import type { SecretKey } from '../build-context';
import type { Endpoint } from '../entry/network-paths';

/** The pods that serve a database, the same shape for StatefulSets and operators. */
export interface DatabaseEndpoints {
  /** Pods behind the Service `<id>`: the primary, or the pooler in front of it. */
  readonly writes: Endpoint;
  /** Pods behind the Service `<id>-read`. Absent without read replicas. */
  readonly reads?: Endpoint;
  /** Port of the pods that serve reads. Default: the port of the database. */
  readonly readPort?: number;
  /** Exporters to scrape. Absent: the operator creates its own monitoring. */
  readonly metrics?: readonly MetricsSource[];
}

/**
 * Properties of the secret `<stack name>/<id>`: the login of the services, and the passwords of `root` and of the
 * replication user.
 */
export const DATABASE_SECRET_PROPERTIES = ['username', 'password', 'root-password', 'replication-password'] as const;

/** The key of one property in the Secret of a database. */
export type DatabaseSecret = (property: (typeof DATABASE_SECRET_PROPERTIES)[number]) => SecretKey;

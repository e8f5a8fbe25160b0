import type { Endpoint } from '../entry/network-paths';

/**
 * Program that exposes metrics of a server: a sidecar, or the server itself. Each exporter has its own alert rules, so
 * that no rule refers to a metric that does not exist.
 */
export interface Exporter {
  /** Port by convention: https://github.com/prometheus/prometheus/wiki/Default-port-allocations. */
  readonly port: number;
}

/** Exporters whose metrics the alert rules use. */
export const EXPORTERS = {
  /** prometheus/mysqld_exporter, for MySQL and MariaDB. */
  mysqld: { port: 9104 },
  /** prometheus/mysqld_exporter, for MySQL with group replication. */
  'mysqld-group': { port: 9104 },
  /** prometheus-community/postgres_exporter. */
  postgres: { port: 9187 },
  /** Built into every instance of CloudNativePG. */
  'cloudnative-pg': { port: 9187 },
  /** prometheus-community/pgbouncer_exporter. */
  pgbouncer: { port: 9127 },
  /** Built into the pooler of CloudNativePG. */
  'cloudnative-pg-pooler': { port: 9127 },
  /** oliver006/redis_exporter, for Redis and Valkey. */
  redis: { port: 9121 },
  /** percona/mongodb_exporter. */
  mongodb: { port: 9216 },
  /** oliver006/redis_exporter, configured to measure the lists of a queue. */
  'redis-lists': { port: 9121 },
} as const satisfies Readonly<Record<string, Exporter>>;

/** Name of an exporter. */
export type ExporterName = keyof typeof EXPORTERS;

/** Metrics endpoint of the pods of a component. */
export interface MetricsSource {
  /** The exporter that serves the metrics. */
  readonly exporter: ExporterName;
  /** The pods, for network policies. */
  readonly endpoint: Endpoint;
  /** Name of the container port. */
  readonly portName: string;
  /** Name of the container of the server. Default: the component id. Absent for poolers. */
  readonly server?: string;
}

/** A component with metrics. PodMonitors, network paths and alert rules are created from its sources. */
export interface Monitored {
  /** Sources of its metrics. */
  readonly metrics: readonly MetricsSource[];
}

/** Whether a construct has metrics. */
export function isMonitored(construct: object | undefined): construct is Monitored {
  return construct !== undefined && 'metrics' in construct;
}

/** Port name of exporters that are sidecars. */
export const METRICS_PORT = 'metrics';

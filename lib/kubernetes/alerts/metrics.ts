import type { Endpoint } from '../entry/network-paths';

/**
 * Who turns what a component knows of itself into metrics: a program beside the server, or the server itself. Rules are
 * written for what each of them exposes, so that no alert waits for a metric that nobody has.
 */
export interface Exporter {
  /** Port by convention: https://github.com/prometheus/prometheus/wiki/Default-port-allocations. */
  readonly port: number;
}

/** Exporters whose metrics the alert rules use. */
export const EXPORTERS = {
  /** prometheus/mysqld_exporter, for MySQL and MariaDB. */
  mysqld: { port: 9104 },
  /** The same, for MySQL in a replication group. */
  'mysqld-group': { port: 9104 },
  /** prometheus-community/postgres_exporter. */
  postgres: { port: 9187 },
  /** Every instance of CloudNativePG has it built in. */
  'cloudnative-pg': { port: 9187 },
  /** prometheus-community/pgbouncer_exporter. */
  pgbouncer: { port: 9127 },
  /** CloudNativePG's pooler has it built in. */
  'cloudnative-pg-pooler': { port: 9127 },
  /** oliver006/redis_exporter, for Redis and Valkey. */
  redis: { port: 9121 },
  /** percona/mongodb_exporter. */
  mongodb: { port: 9216 },
  /** The same, told to measure the lists of a queue. */
  'redis-lists': { port: 9121 },
} as const satisfies Readonly<Record<string, Exporter>>;

/** Name of an exporter. */
export type ExporterName = keyof typeof EXPORTERS;

/** Where Prometheus finds the metrics of a component. */
export interface MetricsSource {
  /** The exporter that serves the metrics. */
  readonly exporter: ExporterName;
  /** The pods that have them, as their network policy names them. */
  readonly endpoint: Endpoint;
  /** Name of the port in the pods. */
  readonly portName: string;
  /** Name of the container that the server itself runs in; default: the component's id. Absent for poolers. */
  readonly server?: string;
}

/** A component whose pods have metrics says where: monitors, network paths and alert rules follow from it. */
export interface Monitored {
  /** Sources of its metrics. */
  readonly metrics: readonly MetricsSource[];
}

/** Whether a construct has metrics. */
export function isMonitored(construct: object | undefined): construct is Monitored {
  return construct !== undefined && 'metrics' in construct;
}

/** Name of the port of exporters that run beside a server. */
export const METRICS_PORT = 'metrics';

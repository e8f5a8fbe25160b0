import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { SecretKey } from '../build-context';
import { exporterContainer } from './exporter';

/** 0.17 and later ask MySQL 8.4 for its replicas; what they are called there is another metric than in MariaDB. */
const IMAGE = 'docker.io/prom/mysqld-exporter:v0.18.0';

export interface MysqlExporterProps {
  /** A user with PROCESS, REPLICATION CLIENT (MariaDB: SLAVE MONITOR) and SELECT on performance_schema. */
  readonly username: string;
  readonly password: SecretKey;
  /** Default: 3306. */
  readonly port?: number;
  /** Whether the servers are a replication group, whose members have tables of their own. */
  readonly group?: boolean;
}

/** Metrics of the MySQL or MariaDB server in the same pod. */
export function mysqlExporter({ username, password, port = 3_306, group = false }: MysqlExporterProps): k8s.Container {
  return exporterContainer({
    exporter: group ? 'mysqld-group' : 'mysqld',
    image: IMAGE,
    // Servers may ask for TLS; on the loopback there is nobody to be sure of.
    args: [
      `--mysqld.address=127.0.0.1:${port}`,
      `--mysqld.username=${username}`,
      '--tls.insecure-skip-verify',
      ...(group ? ['--collect.perf_schema.replication_group_members'] : []),
    ],
    environment: [{ name: 'MYSQLD_EXPORTER_PASSWORD', valueFrom: { secretKeyRef: { name: password.secret, key: password.key } } }],
  });
}

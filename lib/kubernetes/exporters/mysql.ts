import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { IMAGES } from '../../conventions/images';
import type { SecretKey } from '../build-context';
import { exporterContainer } from './exporter';

/** Input of `mysqlExporter`. */
interface MysqlExporterProps {
  /** User with PROCESS, REPLICATION CLIENT (MariaDB: SLAVE MONITOR) and SELECT on performance_schema. */
  readonly username: string;
  /** Password of the user. */
  readonly password: SecretKey;
  /** Port of the server. Default: 3306. */
  readonly port?: number;
  /** Whether the server is a member of a replication group, which has additional tables. Default: false. */
  readonly group?: boolean;
}

/** Exporter of the MySQL or MariaDB server in the same pod. */
export function mysqlExporter({ username, password, port = 3_306, group = false }: MysqlExporterProps): k8s.Container {
  return exporterContainer({
    exporter: group ? 'mysqld-group' : 'mysqld',
    image: IMAGES.mysqlExporter.reference,
    // Servers may require TLS; on the loopback interface, the certificate needs no verification.
    args: [
      `--mysqld.address=127.0.0.1:${port}`,
      `--mysqld.username=${username}`,
      '--tls.insecure-skip-verify',
      ...(group ? ['--collect.perf_schema.replication_group_members'] : []),
    ],
    environment: [{ name: 'MYSQLD_EXPORTER_PASSWORD', valueFrom: { secretKeyRef: { name: password.secret, key: password.key } } }],
  });
}

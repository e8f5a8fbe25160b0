import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { IMAGES } from '../../conventions/images';
import type { SecretKey } from '../build-context';
import { exporterContainer } from './exporter';

/** Input of `postgresExporter`. */
interface PostgresExporterProps {
  /** User with the role `pg_monitor`. */
  readonly username: string | SecretKey;
  /** Password of the user. */
  readonly password: SecretKey;
  /** Port of the server. Default: 5432. */
  readonly port?: number;
}

/** Exporter of the PostgreSQL server in the same pod. */
export function postgresExporter({ username, password, port = 5_432 }: PostgresExporterProps): k8s.Container {
  return exporterContainer({
    exporter: 'postgres',
    image: IMAGES.postgresExporter.reference,
    environment: [
      { name: 'DATA_SOURCE_URI', value: `127.0.0.1:${port}/postgres?sslmode=disable` },
      typeof username === 'string' ? { name: 'DATA_SOURCE_USER', value: username } : fromSecret('DATA_SOURCE_USER', username),
      fromSecret('DATA_SOURCE_PASS', password),
    ],
  });
}

function fromSecret(name: string, { secret, key }: SecretKey): k8s.EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: secret, key } } };
}

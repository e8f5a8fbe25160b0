import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { IMAGES } from '../../conventions/images';
import type { SecretKey } from '../build-context';
import { exporterContainer } from './exporter';

/** Input of `pgbouncerExporter`. PgBouncer must have `extra_float_digits` in `ignore_startup_parameters`. */
interface PgbouncerExporterProps {
  /** One of the `stats_users` of PgBouncer. */
  readonly username: string;
  /** Password of the user. It must not contain characters that require escaping in a URL. */
  readonly password: SecretKey;
  /** Port of PgBouncer. Default: 6432. */
  readonly port?: number;
}

/** Exporter of the PgBouncer in the same pod. */
export function pgbouncerExporter({ username, password, port = 6_432 }: PgbouncerExporterProps): k8s.Container {
  return exporterContainer({
    exporter: 'pgbouncer',
    image: IMAGES.pgbouncerExporter.reference,
    environment: [
      { name: 'PGBOUNCER_PASSWORD', valueFrom: { secretKeyRef: { name: password.secret, key: password.key } } },
      {
        name: 'PGBOUNCER_EXPORTER_CONNECTION_STRING',
        value: `postgres://${username}:$(PGBOUNCER_PASSWORD)@127.0.0.1:${port}/pgbouncer?sslmode=disable`,
      },
    ],
  });
}

import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { SecretKey } from '../build-context';
import { exporterContainer } from './exporter';

const IMAGE = 'quay.io/prometheuscommunity/pgbouncer-exporter:v0.12.1';

export interface PgbouncerExporterProps {
  /** One of `stats_users` of PgBouncer, whose `ignore_startup_parameters` has `extra_float_digits`. */
  readonly username: string;
  /** Without characters that an address would have to escape. */
  readonly password: SecretKey;
  /** Default: 6432. */
  readonly port?: number;
}

/** Metrics of the PgBouncer in the same pod. */
export function pgbouncerExporter({ username, password, port = 6_432 }: PgbouncerExporterProps): k8s.Container {
  return exporterContainer({
    exporter: 'pgbouncer',
    image: IMAGE,
    environment: [
      { name: 'PGBOUNCER_PASSWORD', valueFrom: { secretKeyRef: { name: password.secret, key: password.key } } },
      {
        name: 'PGBOUNCER_EXPORTER_CONNECTION_STRING',
        value: `postgres://${username}:$(PGBOUNCER_PASSWORD)@127.0.0.1:${port}/pgbouncer?sslmode=disable`,
      },
    ],
  });
}

import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { SecretKey } from '../build-context';
import { exporterContainer } from './exporter';

const IMAGE = 'docker.io/oliver006/redis_exporter:v1.69.0';

export interface RedisExporterProps {
  readonly password: SecretKey;
  /** Default: 6379. */
  readonly port?: number;
}

/** Metrics of the Redis or Valkey server in the same pod; a member of a cluster reports the cluster's state too. */
export function redisExporter({ password, port = 6_379 }: RedisExporterProps): k8s.Container {
  return exporterContainer({
    exporter: 'redis',
    image: IMAGE,
    environment: [
      { name: 'REDIS_ADDR', value: `redis://127.0.0.1:${port}` },
      { name: 'REDIS_PASSWORD', valueFrom: { secretKeyRef: { name: password.secret, key: password.key } } },
    ],
  });
}

import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { IMAGES } from '../../conventions/images';
import type { SecretKey } from '../build-context';
import { exporterContainer } from './exporter';

/** Input of `redisExporter`. */
interface RedisExporterProps {
  /** Password of the server. */
  readonly password: SecretKey;
  /** Port of the server. Default: 6379. */
  readonly port?: number;
  /** Lists whose length is measured. Default: none. */
  readonly lists?: readonly string[];
}

/** Exporter of the Redis or Valkey server in the same pod. Nodes of a cluster also report its state. */
export function redisExporter({ password, port = 6_379, lists = [] }: RedisExporterProps): k8s.Container {
  return exporterContainer({
    exporter: lists.length === 0 ? 'redis' : 'redis-lists',
    image: IMAGES.redisExporter.reference,
    environment: [
      { name: 'REDIS_ADDR', value: `redis://127.0.0.1:${port}` },
      { name: 'REDIS_PASSWORD', valueFrom: { secretKeyRef: { name: password.secret, key: password.key } } },
      ...(lists.length === 0 ? [] : [{ name: 'REDIS_EXPORTER_CHECK_SINGLE_KEYS', value: lists.join(',') }]),
    ],
  });
}

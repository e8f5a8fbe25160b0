import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { IMAGES } from '../../conventions/images';
import type { SecretKey } from '../build-context';
import { exporterContainer } from './exporter';

/** Input of `mongodbExporter`. */
interface MongodbExporterProps {
  /** User with the role `clusterMonitor`. */
  readonly username: SecretKey;
  /** Password of the user. */
  readonly password: SecretKey;
  /** Port of the server. Default: 27017. */
  readonly port?: number;
}

/** Exporter of the `mongod` in the same pod. */
export function mongodbExporter({ username, password, port = 27_017 }: MongodbExporterProps): k8s.Container {
  return exporterContainer({
    exporter: 'mongodb',
    image: IMAGES.mongodbExporter.reference,
    args: ['--collector.diagnosticdata', '--collector.replicasetstatus'],
    environment: [
      { name: 'MONGODB_URI', value: `mongodb://127.0.0.1:${port}/admin?directConnection=true` },
      { name: 'MONGODB_USER', valueFrom: { secretKeyRef: { name: username.secret, key: username.key } } },
      { name: 'MONGODB_PASSWORD', valueFrom: { secretKeyRef: { name: password.secret, key: password.key } } },
    ],
  });
}

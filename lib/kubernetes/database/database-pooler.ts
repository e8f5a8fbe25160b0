import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { Construct } from 'constructs';
import { DATA_STORE_USER } from '../../conventions/data-stores';
import { IMAGES } from '../../conventions/images';
import type { BuildContext, ComponentOf } from '../build-context';
import { secretVariable } from '../data/credentials';
import { limitDisruptions } from '../data/data-services';
import { type Endpoint, tcp } from '../entry/network-paths';
import { pgbouncerExporter } from '../exporters/pgbouncer';
import { labelsOf, selectorOf } from '../labels';
import { mib, milliCpu } from '../quantities';
import { restrictedContainer, restrictedPod } from '../security';
import { placementIn } from '../service/placement';
import { priorityClassName } from '../service/priority';
import { spreadOver } from '../service/spread';
import type { DatabaseSecret } from './database-endpoints';
import { PGBOUNCER_PATHS, PGBOUNCER_SCRIPT, POOLERS, pgbouncerConfig, poolerConnectionLimits } from './pgbouncer-config';

const IMAGE_USER = 998;

/** CPU of one PgBouncer, which is single-threaded. */
const POOLER_VCPU = 0.5;

/** Memory of the process, and of each client: 2 KiB of buffers with a margin. Source: PgBouncer documentation, `pkt_buf`. */
const BASE_MEMORY_MIB = 64;
const MIB_PER_CLIENT = 0.02;

/** CPU and memory of one pooler pod, the same for StatefulSets and operators. */
export function poolerResources(database: Pick<ComponentOf<'database'>, 'poolerLimits' | 'maxConnections'>): {
  readonly vcpu: number;
  readonly memoryMib: number;
} {
  const { clientConnections } = poolerConnectionLimits(database);
  return { vcpu: POOLER_VCPU, memoryMib: Math.ceil(BASE_MEMORY_MIB + clientConnections * MIB_PER_CLIENT) };
}

/** PgBouncer in front of the primary, behind the Service `<id>`. Returns its pods. */
export function databasePooler(
  scope: Construct,
  database: ComponentOf<'database'>,
  { blueprint, paths }: BuildContext,
  primary: { readonly endpoint: Endpoint; readonly host: string },
  secret: DatabaseSecret,
): Endpoint {
  const { id, port, pool } = database;
  const name = `${id}-pooler`;
  const selector = selectorOf(blueprint, name);
  const labels = { ...labelsOf(blueprint, id, name) };
  const endpoint: Endpoint = { name, labels: selector };
  paths.allow(endpoint, primary.endpoint, [tcp(port)]);
  const { vcpu, memoryMib } = poolerResources(database);
  const memory = k8s.Quantity.fromString(mib(memoryMib));
  const probe: k8s.Probe = { tcpSocket: { port: k8s.IntOrString.fromString('database') } };
  new k8s.KubeConfigMap(scope, 'PoolerConfig', {
    metadata: { name: `${name}-config`, labels },
    data: { 'pgbouncer.ini': pgbouncerConfig(database, primary.host), 'pgbouncer.sh': PGBOUNCER_SCRIPT },
  });
  new k8s.KubeServiceAccount(scope, 'PoolerAccount', { metadata: { name, labels }, automountServiceAccountToken: false });
  new k8s.KubeService(scope, 'PoolerService', {
    metadata: { name: id, labels },
    spec: { selector: { ...selector }, ports: [{ name: 'database', port, targetPort: k8s.IntOrString.fromString('database') }] },
  });
  limitDisruptions(new Construct(scope, 'PoolerBudget'), name, selector);
  new k8s.KubeDeployment(scope, 'Pooler', {
    metadata: { name, labels },
    spec: {
      replicas: POOLERS,
      selector: { matchLabels: { ...selector } },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: name,
          automountServiceAccountToken: false,
          securityContext: restrictedPod(IMAGE_USER),
          priorityClassName: priorityClassName(blueprint, 'service'),
          ...placementIn(blueprint, pool),
          topologySpreadConstraints: spreadOver(selector, { strict: false }),
          containers: [
            {
              name: 'pgbouncer',
              image: IMAGES.pgbouncer.reference,
              command: ['sh', `${PGBOUNCER_PATHS.config}/pgbouncer.sh`],
              env: [secretVariable('APP_PASSWORD', secret('password'))],
              ports: [{ name: 'database', containerPort: port }],
              resources: { requests: { cpu: k8s.Quantity.fromString(milliCpu(vcpu)), memory }, limits: { memory } },
              securityContext: restrictedContainer(),
              startupProbe: { ...probe, failureThreshold: 30 },
              readinessProbe: probe,
              livenessProbe: { ...probe, failureThreshold: 6 },
              volumeMounts: [
                { name: 'config', mountPath: PGBOUNCER_PATHS.config, readOnly: true },
                { name: 'run', mountPath: PGBOUNCER_PATHS.run },
              ],
            },
            pgbouncerExporter({ username: DATA_STORE_USER, password: secret('password'), port }),
          ],
          volumes: [
            { name: 'config', configMap: { name: `${name}-config` } },
            { name: 'run', emptyDir: { medium: 'Memory', sizeLimit: k8s.Quantity.fromString('16Mi') } },
          ],
        },
      },
    },
  });
  return endpoint;
}

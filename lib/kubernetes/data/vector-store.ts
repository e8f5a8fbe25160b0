import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import { MIB_PER_GIB } from '../../core/data-size';
import type { BuildContext, Client, ComponentOf, Dependency } from '../build-context';
import { SnapshotSchedule } from '../custom-resources/snapshot-schedule';
import { type Endpoint, tcp } from '../entry/network-paths';
import { selectorOf } from '../labels';
import { dataServiceAccount, headlessService } from './data-services';
import { dataStatefulSet } from './data-stateful-set';

/** ChromaDB's own image; from 1.0 on it keeps its files in this folder. */
const IMAGE = 'docker.io/chromadb/chroma:1.5.3';
const DATA_FOLDER = '/data';

/** Any but root: the image has no user of its own. */
const USER = 10_001;

/** Answers without a login as soon as the server does. */
const HEALTH_PATH = '/api/v2/heartbeat';

/** Daily, and a week of them. */
const SNAPSHOT_SCHEDULE = '40 3 * * *';
const RETAINED_SNAPSHOTS = 7;

const TERMINATION_GRACE_SECONDS = 60;

/**
 * A vector index in the cluster, the same in both forms. It does not replicate, so there is never more than one: a single
 * point of failure, on a volume of one zone. It asks nobody for a password: who may reach it is said by its network policy.
 */
export class VectorStore extends Construct implements Dependency {
  private readonly endpoint: Endpoint;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'vector-store'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
    const { id, pool, port, vcpu, memoryGib, storageGib } = component;
    const { blueprint, paths } = context;
    const selector = selectorOf(blueprint, id);
    this.endpoint = { name: id, labels: selector };
    paths.add(this.endpoint);
    dataServiceAccount(this, id);
    const ports = [{ name: 'http', port }];
    headlessService(this, `${id}-nodes`, selector, ports);
    new k8s.KubeService(this, 'Service', {
      metadata: { name: id },
      spec: { selector: { ...selector }, ports: [{ name: 'http', port, targetPort: k8s.IntOrString.fromString('http') }] },
    });
    const probe: k8s.Probe = { httpGet: { path: HEALTH_PATH, port: k8s.IntOrString.fromString('http') }, timeoutSeconds: 5 };
    dataStatefulSet(this, 'Server', blueprint, {
      name: id,
      component: id,
      selector,
      replicas: 1,
      service: `${id}-nodes`,
      account: id,
      pool,
      user: USER,
      image: IMAGE,
      ports,
      environment: [
        { name: 'CHROMA_PORT', value: String(port) },
        { name: 'ANONYMIZED_TELEMETRY', value: 'FALSE' },
      ],
      vcpu,
      memoryMib: memoryGib * MIB_PER_GIB,
      storageGib,
      dataFolder: DATA_FOLDER,
      volumes: [{ name: 'tmp', mountPath: '/tmp', emptyDir: {} }],
      probes: {
        // An index is read from its volume before the server answers.
        startup: { ...probe, periodSeconds: 5, failureThreshold: 60 },
        readiness: { ...probe, periodSeconds: 10 },
        liveness: { ...probe, periodSeconds: 20, failureThreshold: 6 },
      },
      terminationGraceSeconds: TERMINATION_GRACE_SECONDS,
    });
    // It has no dump of its own, and files that are copied one by one while it writes do not fit together.
    new SnapshotSchedule(this, 'Snapshots', {
      metadata: { name: id },
      spec: {
        claimSelector: { matchLabels: { ...selector } },
        schedule: SNAPSHOT_SCHEDULE,
        retention: { maxCount: RETAINED_SNAPSHOTS },
      },
    });
  }

  serve(client: Client): void {
    const { id, port } = this.component;
    this.context.paths.allow(client.endpoint, this.endpoint, [tcp(port)]);
    client.setEnvironment(`${environmentPrefix(id)}_URL`, `http://${id}:${port}`);
  }
}

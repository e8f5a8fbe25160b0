import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { Construct } from 'constructs';
import { CHROMA_DATA_FOLDER } from '../../conventions/data-stores';
import { environmentPrefix } from '../../conventions/environment';
import { IMAGES } from '../../conventions/images';
import { MIB_PER_GIB } from '../../core/data-size';
import type { BuildContext, Client, ComponentOf, Dependency } from '../build-context';
import { SnapshotSchedule } from '../custom-resources/snapshot-schedule';
import { type Endpoint, tcp } from '../entry/network-paths';
import { selectorOf } from '../labels';
import { dataServiceAccount, headlessService } from './data-services';
import { dataStatefulSet } from './data-stateful-set';

/** Any user ID except root: the image defines none. */
const USER = 10_001;

/** Health endpoint, which requires no authentication. */
const HEALTH_PATH = '/api/v2/heartbeat';

/** Cron expression of the daily snapshots, in UTC. */
const SNAPSHOT_SCHEDULE = '40 3 * * *';

/** Snapshots to retain: one week. */
const RETAINED_SNAPSHOTS = 7;

/** Time for the server to stop. */
const TERMINATION_GRACE_SECONDS = 60;

/**
 * A vector store in the cluster, the same in both forms. ChromaDB does not replicate, so it is a single server, and a single
 * point of failure, on a volume in one zone. It has no authentication: its network policy restricts access.
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
      image: IMAGES.chroma.reference,
      ports,
      environment: [
        { name: 'CHROMA_PORT', value: String(port) },
        { name: 'ANONYMIZED_TELEMETRY', value: 'FALSE' },
      ],
      vcpu,
      memoryMib: memoryGib * MIB_PER_GIB,
      storageGib,
      dataFolder: CHROMA_DATA_FOLDER,
      volumes: [{ name: 'tmp', mountPath: '/tmp', emptyDir: {} }],
      probes: {
        // The index is loaded from the volume before the server answers.
        startup: { ...probe, periodSeconds: 5, failureThreshold: 60 },
        readiness: { ...probe, periodSeconds: 10 },
        liveness: { ...probe, periodSeconds: 20, failureThreshold: 6 },
      },
      terminationGraceSeconds: TERMINATION_GRACE_SECONDS,
    });
    // ChromaDB has no dump command, and copies of single files during writes are inconsistent.
    new SnapshotSchedule(this, 'Snapshots', {
      metadata: { name: id },
      spec: {
        claimSelector: { matchLabels: { ...selector } },
        schedule: SNAPSHOT_SCHEDULE,
        retention: { maxCount: RETAINED_SNAPSHOTS },
      },
    });
  }

  /** Opens the network path of a service to the vector store, and sets its environment variable. */
  serve(client: Client): void {
    const { id, port } = this.component;
    this.context.paths.allow(client.endpoint, this.endpoint, [tcp(port)]);
    client.setEnvironment(`${environmentPrefix(id)}_URL`, `http://${id}:${port}`);
  }
}

import { Lazy, Stack } from 'aws-cdk-lib';
import type { IHostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import type { ResolvedComponent } from '../../blueprint/resolved-component';
import { environmentPrefix } from '../../conventions/environment';
import { PLACEHOLDER_TAG } from '../../conventions/placeholder';
import { InputError } from '../../core/problems';
import { BACKUP_STORAGE, backupAccount } from '../../model/backup-storage';
import type { BuildContext } from '../build-context';
import { BackupStorage } from '../data/backup-storage';
import { Queue } from '../data/queue';
import type { ContainerImages } from '../ecs/container-images';
import type { Network } from '../network/network';
import { buildWith, type Platform } from '../platform';
import { secretName } from '../regional-names';
import { EKS_BUILDERS } from '../registry';
import { isSecretHolder, type SecretProperty } from '../secret-holder';
import { AppliedObjects } from './applied-objects';
import { EntryName } from './entry-name';
import { withSubnets } from './entry-subnets';
import { logFunctions } from './function-logs';
import { InClusterStore } from './in-cluster-store';
import { KubernetesCluster } from './kubernetes-cluster';
import { apiGroupsOf, type ChartObjects, namesOf, type ObjectFile, withSecrets } from './kubernetes-objects';
import { PodIdentity } from './pod-identity';
import { sharedObjects } from './shared-objects';
import { Workload } from './workload';

/** Settings of a stack on EKS. */
export interface EksPlatformProps {
  /** Makes the Kubernetes objects of the blueprint; required with `platform=eks`. */
  readonly chartObjects?: ChartObjects;
  /** ARNs of IAM roles or users with administrator access to the cluster. Default: deployments only. */
  readonly clusterAdmins?: readonly string[];
}

/** EKS: services are Kubernetes objects in the cluster; repositories, logs, roles and data stores are resources of the stack. */
export class EksPlatform implements Platform {
  private readonly cluster: KubernetesCluster;
  private readonly files: readonly ObjectFile[];
  /** Repository URIs by component id, known after the services are built. */
  private readonly repositories = new Map<string, string>();

  constructor(
    private readonly stack: Stack,
    network: Network,
    private readonly blueprint: Blueprint,
    { chartObjects, clusterAdmins = [], ...images }: EksPlatformProps & ContainerImages,
  ) {
    if (chartObjects === undefined) {
      throw new InputError('blueprint', [{ path: 'chartObjects', expected: 'the objects of the chart with platform=eks' }]);
    }
    this.files = chartObjects(blueprint, this.images(images));
    this.cluster = new KubernetesCluster(stack, network, blueprint, this.files, clusterAdmins);
  }

  /** See Platform. */
  build(scope: Construct, component: ResolvedComponent, context: BuildContext): Construct | undefined {
    return buildWith(EKS_BUILDERS, scope, component, { ...context, cluster: this.cluster });
  }

  /** See Platform. */
  finish(built: readonly Construct[], { observability, network, existing }: BuildContext): void {
    for (const workload of built) {
      if (!(workload instanceof Workload)) continue;
      this.repositories.set(workload.component.id, workload.repositoryUri);
      workload.connect();
    }
    this.allowQueueMetrics(built);
    // Depends on the option, not on the components, so that a tier without such stores keeps the dumps of the previous tier.
    if (this.blueprint.options.dataStores !== 'managed') this.addBackups(built, new BackupStorage(this.stack, observability));
    const places = this.secretPlaces(built);
    const applied = new AppliedObjects(this.stack, this.cluster.cluster, this.blueprint, this.cluster.controllers);
    const files = existing.vpc === undefined ? this.files : this.files.map((file) => withSubnets(file, network.entrySubnetIds));
    applied.apply(files.map((file) => withSecrets(file, (requested) => places.get(requested.key)?.(requested.property) ?? requested)));
    for (const [id, object] of Object.entries(sharedObjects(Stack.of(this.stack).region, apiGroupsOf(this.files))))
      applied.applyShared(id, object);
    for (const [id, settings] of this.cluster.allSettings) if (settings.size > 0) applied.applySettings(id, settings);
    if (existing.hostedZone !== undefined) this.addNames(applied, existing.hostedZone);
    logFunctions(this.cluster);
  }

  /** A name for each application load balancer, as on ECS. */
  private addNames(applied: AppliedObjects, hostedZone: IHostedZone): void {
    const { components, stackName, options } = this.blueprint;
    for (const component of Object.values(components)) {
      if (component.kind !== 'load-balancer' || component.type !== 'application') continue;
      const scope = applied.scopeOf(component.id);
      new EntryName(scope, {
        component,
        hostedZone,
        cluster: this.cluster.cluster,
        namespace: stackName,
        entry: options.entry,
        objects: [component.id, component.target].map((id) => applied.scopeOf(id).node.findChild('Objects')),
      });
    }
  }

  /** Allows KEDA to read the number of waiting messages of the queues that services scale with. */
  private allowQueueMetrics(built: readonly Construct[]): void {
    const counted = namesOf(this.files, 'TriggerAuthentication');
    for (const queue of built) {
      if (queue instanceof Queue && counted.has(queue.node.id)) queue.allowMetrics(this.cluster.controllers.roleOf('keda'));
    }
  }

  /** Allows each service account that dumps a data store to write to the folder of that store. */
  private addBackups(built: readonly Construct[], storage: BackupStorage): void {
    const accounts = namesOf(this.files, 'ServiceAccount');
    for (const store of built) {
      const serviceAccount = backupAccount(store.node.id);
      if (!(store instanceof InClusterStore && accounts.has(serviceAccount))) continue;
      const { cluster } = this.cluster;
      const { role } = new PodIdentity(store, 'BackupIdentity', { cluster, namespace: this.blueprint.stackName, serviceAccount });
      storage.admit(role, store.node.id);
    }
    this.cluster.settingsOf(BACKUP_STORAGE).set(`${environmentPrefix(BACKUP_STORAGE)}_BUCKET`, storage.bucketName);
  }

  /** By the name of a secret in the chart: the secret and property in this stack for a property of it. */
  private secretPlaces(built: readonly Construct[]): ReadonlyMap<string, (property: string) => SecretProperty> {
    const { stackName } = this.blueprint;
    return new Map(
      built.filter(isSecretHolder).map((store) => [secretName(stackName, store.node.id), (property: string) => store.placeOf(property)]),
    );
  }

  /** Images by component id. URIs of the repositories of the stack are resolved after the repositories are built. */
  private images({ images = {}, imageTag }: ContainerImages): Readonly<Record<string, string>> {
    if (imageTag === undefined || imageTag === PLACEHOLDER_TAG) return images;
    const services = Object.values(this.blueprint.components).filter(({ kind }) => kind === 'service');
    const own = services.map(({ id }) => [id, `${Lazy.string({ produce: () => this.repositories.get(id) })}:${imageTag}`]);
    return { ...Object.fromEntries(own), ...images };
  }
}

import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Blueprint, ResolvedComponent } from '../blueprint';
import { InputError } from '../problems';
import { AppliedObjects } from './applied-objects';
import type { BuildContext } from './build-context';
import { InClusterStore } from './in-cluster-store';
import { KubernetesCluster } from './kubernetes-cluster';
import { askedSecrets, type ChartObjects, withSecretNames } from './kubernetes-objects';
import type { Network } from './network';
import { buildWith, type Platform } from './platform';
import { secretName } from './regional-names';
import { EKS_BUILDERS } from './registry';
import { Workload } from './workload';

export interface EksPlatformProps {
  /** Makes the objects of a blueprint's chart. Without them there would be a cluster that runs nothing. */
  readonly chartObjects?: ChartObjects;
  /** ARNs of roles or users of IAM that may do everything in the cluster. Default: nobody but deployments. */
  readonly clusterAdmins?: readonly string[];
}

/** Services are objects of a chart in a cluster of EKS; what AWS keeps for them are resources beside it. */
export class EksPlatform implements Platform {
  private readonly cluster: KubernetesCluster;
  private readonly chartObjects: ChartObjects;

  constructor(
    private readonly stack: Stack,
    network: Network,
    private readonly blueprint: Blueprint,
    { chartObjects, clusterAdmins = [] }: EksPlatformProps,
  ) {
    if (chartObjects === undefined) {
      throw new InputError('blueprint', [
        { path: 'chartObjects', received: 'nothing', allowed: 'the objects of the chart with platform=eks' },
      ]);
    }
    this.chartObjects = chartObjects;
    this.cluster = new KubernetesCluster(stack, network, blueprint, clusterAdmins);
  }

  build(scope: Construct, component: ResolvedComponent, context: BuildContext): Construct | undefined {
    return buildWith(EKS_BUILDERS, scope, component, { ...context, cluster: this.cluster });
  }

  finish(built: readonly Construct[], context: BuildContext): void {
    const workloads = built.filter((construct) => construct instanceof Workload);
    for (const workload of workloads) workload.connect();
    const files = this.chartObjects(this.blueprint, Object.fromEntries(workloads.flatMap((workload) => imageOf(workload, context))));
    const asked = askedSecrets(files);
    const nameInChart = (component: string) => secretName(this.blueprint.stackName, component);
    for (const store of built) {
      const properties = store instanceof InClusterStore ? asked.get(nameInChart(store.node.id)) : undefined;
      if (store instanceof InClusterStore && properties !== undefined) store.addSecret(properties);
    }
    const names = new Map(Object.keys(this.blueprint.components).map((id) => [nameInChart(id), secretName(context.primaryStackName, id)]));
    const applied = new AppliedObjects(this.stack, this.cluster.cluster, this.blueprint, this.cluster.controllers);
    applied.apply(files.map((file) => withSecretNames(file, (key) => names.get(key) ?? key)));
    applied.applyShared('SecretStore', this.secretStore());
    for (const [id, settings] of this.cluster.allSettings) if (settings.size > 0) applied.applySettings(id, settings);
  }

  /** Secrets of the chart come from Secrets Manager, with the rights of who copies them. */
  private secretStore() {
    return {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ClusterSecretStore',
      metadata: { name: 'sizing-blueprints' },
      spec: { provider: { aws: { service: 'SecretsManager', region: Stack.of(this.stack).region } } },
    };
  }
}

function imageOf({ component, repositoryUri }: Workload, { images: { images, imageTag } }: BuildContext): [string, string][] {
  const image = images?.[component.id] ?? (imageTag === undefined ? undefined : `${repositoryUri}:${imageTag}`);
  return image === undefined ? [] : [[component.id, image]];
}

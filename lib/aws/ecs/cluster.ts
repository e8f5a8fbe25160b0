import { RemovalPolicy } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as servicediscovery from 'aws-cdk-lib/aws-servicediscovery';
import { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { acknowledge } from '../acknowledge';
import type { Network } from '../network/network';
import type { ServiceCluster } from './service-cluster';

/** The ECS cluster that all services of the stack run in. */
export class EcsCluster extends Construct implements ServiceCluster {
  /** The ECS cluster. */
  readonly cluster: ecs.Cluster;
  /** See ServiceCluster. */
  readonly hasFargateProviders = true;
  private discovered = false;

  constructor(
    scope: Construct,
    network: Network,
    private readonly blueprint: Blueprint,
  ) {
    super(scope, 'cluster');
    this.cluster = new ecs.Cluster(this, 'Cluster', {
      vpc: network.vpc,
      // Always enabled: a service that moves from Fargate to a node pool uses Fargate until the update has finished.
      enableFargateCapacityProviders: true,
      containerInsightsV2: ecs.ContainerInsights.DISABLED,
      ...(blueprint.options.ecsExec === true ? { executeCommandConfiguration: this.loggedSessions() } : {}),
    });
    acknowledge(this.cluster, {
      ECS4: 'Container Insights charges for custom metrics of each task. Scaling uses the metrics that ECS publishes free of charge.',
    });
  }

  /** Sessions of ECS Exec are logged in a log group of their own, apart from the output of the containers. */
  private loggedSessions(): ecs.ExecuteCommandConfiguration {
    const cloudWatchLogGroup = new logs.LogGroup(this, 'Sessions', {
      retention: logs.RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return { logging: ecs.ExecuteCommandLogging.OVERRIDE, logConfiguration: { cloudWatchLogGroup } };
  }

  /** Service Connect namespace, in which `connectName` gives the names of services. Created on first use. */
  get namespace(): string {
    const name = this.blueprint.stackName;
    if (!this.discovered) {
      this.cluster.addDefaultCloudMapNamespace({ name, type: servicediscovery.NamespaceType.HTTP, useForServiceConnect: true });
      this.discovered = true;
    }
    return name;
  }
}

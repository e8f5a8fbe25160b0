import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as servicediscovery from 'aws-cdk-lib/aws-servicediscovery';
import { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { acknowledge } from '../acknowledge';
import type { Network } from '../network/network';

/** The ECS cluster that all services of the stack run in. */
export class EcsCluster extends Construct {
  readonly cluster: ecs.Cluster;
  private discovered = false;

  constructor(
    scope: Construct,
    network: Network,
    private readonly blueprint: Blueprint,
  ) {
    super(scope, 'cluster');
    this.cluster = new ecs.Cluster(this, 'Cluster', {
      vpc: network.vpc,
      // In every form, as node pools are: services that leave Fargate are still on it while the stack changes.
      enableFargateCapacityProviders: true,
      containerInsightsV2: ecs.ContainerInsights.DISABLED,
    });
    acknowledge(this.cluster, {
      ECS4: 'Container Insights bills a custom metric for each task. Scaling uses the metrics that ECS publishes free of charge.',
    });
  }

  /** The namespace in which services find each other by component id; made when the first service asks. */
  get namespace(): string {
    const name = this.blueprint.stackName;
    if (!this.discovered) {
      this.cluster.addDefaultCloudMapNamespace({ name, type: servicediscovery.NamespaceType.HTTP, useForServiceConnect: true });
      this.discovered = true;
    }
    return name;
  }
}

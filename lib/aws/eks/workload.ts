import { RemovalPolicy } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Client, ComponentOf, EksContext } from '../build-context';
import { Queue } from '../data/queue';
import { serviceRepository } from '../ecs/container-images';
import { output } from '../outputs';
import { PodIdentity } from './pod-identity';
import { WorkloadClient } from './workload-client';
import { workloadLogGroupName } from './workload-logs';

/**
 * Resources of a service on EKS: its ECR repository, log group and pod role, and its network paths, permissions and settings
 * for the components that it uses. Its Kubernetes objects are applied with those of the whole chart.
 */
export class Workload extends Construct {
  /** URI of the ECR repository. */
  readonly repositoryUri: string;
  private readonly role: iam.Role;

  constructor(
    scope: Construct,
    /** The component of the service. */
    readonly component: ComponentOf<'service'>,
    private readonly context: EksContext,
  ) {
    super(scope, component.id);
    const { cluster, blueprint } = context;
    this.repositoryUri = serviceRepository(this).repositoryUri;
    new logs.LogGroup(this, 'Logs', {
      logGroupName: workloadLogGroupName(this, component.id),
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new PodIdentity(this, 'Identity', {
      cluster: cluster.cluster,
      namespace: blueprint.stackName,
      serviceAccount: component.id,
    }).role;
    output(this, 'RepositoryUri', this.repositoryUri, `Repository for images of ${component.id}`);
  }

  /** Connects the service to the components that it uses, after all of them have been created. */
  connect(): void {
    const { uses, worksOn } = this.component;
    for (const id of uses) this.context.dependency(id)?.serve(this.clientOf(id));
    const queue = worksOn === undefined ? undefined : this.context.dependency(worksOn);
    // A queue in the cluster has no AWS resource to grant.
    if (queue instanceof Queue) queue.serveWorker(this.clientOf(queue.node.id));
  }

  private clientOf(id: string): Client {
    const { cluster } = this.context;
    return new WorkloadClient(cluster.connections, this.role, cluster.settingsOf(id), cluster.secretReader);
  }
}

import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Blueprint } from '../blueprint/blueprint';
import type { ResolvedComponent } from '../blueprint/resolved-component';
import type { EcsCluster } from './ecs/cluster';
import type { ContainerImages } from './ecs/container-images';
import type { ServiceCluster } from './ecs/service-cluster';
import type { TaskPool } from './ecs/task-pool';
import type { KubernetesCluster } from './eks/kubernetes-cluster';
import type { ExistingResources } from './existing-resources';
import type { Network } from './network/network';
import type { NetworkPlace } from './network/network-place';
import type { Observability } from './observability';

/** A service that uses other components. Network paths, permissions and addresses are granted through this interface only. */
export interface Client {
  /** Security groups of the service. */
  readonly connections: ec2.Connections;
  /** Role of the running service. */
  readonly role: iam.IRole;
  /** Sets an environment variable. */
  setEnvironment(name: string, value: string): void;
  /** Sets an environment variable from a secret. */
  setSecret(name: string, secret: ecs.Secret): void;
}

/** A component that services can use. */
export interface Dependency extends Construct {
  /** Grants the client the network paths, permissions and addresses that it needs, and no more. */
  serve(client: Client): void;
  /** ECS service whose name clients resolve through Service Connect, so that it is created before them. Absent: none. */
  readonly named?: Construct | undefined;
}

/** Everything that the construct of one component may use. */
export interface BuildContext {
  /** The blueprint of the stack. */
  readonly blueprint: Blueprint;
  /** The network of the stack. */
  readonly network: Network;
  /** The bucket for access logs. */
  readonly observability: Observability;
  /** Images of services. */
  readonly images: ContainerImages;
  /** Resources of the app or of the account that the stack uses instead of its own. */
  readonly existing: ExistingResources;
  /** Name of the stack in the primary region; the name of this stack unless it is in a standby region. */
  readonly primaryStackName: string;
  /** The construct of a component. Throws an Error when the component has no construct of this class yet. */
  built<T extends Construct>(id: string, type: new (...args: never[]) => T): T;
  /** The construct of a component that services can use; undefined for other components and for external services. */
  dependency(id: string): Dependency | undefined;
}

/** Context of the construct of a managed data store, which may be in a stack of a user. */
export interface DataStoreContext extends Pick<BuildContext, 'blueprint' | 'existing' | 'primaryStackName'> {
  /** Where the data store is in its VPC. */
  readonly network: NetworkPlace;
  /** Logs of the stack. */
  readonly observability: {
    /** Role of the function that limits the retention of exported logs. Default: the one that the CDK creates. */
    readonly logRetentionRole?: iam.IRole;
  };
}

/** Context of the construct of a service on ECS, which may be in a stack of a user. */
export interface ServiceContext extends Pick<BuildContext, 'blueprint' | 'images' | 'built' | 'dependency'> {
  /** Where the tasks are in their VPC. */
  readonly network: NetworkPlace;
  /** The ECS cluster of the service. */
  readonly cluster: ServiceCluster;
  /** The instances of a node pool. */
  pool(id: string): TaskPool;
  /** Whether a load balancer forwards to the service. */
  isBalanced(service: string): boolean;
}

/** BuildContext of a stack on ECS. */
export interface EcsContext extends BuildContext, Pick<ServiceContext, 'isBalanced' | 'pool'> {
  /** The ECS cluster of the stack. */
  readonly cluster: EcsCluster;
}

/** BuildContext of a stack on EKS. */
export interface EksContext extends BuildContext {
  /** The EKS cluster of the stack. */
  readonly cluster: KubernetesCluster;
}

/** Whether services can use the construct. */
export function isDependency(construct: Construct): construct is Dependency {
  return 'serve' in construct;
}

/** Kind of a resolved component. */
export type ComponentKind = ResolvedComponent['kind'];
/** The resolved component of one kind. */
export type ComponentOf<Kind extends ComponentKind> = Extract<ResolvedComponent, { readonly kind: Kind }>;

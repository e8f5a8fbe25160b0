import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Blueprint } from '../blueprint/blueprint';
import type { ResolvedComponent } from '../blueprint/resolved-component';
import type { EcsCluster } from './ecs/cluster';
import type { ContainerImages } from './ecs/container-images';
import type { KubernetesCluster } from './eks/kubernetes-cluster';
import type { Network } from './network/network';
import type { Observability } from './observability';

/** A service as what it uses sees it. Being served is the only way to a network path, a permission or an address. */
export interface Client {
  readonly connections: ec2.Connections;
  readonly role: iam.IRole;
  setEnvironment(name: string, value: string): void;
  setSecret(name: string, secret: ecs.Secret): void;
}

/** What a component of a stack can do for a service. A kind that serves nobody has no such constructs. */
export interface Dependency extends Construct {
  /** Opens exactly the paths, permissions and addresses that the client needs. */
  serve(client: Client): void;
}

/** What building one component may look at. */
export interface BuildContext {
  readonly blueprint: Blueprint;
  readonly network: Network;
  readonly observability: Observability;
  readonly images: ContainerImages;
  /** Name of the stack in the primary region: that of this stack, unless it stands by for another. */
  readonly primaryStackName: string;
  /** The construct of a component. Throws when there is none of this class yet: blueprints are checked before. */
  built<T extends Construct>(id: string, type: new (...args: never[]) => T): T;
  /** The construct of a component that serves others, or undefined: external services have no construct. */
  dependency(id: string): Dependency | undefined;
}

/** The same on ECS. */
export interface EcsContext extends BuildContext {
  readonly cluster: EcsCluster;
}

/** The same on EKS. */
export interface EksContext extends BuildContext {
  readonly cluster: KubernetesCluster;
}

export function isDependency(construct: Construct): construct is Dependency {
  return 'serve' in construct;
}

export type ComponentKind = ResolvedComponent['kind'];
export type ComponentOf<Kind extends ComponentKind> = Extract<ResolvedComponent, { readonly kind: Kind }>;

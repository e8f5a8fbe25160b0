import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import type { ResolvedComponent } from '../../blueprint/resolved-component';
import type { BuildContext, EcsContext } from '../build-context';
import { addFailover, type FailoverStack } from '../data/failover';
import type { Network } from '../network/network';
import { buildWith, type Platform } from '../platform';
import { ECS_BUILDERS } from '../registry';
import { EcsCluster } from './cluster';
import { NodePool } from './node-pool';
import { Service } from './service';

/** ECS: each service is an ECS service, connected to the components that it uses. */
export class EcsPlatform implements Platform {
  private readonly cluster: EcsCluster;

  constructor(
    private readonly stack: FailoverStack,
    network: Network,
    blueprint: Blueprint,
  ) {
    this.cluster = new EcsCluster(stack, network, blueprint);
  }

  /** See Platform. */
  build(scope: Construct, component: ResolvedComponent, context: BuildContext): Construct | undefined {
    return buildWith(ECS_BUILDERS, scope, component, this.contextOf(context));
  }

  /** See Platform. */
  finish(built: readonly Construct[], context: BuildContext): void {
    for (const id of context.blueprint.idlePools) NodePool.idle(this.stack, id, this.contextOf(context));
    for (const construct of built) if (construct instanceof Service) construct.connect();
    addFailover(this.stack, context);
  }

  private contextOf(context: BuildContext): EcsContext {
    const components = Object.values(context.blueprint.components);
    const isBalanced = (service: string) => components.some((each) => each.kind === 'load-balancer' && each.target === service);
    return { ...context, cluster: this.cluster, isBalanced, pool: (id) => context.built(id, NodePool) };
  }
}

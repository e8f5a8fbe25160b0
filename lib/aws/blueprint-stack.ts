import { DefaultStackSynthesizer, Stack, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Blueprint, ResolvedComponent } from '../blueprint';
import { declarationOf } from '../declaration';
import { InputError } from '../problems';
import { type BuildContext, type ComponentKind, type ComponentOf, type Dependency, isDependency } from './build-context';
import { EcsCluster } from './cluster';
import type { ContainerImages } from './container-images';
import { CopiedFiles, isCopy } from './copied-files';
import { addFailover, type Failover } from './failover';
import { SYNTHESIS_CONTEXT } from './feature-flags';
import { Network } from './network';
import { NodePool } from './node-pool';
import { Observability } from './observability';
import { BUILD_ORDER, BUILDERS } from './registry';
import { Service } from './service';

export interface BlueprintStackProps extends ContainerImages {
  readonly blueprint: Blueprint;
  /** Name of the stack that this one stands by for. Default: it stands for itself. */
  readonly primaryStackName?: string;
}

/**
 * A blueprint as one CloudFormation stack, named by system and environment and not by tier: another tier is an update
 * of the same stack. It knows its region and zones but no account, so that synthesis asks nobody. The constructs
 * directly below it are named by component id; what components share is in `network`, `cluster` and `observability`.
 *
 * A blueprint of several regions makes more stacks beside this one, in the same scope: for each other region one of the
 * copied files, which this one needs, and one that stands by, which needs this one.
 */
export class BlueprintStack extends Stack {
  readonly blueprint: Blueprint;
  /** The stacks of other regions, in the order in which they are deployed around this one. */
  readonly siblings: readonly Stack[];
  /** Absent: the tier is in one region. */
  readonly failover: Failover | undefined;
  private readonly primaryStackName: string;
  private readonly components = new Map<string, Construct>();

  /**
   * `id` is the stack's name; default: the blueprint's own. Throws an InputError when the blueprint has a component that
   * is not synthesized on AWS.
   */
  constructor(scope: Construct, id: string | undefined, { blueprint, primaryStackName, ...images }: BlueprintStackProps) {
    refuseClusters(blueprint);
    super(scope, id ?? blueprint.stackName, {
      description: `${blueprint.system.name}, environment ${blueprint.options.environment}`,
      // The CLI checks the version of the bootstrap stack by itself; the template stays free of it.
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
      env: { region: blueprint.network.region },
      tags: { system: blueprint.system.id, environment: blueprint.options.environment },
    });
    this.blueprint = blueprint;
    this.primaryStackName = primaryStackName ?? this.stackName;
    this.failover = failoverOf(blueprint, this.primaryStackName);
    for (const [key, value] of Object.entries(SYNTHESIS_CONTEXT)) this.node.setContext(key, value);
    this.templateOptions.metadata = { 'sizing-blueprints': declarationOf(withoutCopies(blueprint)) };
    this.build(images);
    Validations.of(this).acknowledge({
      id: 'CloudFormation-Validate::W3010',
      reason: 'Zones are named so that synthesis asks no account and nothing that has a place ever moves.',
    });
    this.siblings = (blueprint.standbys ?? []).flatMap((standby) => this.inOtherRegion(scope, standby, images));
  }

  private inOtherRegion(scope: Construct, standby: Blueprint, images: ContainerImages): Stack[] {
    const { primaryStackName } = this;
    const id = `${this.node.id}-${standby.network.region}`;
    const copies = CopiedFiles.neededBy(standby) ? [new CopiedFiles(scope, `${id}-files`, { blueprint: standby, primaryStackName })] : [];
    for (const stack of copies) this.addStackDependency(stack, 'files are copied to a bucket that is there');
    const standing = new BlueprintStack(scope, id, { blueprint: standby, primaryStackName, ...images });
    standing.addStackDependency(this, 'a replica needs its source');
    return [...copies, standing];
  }

  /** The blueprint's zones; without an account CDK would know only two made-up ones. */
  override get availabilityZones(): string[] {
    return [...this.blueprint.network.zones];
  }

  private build(images: ContainerImages): void {
    const network = new Network(this, this.blueprint.network);
    const context: BuildContext = {
      blueprint: this.blueprint,
      network,
      cluster: new EcsCluster(this, network, this.blueprint),
      observability: new Observability(this),
      images,
      primaryStackName: this.primaryStackName,
      built: (id, type) => this.built(id, type),
      dependency: (id) => this.dependency(id),
    };
    for (const kind of BUILD_ORDER) {
      for (const component of Object.values(this.blueprint.components)) {
        if (component.kind === kind) this.add(component, context);
      }
    }
    for (const id of this.blueprint.idlePools) NodePool.idle(this, id, context);
    for (const construct of this.components.values()) if (construct instanceof Service) construct.connect();
    addFailover(this, context);
  }

  private add(component: ResolvedComponent, context: BuildContext): void {
    const construct = buildComponent(component.kind, this, component, context);
    if (construct !== undefined) this.components.set(component.id, construct);
  }

  private built<T extends Construct>(id: string, type: new (...args: never[]) => T): T {
    const construct = this.components.get(id);
    if (construct instanceof type) return construct;
    throw new Error(`component ${id} is not a ${type.name} that was built before`);
  }

  private dependency(id: string): Dependency | undefined {
    const construct = this.components.get(id);
    return construct !== undefined && isDependency(construct) ? construct : undefined;
  }
}

function refuseClusters({ options: { platform } }: Blueprint): void {
  if (platform === 'ecs') return;
  throw new InputError('blueprint', [{ path: 'platform', received: platform, allowed: 'ecs for a stack; eks is not yet synthesized' }]);
}

/** Use of copied files is declared by the stack that has them. */
function withoutCopies(blueprint: Blueprint): Blueprint {
  const copies = new Set(
    Object.values(blueprint.components)
      .filter(isCopy)
      .map(({ id }) => id),
  );
  return copies.size === 0 ? blueprint : { ...blueprint, usage: blueprint.usage.filter(({ component }) => !copies.has(component)) };
}

function failoverOf({ regions, standsBy }: Blueprint, primaryStackName: string): Failover | undefined {
  if (regions === undefined) return undefined;
  const rank = standsBy?.rank ?? 0;
  return { settings: regions, primaryStackName, rank, last: rank === regions.secondaries.length };
}

function buildComponent<Kind extends ComponentKind>(kind: Kind, scope: Construct, component: ComponentOf<Kind>, context: BuildContext) {
  return BUILDERS[kind](scope, component, context);
}

import { DefaultStackSynthesizer, Stack, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Blueprint } from '../blueprint/blueprint';
import { DECLARATION_KEY } from '../contract/key';
import { declarationOfStack, hasCopies } from '../contract/stacks';
import { InputError, shown } from '../core/problems';
import { type BuildContext, type Dependency, isDependency } from './build-context';
import type { Failover } from './data/failover';
import type { ContainerImages } from './ecs/container-images';
import { CopiedFiles } from './ecs/copied-files';
import { EcsPlatform } from './ecs/ecs-platform';
import { EksPlatform, type EksPlatformProps } from './eks/eks-platform';
import { SYNTHESIS_CONTEXT } from './feature-flags';
import { Network } from './network/network';
import { Observability } from './observability';
import type { Platform } from './platform';
import { BUILD_ORDER } from './registry';

export interface BlueprintStackProps extends ContainerImages, EksPlatformProps {
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
  constructor(scope: Construct, id: string | undefined, props: BlueprintStackProps) {
    const { blueprint, primaryStackName } = props;
    refuseManifests(blueprint);
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
    this.templateOptions.metadata = { [DECLARATION_KEY]: declarationOfStack(blueprint) };
    this.build(props);
    Validations.of(this).acknowledge({
      id: 'CloudFormation-Validate::W3010',
      reason: 'Zones are named so that synthesis asks no account and nothing that has a place ever moves.',
    });
    this.siblings = (blueprint.standbys ?? []).flatMap((standby) => this.inOtherRegion(scope, standby, props));
  }

  private inOtherRegion(scope: Construct, standby: Blueprint, props: BlueprintStackProps): Stack[] {
    const { primaryStackName } = this;
    const id = `${this.node.id}-${standby.network.region}`;
    const copies = hasCopies(standby) ? [new CopiedFiles(scope, `${id}-files`, { blueprint: standby, primaryStackName })] : [];
    for (const stack of copies) this.addStackDependency(stack, 'files are copied to a bucket that is there');
    const standing = new BlueprintStack(scope, id, { ...props, blueprint: standby, primaryStackName });
    standing.addStackDependency(this, 'a replica needs its source');
    return [...copies, standing];
  }

  /** The blueprint's zones; without an account CDK would know only two made-up ones. */
  override get availabilityZones(): string[] {
    return [...this.blueprint.network.zones];
  }

  private build({ blueprint, primaryStackName: _primary, ...props }: BlueprintStackProps): void {
    const network = new Network(this, blueprint.network);
    const platform: Platform =
      blueprint.options.platform === 'eks' ? new EksPlatform(this, network, blueprint, props) : new EcsPlatform(this, network, blueprint);
    const context: BuildContext = {
      blueprint,
      network,
      observability: new Observability(this),
      images: props,
      primaryStackName: this.primaryStackName,
      built: (id, type) => this.built(id, type),
      dependency: (id) => this.dependency(id),
    };
    for (const kind of BUILD_ORDER) {
      for (const component of Object.values(blueprint.components)) {
        if (component.kind !== kind) continue;
        const construct = platform.build(this, component, context);
        if (construct !== undefined) this.components.set(component.id, construct);
      }
    }
    platform.finish([...this.components.values()], context);
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

function refuseManifests({ options: { platform } }: Blueprint): void {
  if (platform !== 'kubernetes') return;
  throw new InputError('blueprint', [
    {
      path: 'platform',
      received: shown(platform),
      expected: 'ecs or eks: only manifests are synthesized for kubernetes (sizing manifests)',
    },
  ]);
}

function failoverOf({ regions, standsBy }: Blueprint, primaryStackName: string): Failover | undefined {
  if (regions === undefined) return undefined;
  const rank = standsBy?.rank ?? 0;
  return { settings: regions, primaryStackName, rank, last: rank === regions.secondaries.length };
}

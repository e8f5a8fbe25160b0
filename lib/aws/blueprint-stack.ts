import { Stack, Validations } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { Blueprint } from '../blueprint/blueprint';
import { DECLARATION_KEY } from '../contract/key';
import { declarationOfStack, hasCopies } from '../contract/stacks';
import { InputError, type Problem, shown } from '../core/problems';
import { type BuildContext, type Dependency, isDependency } from './build-context';
import type { Failover } from './data/failover';
import type { ContainerImages } from './ecs/container-images';
import { CopiedFiles } from './ecs/copied-files';
import { EcsPlatform } from './ecs/ecs-platform';
import type { EksPlatformProps } from './eks/eks-platform';
import type { ExistingResources } from './existing-resources';
import { SYNTHESIS_CONTEXT } from './feature-flags';
import { Network } from './network/network';
import { Observability } from './observability';
import type { Platform } from './platform';
import { BUILD_ORDER } from './registry';
import { partsOf, type StackParts } from './stack-parts';
import { type StackSettings, settingsOf, stackPropsOf } from './stack-settings';

/** Properties of BlueprintStack: the blueprint, images of its services, and objects of its chart on EKS. */
export interface BlueprintStackProps extends ContainerImages, EksPlatformProps, StackSettings, ExistingResources {
  /** The blueprint to synthesize. */
  readonly blueprint: Blueprint;
  /** Name of the stack in the primary region. Default: the name of this stack, which is then in the primary region. */
  readonly primaryStackName?: string;
}

/**
 * A blueprint as one CloudFormation stack, named by system and environment, not by tier, so that a change of the tier is an
 * update of the same stack. The region is fixed and the account is not, so that synthesis needs no AWS credentials.
 * The constructs directly below the stack are named by component id; shared resources are in `network`, `cluster` and
 * `observability`.
 *
 * A blueprint with standby regions adds more stacks to the same scope. Each standby region has a stack for replicated
 * files, which this stack depends on, and a standby stack, which depends on this stack.
 */
export class BlueprintStack extends Stack {
  /** The blueprint of the stack. */
  readonly blueprint: Blueprint;
  /** The stacks of the standby regions, in the order of the regions. */
  readonly siblings: readonly Stack[];
  /** DNS failover between regions; undefined for a tier in one region. */
  readonly failover: Failover | undefined;
  /** The network that the components are in. */
  readonly network: Network;
  /** The resources of the components, by kind and component id. */
  readonly parts: StackParts;
  private readonly primaryStackName: string;
  private readonly components = new Map<string, Construct>();

  /**
   * `id` is the name of the stack; undefined for the name in the blueprint. Throws an InputError when the blueprint has a
   * component that is not supported on AWS.
   */
  constructor(scope: Construct, id: string | undefined, props: BlueprintStackProps) {
    const { blueprint, primaryStackName } = props;
    refuseManifests(blueprint);
    super(scope, id ?? blueprint.stackName, stackPropsOf(scope, blueprint, props));
    this.blueprint = blueprint;
    this.primaryStackName = primaryStackName ?? this.stackName;
    this.failover = failoverOf(blueprint, this.primaryStackName);
    refuseExisting(blueprint, props);
    for (const [key, value] of Object.entries(SYNTHESIS_CONTEXT)) this.node.setContext(key, value);
    this.templateOptions.metadata = { [DECLARATION_KEY]: declarationOfStack(withoutUseOf(props.vpc, blueprint)) };
    this.network = new Network(this, blueprint.network, { managedNodeGroups: blueprint.options.platform === 'eks', vpc: props.vpc });
    this.build(props);
    this.parts = partsOf(this.node.id, this.components);
    if (blueprint.network.subnetZones.by === 'name' && props.vpc === undefined) {
      Validations.of(this).acknowledge({ id: 'CloudFormation-Validate::W3010', reason: 'The zones option gives the zones by name.' });
    }
    this.siblings = (blueprint.standbys ?? []).flatMap((standby) => this.inOtherRegion(scope, standby, props));
  }

  private inOtherRegion(scope: Construct, standby: Blueprint, props: BlueprintStackProps): Stack[] {
    const { primaryStackName } = this;
    const id = `${this.node.id}-${standby.network.region}`;
    const nameOf = (suffix: string) => (props.stackName === undefined ? {} : { stackName: `${props.stackName}-${suffix}` });
    const files = `${standby.network.region}-files`;
    const copies = hasCopies(standby)
      ? [
          new CopiedFiles(scope, `${this.node.id}-${files}`, {
            ...settingsOf(props),
            ...nameOf(files),
            blueprint: standby,
            primaryStackName,
          }),
        ]
      : [];
    for (const stack of copies) this.addStackDependency(stack, 'the destination buckets of replication must exist');
    const standbyStack = new BlueprintStack(scope, id, {
      ...props,
      ...nameOf(standby.network.region),
      blueprint: standby,
      primaryStackName,
    });
    standbyStack.addStackDependency(this, 'a read replica needs its source');
    return [...copies, standbyStack];
  }

  /** The zones of the blueprint. Without an account, the CDK would use two placeholder zones. */
  override get availabilityZones(): string[] {
    return [...this.blueprint.network.subnetZones.zones];
  }

  private build({ blueprint, primaryStackName: _primary, ...props }: BlueprintStackProps): void {
    const { network } = this;
    const platform = this.platformOf(blueprint, props);
    const context: BuildContext = {
      blueprint,
      network,
      observability: new Observability(this),
      images: props,
      existing: props,
      primaryStackName: this.primaryStackName,
      built: (id, type) => this.built(id, type),
      dependency: (id) => this.dependency(id),
    };
    for (const kind of BUILD_ORDER) {
      for (const component of Object.values(blueprint.components)) {
        if (component.kind !== kind) continue;
        const construct = namingTier(blueprint, () => platform.build(this, component, context));
        if (construct !== undefined) this.components.set(component.id, construct);
      }
    }
    platform.finish([...this.components.values()], context);
  }

  /** Stacks on ECS do not load the code of EKS. */
  private platformOf(blueprint: Blueprint, props: EksPlatformProps): Platform {
    if (blueprint.options.platform !== 'eks') return new EcsPlatform(this, this.network, blueprint);
    const { EksPlatform } = require('./eks/eks-platform') as typeof import('./eks/eks-platform');
    return new EksPlatform(this, this.network, blueprint, props);
  }

  private built<T extends Construct>(id: string, type: new (...args: never[]) => T): T {
    const construct = this.components.get(id);
    if (construct instanceof type) return construct;
    throw new Error(`component ${id} has no construct of class ${type.name} yet`);
  }

  private dependency(id: string): Dependency | undefined {
    const construct = this.components.get(id);
    return construct !== undefined && isDependency(construct) ? construct : undefined;
  }
}

/** Builds a component of a tier; a problem of the component has the tier as its subject, since an answer may be about several tiers. */
function namingTier<Built>({ system, tier }: Blueprint, build: () => Built): Built {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`tier ${system.id}/${tier.id}`, error.problems);
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

/** Existing resources that the form of the tier cannot use. Resources of one region are of no use in the other regions of a tier. */
function refuseExisting({ standbys, standsBy, options }: Blueprint, { vpc, certificate, encryptionKey }: ExistingResources): void {
  const inRegions = standbys !== undefined || standsBy !== undefined;
  const problems: Problem[] = Object.entries({ vpc, certificate, encryptionKey }).flatMap(([path, resource]) =>
    inRegions && resource !== undefined
      ? [{ path, reason: 'is in one region, and the tier is in several', expected: `no ${path} for a tier with standby regions` }]
      : [],
  );
  if (vpc !== undefined && options.zones !== undefined) {
    problems.push({ path: 'zones', received: shown(options.zones), expected: 'no value with an existing VPC, which has its zones' });
  }
  if (problems.length > 0) throw new InputError('blueprint', problems);
}

/** Usage of the network that resources of an existing VPC are charged for: they are not part of the stack. */
const CHARGED_IN_VPC: ReadonlySet<string> = new Set(['natProcessedGb', 'logIngestGb', 'logStoredGb']);

function withoutUseOf(vpc: ec2.IVpc | undefined, blueprint: Blueprint): Blueprint {
  if (vpc === undefined) return blueprint;
  return { ...blueprint, usage: blueprint.usage.filter(({ component, key }) => component !== 'network' || !CHARGED_IN_VPC.has(key)) };
}

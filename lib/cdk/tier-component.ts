import { Stack, Token } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { blueprintFor } from '../answers/blueprint-for';
import type { ComponentKind, ComponentOf, DataStoreContext } from '../aws/build-context';
import type { ExistingResources } from '../aws/existing-resources';
import { dataSubnetProblems, placeInVpc, vpcRegionProblems } from '../aws/network/network-place';
import type { Blueprint } from '../blueprint/blueprint';
import { InputError, notOneOf, type Problem, shown, unknownKey } from '../core/problems';
import type { TierId } from '../model/define-system';
import type { OptionsInput } from '../model/inputs';
import type { SystemDefinition } from '../model/tier-extension';
import { inVpc } from './tier-stack-props';
import type { ComponentId } from './typed-parts';

/** Properties of every construct of a single component: which component of which tier. */
export interface TierComponentProps<Definition extends SystemDefinition, Kind extends ComponentKind> {
  /** A system of your own, or an example such as `aiva` of `sizing-blueprints/tiers`. */
  readonly system: Definition;
  /** Id of one of its tiers; a misspelled id does not compile. */
  readonly tier: TierId<Definition>;
  /** Id of a component of this kind; a misspelled id does not compile. The tier must have it. */
  readonly component: ComponentId<Definition, Kind>;
}

/** Properties of every construct of a single data store. */
export interface TierDataStoreProps<Definition extends SystemDefinition, Kind extends ComponentKind>
  extends TierComponentProps<Definition, Kind>,
    Pick<ExistingResources, 'encryptionKey'> {
  /**
   * VPC in the region of the stack. The data store is in its isolated subnets, or in its private ones if it has none. Set it once,
   * because a change replaces the data store.
   */
  readonly vpc: ec2.IVpc;
  /**
   * Snapshot that the data store is created from. Default: an empty one. It must stay set afterwards, because a removal replaces the
   * data store by an empty one.
   */
  readonly restoreFrom?: string;
}

/** A component of a tier, resolved, with the id of the construct that it is built by. */
export interface ComponentRequest<Kind extends ComponentKind> {
  /** The component; its id is that of the construct. */
  readonly component: ComponentOf<Kind>;
  /** The blueprint of its tier. */
  readonly blueprint: Blueprint;
}

/** Names of components in templates: of outputs, of environment variables, of containers. */
const CONSTRUCT_ID = /^[A-Za-z][A-Za-z0-9-]{0,62}$/;

/**
 * The component of a tier in the region of the stack. `options` are those of the component, and `keys` are its other properties.
 * Throws an InputError with the problems that are found.
 */
export function componentRequest<Definition extends SystemDefinition, Kind extends ComponentKind>(
  scope: Construct,
  id: string,
  kind: Kind,
  {
    system,
    tier,
    component,
    vpc,
    ...others
  }: TierComponentProps<Definition, Kind> & { readonly vpc?: ec2.IVpc } & Readonly<Record<string, unknown>>,
  { options, keys, fixed = {} }: KnownProps,
): ComponentRequest<Kind> {
  const region = regionOf(scope, id);
  const known = ['component', 'vpc', ...options, ...keys];
  refuse(id, [
    ...Object.keys(others).flatMap((key) => (known.includes(key) ? [] : [unknownKey(key, key, ['system', 'tier', ...known])])),
    ...(CONSTRUCT_ID.test(id) ? [] : [{ path: 'id', received: shown(id), expected: 'letters, digits and hyphens, a letter first' }]),
  ]);
  const given = Object.fromEntries(options.flatMap((key) => (others[key] === undefined ? [] : [[key, others[key]]])));
  const placed = vpc === undefined ? system : inVpc(system, vpc);
  // The platform of the definition is that of whole tiers: a construct is a managed data store, or a service on ECS.
  const request = { platform: 'ecs', ...fixed, ...given, ...restoreOf(component, others), system: placed, tier, region };
  const blueprint = blueprintFor(request, { subject: id });
  if (blueprint.regions !== undefined) {
    refuse(id, [
      { path: 'tier', reason: 'has standby regions', expected: 'a tier in one region, or TierStack, which has a stack in each' },
    ]);
  }
  return { component: { ...componentOf(id, kind, component, blueprint), id }, blueprint };
}

/** Properties of a construct in addition to those of every component. */
export interface KnownProps {
  /** Options of the tier that apply to the component. */
  readonly options: readonly (keyof OptionsInput)[];
  /** Other properties. */
  readonly keys: readonly string[];
  /** Options with a fixed value. Default: none. */
  readonly fixed?: OptionsInput;
}

/** The component of a data store, with the context of its construct. */
export function dataStoreRequest<Definition extends SystemDefinition, Kind extends ComponentKind>(
  scope: Construct,
  id: string,
  kind: Kind,
  props: TierDataStoreProps<Definition, Kind>,
  options: readonly (keyof OptionsInput)[],
): ComponentRequest<Kind> & { readonly context: DataStoreContext } {
  const { vpc, encryptionKey } = props;
  refuse(id, [...vpcRegionProblems(vpc, regionOf(scope, id)), ...dataSubnetProblems(vpc)]);
  const request = componentRequest(scope, id, kind, { ...props }, { options, keys: ['encryptionKey', 'restoreFrom'] });
  const context = {
    blueprint: request.blueprint,
    network: placeInVpc(vpc),
    existing: { ...(encryptionKey !== undefined && { encryptionKey }) },
    primaryStackName: Stack.of(scope).stackName,
    // No log retention here: the CDK sets it by a function that all constructs of the stack share.
    observability: {},
  };
  return { ...request, context };
}

/** Instance types and prices depend on the region, so it cannot be known only at the deployment. */
function regionOf(scope: Construct, id: string): string {
  const { region, node } = Stack.of(scope);
  if (Token.isUnresolved(region)) {
    const reason = `stack ${node.path} has no region`;
    refuse(id, [{ path: 'env.region', reason, expected: 'a region such as us-east-1, because instance types and prices depend on it' }]);
  }
  return region;
}

function componentOf<Kind extends ComponentKind>(
  id: string,
  kind: Kind,
  component: string,
  { components, tier }: Blueprint,
): ComponentOf<Kind> {
  const found = Object.hasOwn(components, component) ? components[component] : undefined;
  if (found !== undefined && isKind(found, kind)) return found;
  const ids = Object.values(components).flatMap((each) => (each.kind === kind ? [each.id] : []));
  throw new InputError(id, [
    ids.length === 0
      ? { path: 'component', received: shown(component), expected: `a tier with a ${kind}: ${tier.id} has none` }
      : notOneOf('component', component, ids),
  ]);
}

function isKind<Kind extends ComponentKind>(component: ComponentOf<ComponentKind>, kind: Kind): component is ComponentOf<Kind> {
  return component.kind === kind;
}

function restoreOf(component: string, { restoreFrom }: Readonly<Record<string, unknown>>): OptionsInput {
  return restoreFrom === undefined ? {} : { restoreFrom: `${component}:${String(restoreFrom)}` };
}

function refuse(subject: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new InputError(subject, problems);
}

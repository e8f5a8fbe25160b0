import { type Environment, Token } from 'aws-cdk-lib';
import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { blueprintFor } from '../answers/blueprint-for';
import { unknownImageProblems } from '../answers/service-images';
import { loadSystem } from '../answers/system-reference';
import type { ContainerImages } from '../aws/ecs/container-images';
import type { EksPlatformProps } from '../aws/eks/eks-platform';
import type { ExistingResources } from '../aws/existing-resources';
import { PASSED_ON, type StackSettings, settingsOf } from '../aws/stack-settings';
import type { Blueprint } from '../blueprint/blueprint';
import { isPlainObject } from '../core/plain-object';
import { InputError, type Problem, shown } from '../core/problems';
import type { TierId } from '../model/define-system';
import type { OptionsInput } from '../model/inputs';
import type { SystemDefinition } from '../model/tier-extension';
import type { ServiceId } from './typed-parts';

/** Properties of TierStack: the tier, its options, images of its services, settings of the stack, and existing resources. */
export interface TierStackProps<Definition extends SystemDefinition = SystemDefinition>
  extends Omit<OptionsInput, 'certificate'>,
    Omit<ContainerImages, 'images'>,
    Pick<EksPlatformProps, 'clusterAdmins'>,
    Omit<StackSettings, 'account'>,
    Omit<ExistingResources, 'certificate'> {
  /** A system of your own, or an example such as `aiva` of `sizing-blueprints/tiers`. */
  readonly system: Definition;
  /** Id of one of its tiers; a misspelled id does not compile. */
  readonly tier: TierId<Definition>;
  /** Images by service id, from any registry; they take precedence over `imageTag`. A misspelled id does not compile. Default: none. */
  readonly images?: { readonly [Id in ServiceId<Definition>]?: string };
  /**
   * Account and region of the stack. The region is also the option `region`; two different regions are an error. Default: the
   * region of the option, and the account of the credentials that deploy the stack.
   */
  readonly env?: Environment;
  /** ACM certificate for HTTPS, or its ARN; for several regions one ARN per region, separated by commas. Default: HTTP without TLS. */
  readonly certificate?: string | acm.ICertificate;
}

/** Keys of TierStackProps that are neither the tier nor options. */
const OTHER_KEYS = [
  'images',
  'imageTag',
  'clusterAdmins',
  'env',
  'stackName',
  'tags',
  'synthesizer',
  'description',
  ...PASSED_ON,
  'vpc',
  'hostedZone',
  'encryptionKey',
] as const;

/** The validated properties of a TierStack. */
export interface StackRequest {
  /** The blueprint of the tier. */
  readonly blueprint: Blueprint;
  /** Settings of the stack. */
  readonly settings: StackSettings;
  /** Existing resources that the stack uses. */
  readonly existing: ExistingResources;
  /** Images by service id. */
  readonly images: Readonly<Record<string, string>>;
}

/** Resolves the properties of a stack. `id` is the subject of the InputError, which has all problems that are found. */
export function stackRequest<Definition extends SystemDefinition>(
  id: string,
  { images, imageTag: _tag, clusterAdmins: _admins, ...props }: TierStackProps<Definition>,
): StackRequest {
  const { system, env, stackName, tags: _tags, synthesizer: _synthesizer, description: _description, ...others } = props;
  const { permissionsBoundary: _boundary, notificationArns: _arns, crossRegionReferences: _references, ...rest } = others;
  const { vpc, certificate, hostedZone, encryptionKey, ...options } = rest;
  refuse(id, subjectProblems(props));
  if (vpc !== undefined && options.natGateways !== undefined) {
    refuse(id, [{ path: 'natGateways', received: shown(options.natGateways), expected: 'no value with vpc, which has its own' }]);
  }
  const region = regionOf(id, env, options.region);
  const domain = domainOf(id, props);
  const request = {
    ...options,
    system: vpc === undefined ? system : inVpc(system, vpc),
    ...(vpc !== undefined && gatewaysOf(vpc) === 0 && options.topology !== 'single-host' && { natGateways: 0 }),
    ...(region !== undefined && { region }),
    ...(domain !== undefined && { domain }),
    ...(certificate !== undefined && { certificate: checkedArn(certificate, region) }),
  };
  const blueprint = blueprintFor(request, { subject: id, otherKeys: OTHER_KEYS });
  const account = env?.account;
  return {
    blueprint: certificate === undefined ? blueprint : withArn(blueprint, certificate),
    images: checkedImages(id, system, images),
    settings: {
      ...settingsOf({ ...props, ...(account !== undefined && { account }) }),
      ...(stackName !== undefined && { stackName }),
    },
    existing: {
      ...(vpc !== undefined && { vpc }),
      ...(typeof certificate === 'object' && { certificate }),
      ...(hostedZone !== undefined && { hostedZone }),
      ...(encryptionKey !== undefined && { encryptionKey }),
    },
  };
}

/** An image without a value, such as one of an unset variable, is an error: the service would run a placeholder. */
function checkedImages(id: string, system: SystemDefinition, images: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const ofService = images as Record<string, string>;
  refuse(id, [
    ...unknownImageProblems(loadSystem(system), { images: ofService }),
    ...Object.entries(images).flatMap(([service, image]) =>
      typeof image === 'string' && image !== ''
        ? []
        : [{ path: `images.${service}`, received: shown(image), expected: 'an image such as example.com/api:1.4.2' }],
    ),
  ]);
  return ofService;
}

/** The compiler refuses these values, but an app in JavaScript may have them. */
function subjectProblems({ system, tier }: { readonly system?: unknown; readonly tier?: unknown }): readonly Problem[] {
  const ofSystem = { path: 'system', ...(system !== undefined && { received: shown(system) }), expected: EXPECTED_SYSTEM };
  return [...(isPlainObject(system) ? [] : [ofSystem]), ...(tier === undefined ? [{ path: 'tier', expected: 'the id of a tier' }] : [])];
}

const EXPECTED_SYSTEM = 'the result of defineSystem, or an example of sizing-blueprints/tiers such as aiva';

/** The region of the option or of `env`. Prices depend on it, so it cannot be known only at the deployment. */
function regionOf(id: string, env: Environment | undefined, option: string | undefined): string | undefined {
  const region = env?.region;
  if (region === undefined) return option;
  if (Token.isUnresolved(region)) {
    refuse(id, [
      {
        path: 'env.region',
        reason: 'is known only at the deployment',
        expected: 'a region such as us-east-1, because prices depend on it',
      },
    ]);
  }
  if (option !== undefined && option !== region) {
    refuse(id, [{ path: 'env.region', received: shown(region), expected: `${option}, which is the option region, or no region option` }]);
  }
  return region;
}

/** With standby regions, a hosted zone is the option `domain`. Another domain next to it is refused. */
function domainOf(
  id: string,
  { system, tier, domain, hostedZone }: Pick<TierStackProps, 'system' | 'tier' | 'domain' | 'hostedZone'>,
): string | undefined {
  if (hostedZone === undefined) return domain;
  const { zoneName } = hostedZone;
  if (domain !== undefined && domain !== zoneName) {
    refuse(id, [{ path: 'domain', received: shown(domain), expected: `${zoneName}, which is the name of hostedZone, or no domain` }]);
  }
  const regions = loadSystem(system).tiers.find((each) => each.id === tier)?.regions;
  return regions === undefined ? domain : zoneName;
}

/**
 * The definition with the NAT gateways of the VPC in each tier. They decide where the hosts of a tier are: in private subnets if the VPC has any, else in public ones. The stack does not contain them.
 */
export function inVpc<Definition extends SystemDefinition>(system: Definition, vpc: ec2.IVpc): SystemDefinition {
  const natGateways = gatewaysOf(vpc);
  return { ...system, tiers: system.tiers.map((tier) => ({ ...tier, network: { natGateways } })) };
}

/** Private subnets count as one NAT gateway. Without them the option is 0, because its default may be one. */
function gatewaysOf({ privateSubnets }: ec2.IVpc): number {
  return privateSubnets.length > 0 ? 1 : 0;
}

/** An ARN that is known only at the deployment is checked as one of the region. */
function checkedArn(certificate: string | acm.ICertificate, region = 'us-east-1'): string {
  const arn = typeof certificate === 'string' ? certificate : certificate.certificateArn;
  return Token.isUnresolved(arn) ? `arn:aws:acm:${region}:000000000000:certificate/known-at-deployment` : arn;
}

/** The blueprint with the ARN of a certificate of the app, which may be known only at the deployment. */
function withArn(blueprint: Blueprint, certificate: string | acm.ICertificate): Blueprint {
  const arn = typeof certificate === 'string' ? certificate : certificate.certificateArn;
  if (!Token.isUnresolved(arn)) return blueprint;
  const components = Object.entries(blueprint.components).map(([id, component]) => [
    id,
    component.kind === 'load-balancer' && component.certificate !== undefined ? { ...component, certificate: arn } : component,
  ]);
  return { ...blueprint, options: { ...blueprint.options, certificate: arn }, components: Object.fromEntries(components) };
}

function refuse(subject: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new InputError(subject, problems);
}

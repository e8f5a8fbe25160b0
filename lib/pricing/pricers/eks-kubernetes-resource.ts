import { APPLIED_OBJECTS, appliedObjectsOf } from '../../cloudformation/applied-objects';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { billedAs } from '../../core/free-reason';
import { certain } from '../../core/interval';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { elbv2LoadBalancer } from './elbv2-load-balancer';
import { isProperties, object, objects, optionalNumber, optionalText, type Properties } from './properties';
import { usageCharge } from './quantities';
import { sizeGib } from './storage-size';
import { volumeCharges } from './volumes';

/** Number of zones of a cluster: public load balancers have an address in each. */
const ZONES = 3;

/** Volume type of a claim by default. Source: the default StorageClass of Amazon EBS CSI. */
const DEFAULT_VOLUME_TYPE = 'gp3';

/** Kubernetes objects that the CDK applies to a cluster: the charges of the AWS resources that controllers of EKS create for them. */
export const eksKubernetesResource: Pricer = {
  types: [APPLIED_OBJECTS],
  charges: (resource, context) => objectsOf(resource).flatMap((each) => chargesOf(each, resource, context)),
  freeReason: () => billedAs('nodes-of-objects'),
};

type Charging = (spec: Properties, resource: TemplateResource, context: PricingContext, object: Properties) => readonly Charge[];

/** Kinds for which controllers create AWS resources with a charge. Pods are priced as nodes, and their configuration is free. */
const CHARGING: ReadonlyMap<string, Charging> = new Map(
  Object.entries<Charging>({
    Service: (spec, resource, context, { metadata }) =>
      optionalText(spec, 'type') === 'LoadBalancer' ? balancer('network', isInternal(metadata), resource, context) : [],
    Gateway: (_spec, resource, context, { metadata }) => balancer('application', isInternal(metadata), resource, context),
    Ingress: (_spec, resource, context, { metadata }) => balancer('application', isInternal(metadata), resource, context),
    PersistentVolumeClaim: (spec, resource, context) => volume(spec, 1, resource, context),
    StatefulSet: (spec, resource, context) =>
      objects(spec, 'volumeClaimTemplates').flatMap((claim) =>
        volume(object(claim, 'spec'), optionalNumber(spec, 'replicas') ?? 1, resource, context),
      ),
    // PostgreSQL by CloudNativePG.
    Cluster: (spec, resource, context) =>
      claims(optionalText(object(spec, 'storage'), 'size'), optionalNumber(spec, 'instances') ?? 1, resource, context),
    PerconaServerMongoDB: (spec, resource, context) =>
      [...objects(spec, 'replsets'), object(object(spec, 'sharding'), 'configsvrReplSet')].flatMap((set) =>
        volume(object(object(set, 'volumeSpec'), 'persistentVolumeClaim'), optionalNumber(set, 'size') ?? 0, resource, context),
      ),
    SnapshotSchedule: (_spec, resource, context) => [
      usageCharge(resource, context, {
        kind: 'volume-snapshot-gb-months',
        sku: 'ebs/snapshots',
        group: 'storage and backup',
        key: 'backupGb',
      }),
    ],
  }),
);

/** Groups of custom resources that create no AWS resources. Any other custom resource without charges is unknown. */
const FREE_GROUPS: ReadonlySet<string> = new Set([
  'external-secrets.io',
  'gateway.k8s.aws',
  'gateway.networking.k8s.io',
  'keda.sh',
  'monitoring.coreos.com',
]);

function chargesOf(each: Properties, resource: TemplateResource, context: PricingContext): readonly Charge[] {
  const kind = optionalText(each, 'kind') ?? '';
  const charging = CHARGING.get(kind);
  if (charging !== undefined) return charging(object(each, 'spec'), resource, context, each);
  const group = (optionalText(each, 'apiVersion') ?? '').split('/').slice(0, -1).join();
  if (!group.includes('.') || group.endsWith('.k8s.io') || FREE_GROUPS.has(group)) return [];
  throw new UnreadableProperty({ kind: 'unknown-custom-resource', resourceKind: kind, group });
}

function balancer(type: string, internal: boolean, resource: TemplateResource, context: PricingContext): readonly Charge[] {
  const properties = {
    Type: type,
    Scheme: internal ? 'internal' : 'internet-facing',
    Subnets: Array.from({ length: ZONES }, () => 'a subnet of each zone'),
  };
  return elbv2LoadBalancer.charges({ ...resource, properties }, context);
}

function isInternal(metadata: unknown): boolean {
  const annotations = isProperties(metadata) ? object(metadata, 'annotations') : {};
  return Object.entries(annotations).some(
    ([name, value]) => /(?:aws-load-balancer|alb\.ingress\.kubernetes\.io\/|load-balancer-)scheme$/.test(name) && value === 'internal',
  );
}

function volume(spec: Properties, count: number, resource: TemplateResource, context: PricingContext): readonly Charge[] {
  return claims(optionalText(object(object(spec, 'resources'), 'requests'), 'storage'), count, resource, context);
}

function claims(storage: string | undefined, count: number, resource: TemplateResource, context: PricingContext): readonly Charge[] {
  if (count === 0) return [];
  const size = sizeGib(storage);
  return volumeCharges(
    resource,
    {
      properties: { Size: size },
      sizeKey: 'Size',
      defaultType: DEFAULT_VOLUME_TYPE,
      label: 'PersistentVolumeClaims',
      count: certain(count),
    },
    context,
  );
}

function objectsOf(resource: TemplateResource): readonly Properties[] {
  const objects = appliedObjectsOf(resource);
  if (objects === undefined) throw new UnreadableProperty({ kind: 'invalid', property: 'Manifest', expected: 'object-list' });
  return objects;
}

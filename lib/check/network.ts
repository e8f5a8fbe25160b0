import { intrinsicOf } from '../cloudformation/references';
import type { TemplateResource } from '../cloudformation/template-resource';
import { type CheckContext, sameValueKey } from './check-context';
import { perContext } from './per-context';
import { itemsAt, stringAt, UNKNOWN } from './values';

/**
 * How a subnet reaches the internet: `internet-gateway` (a public subnet), `nat-gateway`, `other` (another appliance, or one that
 * is known only at deployment) or `none`.
 */
export type DefaultRoute = 'internet-gateway' | 'nat-gateway' | 'other' | 'none';

const ANYWHERE = '0.0.0.0/0';

/** Default routes of the subnets whose route table is in the template, by logical id of the subnet. */
export const defaultRoutes = perContext((context: CheckContext): ReadonlyMap<string, DefaultRoute> => {
  const byTable = new Map<string, DefaultRoute>();
  let isTableUnknown = false;
  for (const route of context.ofType('AWS::EC2::Route')) {
    const destination = stringAt(route.properties, 'DestinationCidrBlock');
    if (destination !== ANYWHERE && destination !== UNKNOWN) continue;
    const table = context.target(route.properties.RouteTableId);
    if (table === undefined) isTableUnknown = true;
    else if (destination === ANYWHERE) byTable.set(table.id, routeKind(route, context));
    else if (!byTable.has(table.id)) byTable.set(table.id, 'other');
  }
  const bySubnet = new Map<string, DefaultRoute>();
  for (const { properties } of context.ofType('AWS::EC2::SubnetRouteTableAssociation')) {
    const subnet = context.targetOf('AWS::EC2::Subnet', properties.SubnetId);
    const table = context.targetOf('AWS::EC2::RouteTable', properties.RouteTableId);
    if (subnet !== undefined && table !== undefined) bySubnet.set(subnet.id, byTable.get(table.id) ?? (isTableUnknown ? 'other' : 'none'));
  }
  return bySubnet;
});

/** The routes to every address of the subnets whose route table is in the template, by logical id of the subnet. */
export const defaultRouteResources = perContext((context: CheckContext): ReadonlyMap<string, TemplateResource> => {
  const byTable = new Map<string, TemplateResource>();
  for (const route of context.ofType('AWS::EC2::Route')) {
    const table = context.target(route.properties.RouteTableId);
    if (table !== undefined && stringAt(route.properties, 'DestinationCidrBlock') === ANYWHERE) byTable.set(table.id, route);
  }
  const bySubnet = new Map<string, TemplateResource>();
  for (const { properties } of context.ofType('AWS::EC2::SubnetRouteTableAssociation')) {
    const subnet = context.targetOf('AWS::EC2::Subnet', properties.SubnetId);
    const route = byTable.get(context.targetOf('AWS::EC2::RouteTable', properties.RouteTableId)?.id ?? '');
    if (subnet !== undefined && route !== undefined) bySubnet.set(subnet.id, route);
  }
  return bySubnet;
});

function routeKind({ properties }: TemplateResource, context: CheckContext): DefaultRoute {
  if (properties.NatGatewayId !== undefined) return 'nat-gateway';
  const gateway = context.target(properties.GatewayId);
  return gateway?.type === 'AWS::EC2::InternetGateway' || gateway?.type === 'AWS::EC2::VPCGatewayAttachment' ? 'internet-gateway' : 'other';
}

/** The subnets of the template among those that a list names. */
export function subnetsIn(list: readonly unknown[], context: CheckContext): readonly TemplateResource[] {
  return list.flatMap((item) => context.targetOf('AWS::EC2::Subnet', item) ?? []);
}

/** Services of the AWS network that a VPC has an endpoint for, without the region: `ecr.api`, `s3`. */
export function endpointServices(context: CheckContext): ReadonlySet<string> {
  return new Set(context.ofType('AWS::EC2::VPCEndpoint').map(({ properties }) => endpointService(properties.ServiceName)));
}

function endpointService(name: unknown): string {
  const parts = typeof name === 'string' ? [name] : itemsAt(name, 'Fn::Join', 1);
  const last = parts.at(-1);
  return typeof last === 'string' ? last.replace(/^.*amazonaws\.[a-z0-9-]+\./, '').replace(/^\./, '') : '';
}

/** How many different zones subnets are in, when that is known of all of them; undefined otherwise. */
export function zoneCount(subnets: readonly TemplateResource[]): number | undefined {
  const zones = subnets.map(({ properties }) => properties.AvailabilityZone ?? properties.AvailabilityZoneId);
  return zones.every((zone) => zone !== undefined) ? new Set(zones.map((zone) => JSON.stringify(zone))).size : undefined;
}

/** The Availability Zone of an instance, volume or subnet as the template states it; that of its subnet for an instance without one. */
export function zoneOf({ properties }: TemplateResource, context: CheckContext): unknown {
  const { AvailabilityZone: zone } = properties;
  if (zone === undefined) return context.targetOf('AWS::EC2::Subnet', properties.SubnetId)?.properties.AvailabilityZone;
  const owner = intrinsicOf(zone)?.[0] === 'Fn::GetAtt' ? context.targetOf('AWS::EC2::Instance', zone) : undefined;
  return owner === undefined ? zone : zoneOf(owner, context);
}

/** Whether two zones are certainly different: two names, or two of the zones of a region. */
export function areOtherZones(one: unknown, other: unknown): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one !== other;
  const [first, second] = [one, other].map(selected);
  return first !== undefined && second !== undefined && first.index !== second.index && first.list === second.list;
}

/** The index and the list of Fn::Select; undefined for other values. */
function selected(zone: unknown): { readonly index: string; readonly list: string } | undefined {
  const [name, argument] = intrinsicOf(zone) ?? [];
  if (name !== 'Fn::Select' || !Array.isArray(argument)) return undefined;
  const [index, list] = argument as readonly unknown[];
  return typeof index === 'string' || typeof index === 'number' ? { index: String(index), list: sameValueKey(list) } : undefined;
}

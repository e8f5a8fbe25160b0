import type { Stack } from '../../lib/answers/estimate-stacks';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import type { MotoServer } from './moto-server';
import type { MotoStacks } from './moto-stacks';

/** What exists in a region, as the describe operations of the services return it. */
export interface Inventory {
  readonly vpcs: number;
  readonly subnets: number;
  readonly natGateways: number;
  readonly databaseInstances: number;
  readonly services: number;
  readonly loadBalancers: number;
  readonly queues: number;
  /** `min-max` of each Auto Scaling group, sorted. */
  readonly groups: readonly string[];
  /** Number of running instances. */
  readonly instances: number;
}

/** Sizes, which moto keeps from the creation of a stack. */
export interface Sizes {
  /** Class, storage and standby of each primary database instance. */
  readonly databases: readonly string[];
  /** Number of running instances by type. */
  readonly instances: Readonly<Record<string, number>>;
}

/** Public subnets, private ones and those of data stores, in each zone. */
const SUBNETS_PER_ZONE = 3;

/** The resources of a region, as its blueprint states them. */
export function inventoryOf({ components: byId, idlePools, network, options }: Blueprint): Inventory {
  const components = Object.values(byId);
  const onEcs = options.platform === 'ecs';
  const groups: string[] = onEcs ? idlePools.map(() => '0-0') : [];
  let [databaseInstances, services, loadBalancers, queues, instances] = [0, 0, 0, 0, 0];
  for (const component of components) {
    if (component.kind === 'database' && component.deployment === 'managed' && component.replicaOf === undefined) {
      databaseInstances += 1 + component.readReplicas;
    }
    if (component.kind === 'queue') queues += 2;
    if (!onEcs) continue;
    if (component.kind === 'service' || component.kind === 'vector-store') services += 1;
    if (component.kind === 'load-balancer') loadBalancers += 1;
    if (component.kind === 'node-pool' && component.nodes !== undefined) {
      groups.push(`${component.nodes.min}-${component.nodes.max}`);
      instances += component.nodes.min;
    }
  }
  const subnets = network.subnetZones.zones.length * SUBNETS_PER_ZONE;
  const { natGateways } = network;
  return { vpcs: 1, subnets, natGateways, databaseInstances, services, loadBalancers, queues, groups: groups.sort(), instances };
}

/** Sizes that a tier states. */
export function sizesOf({ components: byId, options }: Blueprint): Sizes {
  const components = Object.values(byId);
  const databases = components.flatMap((component) =>
    component.kind === 'database' && component.deployment === 'managed' && component.replicaOf === undefined
      ? [`${component.instanceClass} ${component.storageGib} GiB ${component.multiAz ? 'with standby' : 'alone'}`]
      : [],
  );
  const instances: Record<string, number> = {};
  for (const component of components) {
    if (component.kind !== 'node-pool' || options.platform !== 'ecs') continue;
    const { instanceType = '', nodes } = component;
    instances[instanceType] = (instances[instanceType] ?? 0) + (nodes?.min ?? 0);
  }
  return { databases, instances };
}

export async function sizesIn(moto: MotoServer, region: string): Promise<Sizes> {
  const primaries = (await databaseInstances(moto, region)).filter((xml) => !xml.includes('<ReadReplicaSourceDBInstanceIdentifier>'));
  const instances: Record<string, number> = {};
  for (const type of await runningInstances(moto, region)) instances[type] = (instances[type] ?? 0) + 1;
  const databases = primaries.map((xml) => {
    const [instanceClass, storage, multiAz] = ['DBInstanceClass', 'AllocatedStorage', 'MultiAZ'].map((name) => elementsOf(xml, name)[0]);
    return `${instanceClass} ${storage} GiB ${multiAz === 'true' ? 'with standby' : 'alone'}`;
  });
  return { databases, instances };
}

/**
 * What a stack has in moto. Resources that the stack no longer has do not count where moto does not delete them: route tables,
 * NAT gateways, services and others. Instances, groups, databases and load balancers are those of the whole region.
 */
export async function inventoryIn(moto: MotoServer, stacks: MotoStacks, { stackName, region }: Stack): Promise<Inventory> {
  const ids = new Set([...(await stacks.physicalIds(stackName, region)).values()].map(lastPart));
  const countEc2 = async (operation: string, element: string): Promise<number> => {
    const found = elementsOf(await moto.query(region, 'ec2', operation), element);
    return new Set(found.filter((id) => ids.has(id))).size;
  };
  const { AutoScalingGroups } = await moto.describe<{ AutoScalingGroups: { MinSize: number; MaxSize: number }[] }>(
    region,
    'autoscaling',
    'DescribeAutoScalingGroups',
  );
  const { LoadBalancers } = await moto.describe<{ LoadBalancers: unknown[] }>(region, 'elasticloadbalancing', 'DescribeLoadBalancers');
  const { QueueUrls = [] } = await moto.json<{ QueueUrls?: string[] }>(region, 'sqs', 'ListQueues');
  return {
    vpcs: await countEc2('DescribeVpcs', 'vpcId'),
    subnets: await countEc2('DescribeSubnets', 'subnetId'),
    natGateways: await countEc2('DescribeNatGateways', 'natGatewayId'),
    databaseInstances: (await databaseInstances(moto, region)).length,
    services: (await serviceNames(moto, region)).filter((name) => ids.has(name)).length,
    loadBalancers: LoadBalancers.length,
    queues: QueueUrls.filter((url) => ids.has(lastPart(url))).length,
    groups: AutoScalingGroups.map(({ MinSize, MaxSize }) => `${MinSize}-${MaxSize}`).sort(),
    instances: (await runningInstances(moto, region)).length,
  };
}

async function serviceNames(moto: MotoServer, region: string): Promise<string[]> {
  const { clusterArns } = await moto.json<{ clusterArns: string[] }>(region, 'ecs', 'ListClusters');
  const lists = await Promise.all(
    clusterArns.map(
      async (cluster) => await moto.json<{ serviceArns: string[] }>(region, 'ecs', 'ListServices', { cluster, maxResults: 100 }),
    ),
  );
  return lists.flatMap(({ serviceArns }) => serviceArns.map(lastPart));
}

/** The XML of each database instance. moto cannot write it as JSON. */
async function databaseInstances(moto: MotoServer, region: string): Promise<string[]> {
  return [...(await moto.query(region, 'rds', 'DescribeDBInstances')).matchAll(/<DBInstance>.*?<\/DBInstance>/gs)].map(([xml]) => xml);
}

/** Types of the running instances. */
async function runningInstances(moto: MotoServer, region: string): Promise<string[]> {
  const running = { 'Filter.1.Name': 'instance-state-name', 'Filter.1.Value.1': 'running' };
  return elementsOf(await moto.query(region, 'ec2', 'DescribeInstances', running), 'instanceType');
}

/** Texts of the elements of this name in XML. */
function elementsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => text);
}

/** Of an ARN or URL. */
function lastPart(id: string): string {
  return id.split('/').at(-1) ?? '';
}

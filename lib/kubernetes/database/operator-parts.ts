import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { REQUESTED_CPU_SHARE } from '../../conventions/system-pods';
import { MIB_PER_GIB } from '../../core/data-size';
import type { BuildContext, ComponentOf } from '../build-context';
import type { ContainerResources } from '../custom-resources/shared-types';
import { type Endpoint, type ExternalPeer, tcp } from '../entry/network-paths';
import type { Labels } from '../labels';
import { mib, milliCpu } from '../quantities';
import type { DatabaseSecret } from './database-endpoints';

/** A database of a blueprint. */
export type DatabaseComponent = ComponentOf<'database'>;

/** Input of the builder of an operator's custom resource. */
export interface OperatorProps {
  /** The database to build. */
  readonly database: DatabaseComponent;
  /** Blueprint and network paths of the chart. */
  readonly context: BuildContext;
  /** Keys of the database's Secret. */
  readonly secret: DatabaseSecret;
  /** Name of the custom resource. The names of the operator's Services begin with it. */
  readonly name: string;
  /** Pods of the servers. */
  readonly servers: Endpoint;
  /** Labels of the servers' pods. */
  readonly labels: Labels;
}

/** Time of the daily backup, in UTC. */
export const BACKUP_TIME = { hour: 2, minute: 30 } as const;

/** A Service with the name that the services use, which points to a Service of the operator. */
export function serviceAlias(scope: Construct, name: string, service: string, { stackName }: Blueprint): void {
  new k8s.KubeService(scope, `Alias-${name}`, {
    metadata: { name },
    spec: { type: 'ExternalName', externalName: `${service}.${stackName}.svc.cluster.local` },
  });
}

/** Opens network paths between the servers, and from the operator to the servers. */
export function allowOperatorTraffic(
  { context, servers }: OperatorProps,
  namespace: string,
  serverPorts: readonly number[],
  operatorPorts: readonly number[],
): void {
  const operator: ExternalPeer = { namespaces: { 'kubernetes.io/metadata.name': namespace } };
  context.paths.allow(servers, servers, serverPorts.map(tcp));
  context.paths.allow(operator, servers, operatorPorts.map(tcp));
}

/** Requests and limits of a container: the memory limit equals the request, and CPU has no limit. */
export function containerResources(vcpu: number, memoryMib: number): ContainerResources {
  const memory = mib(memoryMib);
  return { requests: { cpu: milliCpu(vcpu), memory }, limits: { memory } };
}

/** Requests and limits of a database server, from the size of its component. */
export function serverResources({ vcpu, memoryGib }: DatabaseComponent): ContainerResources {
  return containerResources(vcpu * REQUESTED_CPU_SHARE, memoryGib * MIB_PER_GIB);
}

/** Spread of the servers over zones, which does not prevent scheduling. */
export function zoneSpread({ servers }: OperatorProps): k8s.TopologySpreadConstraint[] {
  return [
    {
      maxSkew: 1,
      topologyKey: 'topology.kubernetes.io/zone',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: { ...servers.labels } },
    },
  ];
}

import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { REQUESTED_CPU_SHARE } from '../../conventions/system-pods';
import { MIB_PER_GIB } from '../../core/data-size';
import type { BuildContext, ComponentOf } from '../build-context';
import type { ContainerResources } from '../custom-resources/shared-types';
import { type Endpoint, type Outside, tcp } from '../entry/network-paths';
import type { Labels } from '../labels';
import { mib, milliCpu } from '../quantities';
import type { DatabaseSecret } from './database-endpoints';

export type DatabaseComponent = ComponentOf<'database'>;

/** What an operator's builder is given. */
export interface OperatorProps {
  readonly database: DatabaseComponent;
  readonly context: BuildContext;
  readonly secret: DatabaseSecret;
  /** Of the custom resource; its Services begin with it. */
  readonly name: string;
  /** The servers' pods. */
  readonly servers: Endpoint;
  readonly labels: Labels;
}

/** Every night at 2:30 UTC. */
export const BACKUP_TIME = { hour: 2, minute: 30 } as const;

/** A name of ours for a Service that an operator makes. */
export function serviceAlias(scope: Construct, name: string, service: string, { stackName }: Blueprint): void {
  new k8s.KubeService(scope, `Alias-${name}`, {
    metadata: { name },
    spec: { type: 'ExternalName', externalName: `${service}.${stackName}.svc.cluster.local` },
  });
}

/** Paths among the servers, and from the operator to them. */
export function allowOperatorTraffic(
  { context, servers }: OperatorProps,
  namespace: string,
  own: readonly number[],
  operators: readonly number[],
): void {
  const operator: Outside = { namespaces: { 'kubernetes.io/metadata.name': namespace } };
  context.paths.allow(servers, servers, own.map(tcp));
  context.paths.allow(operator, servers, operators.map(tcp));
}

/** Memory limit and request of a server are the same; processor time that is free may be used. */
export function containerResources(vcpu: number, memoryMib: number): ContainerResources {
  const memory = mib(memoryMib);
  return { requests: { cpu: milliCpu(vcpu), memory }, limits: { memory } };
}

export function serverResources({ vcpu, memoryGib }: DatabaseComponent): ContainerResources {
  return containerResources(vcpu * REQUESTED_CPU_SHARE, memoryGib * MIB_PER_GIB);
}

/** Servers in as many zones as there are. */
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

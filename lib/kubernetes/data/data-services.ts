import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Labels } from '../labels';

/** A port of a container and of its Services. */
interface NamedPort {
  /** Name of the container port, which Services refer to. */
  readonly name: string;
  /** Port number of the Service. */
  readonly port: number;
}

/** ServiceAccount of the pods of a data store, without permissions and without a token. */
export function dataServiceAccount(scope: Construct, name: string): void {
  new k8s.KubeServiceAccount(scope, 'Account', { metadata: { name }, automountServiceAccountToken: false });
}

/** Headless Service with DNS names `<pod>.<name>`, including pods that are not ready: starting servers must find each other. */
export function headlessService(scope: Construct, name: string, selector: Labels, ports: readonly NamedPort[]): void {
  new k8s.KubeService(scope, 'Nodes', {
    metadata: { name },
    spec: { clusterIp: 'None', publishNotReadyAddresses: true, selector: { ...selector }, ports: ports.map(servicePort) },
  });
}

/** Services for clients: `<id>` for writes and `<id>-read` for reads, both for the ready pods of the selector. */
export function clientServices(scope: Construct, id: string, selector: Labels, ports: readonly NamedPort[]): void {
  for (const [construct, name] of [
    ['Service', id],
    ['ReadService', readServiceName(id)],
  ] as const) {
    new k8s.KubeService(scope, construct, { metadata: { name }, spec: { selector: { ...selector }, ports: ports.map(servicePort) } });
  }
}

/** Name of the Service for reads of a data store. */
export function readServiceName(id: string): string {
  return `${id}-read`;
}

/** PodDisruptionBudget that permits one eviction at a time among pods that replicate each other. */
export function limitDisruptions(scope: Construct, name: string, selector: Labels): void {
  new k8s.KubePodDisruptionBudget(scope, `${name}-disruption-budget`, {
    metadata: { name },
    spec: { maxUnavailable: k8s.IntOrString.fromNumber(1), selector: { matchLabels: { ...selector } } },
  });
}

function servicePort({ name, port }: NamedPort): k8s.ServicePort {
  return { name, port, targetPort: k8s.IntOrString.fromString(name) };
}

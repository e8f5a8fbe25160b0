import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Labels } from '../labels';

export interface NamedPort {
  readonly name: string;
  readonly port: number;
}

/** The account of a data store's pods: it may do nothing, and has no token. */
export function dataServiceAccount(scope: Construct, name: string): void {
  new k8s.KubeServiceAccount(scope, 'Account', { metadata: { name }, automountServiceAccountToken: false });
}

/** Names for the single pods, `<pod>.<name>`, from the moment that they have an address: who starts has to find the others. */
export function headlessService(scope: Construct, name: string, selector: Labels, ports: readonly NamedPort[]): void {
  new k8s.KubeService(scope, 'Nodes', {
    metadata: { name },
    spec: { clusterIp: 'None', publishNotReadyAddresses: true, selector: { ...selector }, ports: ports.map(servicePort) },
  });
}

/** One name for writes, `<id>`, and one for reads, `<id>-read`: of pods that are ready. */
export function clientServices(scope: Construct, id: string, selector: Labels, ports: readonly NamedPort[]): void {
  for (const [construct, name] of [
    ['Service', id],
    ['ReadService', readServiceName(id)],
  ] as const) {
    new k8s.KubeService(scope, construct, { metadata: { name }, spec: { selector: { ...selector }, ports: ports.map(servicePort) } });
  }
}

export function readServiceName(id: string): string {
  return `${id}-read`;
}

/** Of pods that hold one another's copies, at most one is taken away on purpose at a time. */
export function limitDisruptions(scope: Construct, name: string, selector: Labels): void {
  new k8s.KubePodDisruptionBudget(scope, `${name}-disruption-budget`, {
    metadata: { name },
    spec: { maxUnavailable: k8s.IntOrString.fromNumber(1), selector: { matchLabels: { ...selector } } },
  });
}

function servicePort({ name, port }: NamedPort): k8s.ServicePort {
  return { name, port, targetPort: k8s.IntOrString.fromString(name) };
}

import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Labels } from '../labels';

/** Pods of the namespace that one network policy selects. */
export interface Endpoint {
  /** Name of the network policy; unique in the namespace. */
  readonly name: string;
  /** Labels that select the pods. */
  readonly labels: Labels;
}

/** A peer outside of the namespace: IP ranges, or pods of other namespaces. */
export type ExternalPeer = { readonly cidrs: readonly string[] } | { readonly namespaces: Labels; readonly pods?: Labels };

/** A port of a network path. */
export interface Port {
  /** Port number. */
  readonly port: number;
  /** Protocol. */
  readonly protocol: 'TCP' | 'UDP';
}

/** A TCP port. */
export function tcp(port: number): Port {
  return { port, protocol: 'TCP' };
}

/** Private address ranges (RFC 1918), which contain the managed data stores. */
export const PRIVATE_NETWORKS: ExternalPeer = { cidrs: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] };

/** Every IPv4 address. */
export const ANYWHERE: ExternalPeer = { cidrs: ['0.0.0.0/0'] };

/** Address of the EKS Pod Identity Agent on each node, which gives pods the credentials of their role. */
export const POD_IDENTITY_AGENT: ExternalPeer = { cidrs: ['169.254.170.23/32'] };

/** Address of the instance metadata service, which provides the credentials of the node. */
const INSTANCE_METADATA = '169.254.169.254/32';

interface Path {
  readonly peer: Endpoint | ExternalPeer;
  readonly ports: readonly Port[];
}

interface Paths {
  readonly endpoint: Endpoint;
  readonly ingress: Path[];
  readonly egress: Path[];
}

/**
 * Network policies of a chart. Components open the paths to their pods here. A default policy denies all other traffic,
 * one allows DNS for all pods, and each endpoint has one for its paths.
 */
export class NetworkPaths {
  private readonly byName = new Map<string, Paths>();

  /** Registers an endpoint, so that pods without any path also have a policy. */
  add(endpoint: Endpoint): Paths {
    const known = this.byName.get(endpoint.name) ?? { endpoint, ingress: [], egress: [] };
    this.byName.set(endpoint.name, known);
    return known;
  }

  /** Opens ports from one peer to another. Endpoints get the matching rule: egress for `from`, ingress for `to`. */
  allow(from: Endpoint | ExternalPeer, to: Endpoint | ExternalPeer, ports: readonly Port[]): void {
    if (isEndpoint(from)) this.add(from).egress.push({ peer: to, ports });
    if (isEndpoint(to)) this.add(to).ingress.push({ peer: from, ports });
  }

  /** Adds the network policies of all paths. */
  build(scope: Construct): void {
    new k8s.KubeNetworkPolicy(scope, 'default-deny', {
      metadata: { name: 'default-deny' },
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    });
    new k8s.KubeNetworkPolicy(scope, 'allow-dns', {
      metadata: { name: 'allow-dns' },
      spec: {
        podSelector: {},
        policyTypes: ['Egress'],
        egress: [{ to: [{ namespaceSelector: labelled({ 'kubernetes.io/metadata.name': 'kube-system' }) }], ports: DNS }],
      },
    });
    const names = [...this.byName.keys()].sort();
    for (const name of names) {
      const paths = this.byName.get(name);
      if (paths !== undefined) policy(scope, paths);
    }
  }
}

const DNS: k8s.NetworkPolicyPort[] = [53].flatMap((port) =>
  ['UDP', 'TCP'].map((protocol) => ({ port: k8s.IntOrString.fromNumber(port), protocol })),
);

function policy(scope: Construct, { endpoint, ingress, egress }: Paths): void {
  new k8s.KubeNetworkPolicy(scope, endpoint.name, {
    metadata: { name: endpoint.name, labels: { 'app.kubernetes.io/name': endpoint.name } },
    spec: {
      podSelector: labelled(endpoint.labels),
      policyTypes: ['Ingress', 'Egress'],
      ...(ingress.length === 0 ? {} : { ingress: merged(ingress).map(ingressRule) }),
      ...(egress.length === 0 ? {} : { egress: merged(egress).map(egressRule) }),
    },
  });
}

/** A rule without peers would allow all traffic: with the return type, the compiler requires `from` here and `to` below. */
function ingressRule({ peer, ports }: Path): k8s.NetworkPolicyIngressRule {
  return { from: peersOf(peer), ports: portsOf(ports) };
}

function egressRule({ peer, ports }: Path): k8s.NetworkPolicyEgressRule {
  return { to: peersOf(peer), ports: portsOf(ports) };
}

/** Merges the paths of each peer into one rule, in a fixed order. */
function merged(paths: readonly Path[]): Path[] {
  const byPeer = new Map<string, Path>();
  for (const { peer, ports } of paths) {
    const key = isEndpoint(peer) ? peer.name : `~${JSON.stringify(peer)}`;
    byPeer.set(key, { peer, ports: [...(byPeer.get(key)?.ports ?? []), ...ports] });
  }
  return [...byPeer.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
}

function portsOf(ports: readonly Port[]): k8s.NetworkPolicyPort[] {
  const distinct = new Map(ports.map((each) => [`${String(each.port).padStart(5, '0')}/${each.protocol}`, each]));
  return [...distinct.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { port, protocol }]) => ({ port: k8s.IntOrString.fromNumber(port), protocol }));
}

function peersOf(peer: Endpoint | ExternalPeer): k8s.NetworkPolicyPeer[] {
  if (isEndpoint(peer)) return [{ podSelector: labelled(peer.labels) }];
  if ('cidrs' in peer)
    return peer.cidrs.map((cidr) => ({ ipBlock: { cidr, ...(cidr === '0.0.0.0/0' ? { except: [INSTANCE_METADATA] } : {}) } }));
  return [{ namespaceSelector: labelled(peer.namespaces), ...(peer.pods === undefined ? {} : { podSelector: labelled(peer.pods) }) }];
}

function labelled(labels: Labels): k8s.LabelSelector {
  return { matchLabels: { ...labels } };
}

function isEndpoint(side: Endpoint | ExternalPeer): side is Endpoint {
  return 'name' in side;
}

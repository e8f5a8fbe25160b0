import { CLUSTER_META, object } from '../fault-text';
import type { Fault } from './fault';

const ingress = (fields: string) => object('networking.k8s.io/v1', 'Ingress', `spec: { ${fields} }`);
const backend = 'service: { name: a, port: { number: 80 } }';

/** Faults of Ingresses and NetworkPolicies. */
export const NETWORKING_FAULTS: readonly Fault[] = [
  ['TLS secret in upper case', 'validateIngressSpec', ingress(`defaultBackend: { ${backend} }, tls: [{ secretName: A_B }]`)],
  ['class of an Ingress in upper case', 'ValidateIngressSpec', ingress(`defaultBackend: { ${backend} }, ingressClassName: A_B`)],
  [
    'Service of a backend in upper case',
    'validateIngressBackend',
    ingress('defaultBackend: { service: { name: A_B, port: { number: 80 } } }'),
  ],
  ['resource of a backend without a kind', 'validateIngressBackend', ingress('defaultBackend: { resource: { kind: "", name: a } }')],
  [
    'wildcard in the middle of a host',
    'validateIngressRules',
    ingress(`rules: [{ host: a.*.b, http: { paths: [{ path: /, pathType: Prefix, backend: { ${backend} } }] } }]`),
  ],
  [
    'wildcard alone',
    'validateIngressRules',
    ingress(`rules: [{ host: "*", http: { paths: [{ path: /, pathType: Prefix, backend: { ${backend} } }] } }]`),
  ],
  [
    'unknown type of a path',
    'validateHTTPIngressPath',
    ingress(`rules: [{ http: { paths: [{ path: /, pathType: Regex, backend: { ${backend} } }] } }]`),
  ],
  [
    'parameters of a cluster with a namespace',
    'validateIngressClassParametersReference',
    object(
      'networking.k8s.io/v1',
      'IngressClass',
      'spec: { controller: a.b/c, parameters: { kind: K, name: a, scope: Cluster, namespace: b } }',
      CLUSTER_META,
    ),
  ],
  [
    'port 0 of a NetworkPolicy',
    'ValidateNetworkPolicyPort',
    object('networking.k8s.io/v1', 'NetworkPolicy', 'spec: { podSelector: {}, ingress: [{ ports: [{ port: 0 }] }] }'),
  ],
  [
    'unknown type of a NetworkPolicy',
    'ValidateNetworkPolicySpec',
    object('networking.k8s.io/v1', 'NetworkPolicy', 'spec: { podSelector: {}, policyTypes: [Both] }'),
  ],
  [
    'range of Services that is no CIDR',
    'validateServiceCIDRSpec',
    object('networking.k8s.io/v1', 'ServiceCIDR', 'spec: { cidrs: [10.0.0.0] }', CLUSTER_META),
  ],
  [
    'two ranges of one family',
    'validateServiceCIDRSpec',
    object('networking.k8s.io/v1', 'ServiceCIDR', 'spec: { cidrs: [10.0.0.0/16, 10.1.0.0/16] }', CLUSTER_META),
  ],
  [
    'IPAddress with another name',
    'ValidateIPAddressName',
    object('networking.k8s.io/v1', 'IPAddress', 'spec: { parentRef: { resource: services, name: a, namespace: b } }', CLUSTER_META),
  ],
];

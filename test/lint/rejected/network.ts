import { object, type Rejected, rows, spec } from './rows';

/** Ingresses and network policies that the API server rejects. */
export const REJECTED_NETWORK: readonly Rejected[] = [
  ...rows('invalid-network-policy', (fields) => spec('NetworkPolicy', 'networking.k8s.io/v1')(`podSelector: {}, ${fields}`), [
    [
      'ValidateIPBlock',
      'ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/33 } }] }]',
      'ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/32 } }] }]',
      'spec.ingress[0].from[0].ipBlock.cidr',
    ],
    [
      'ValidateIPBlock',
      'egress: [{ to: [{ ipBlock: { cidr: 10.0.0.0/8, except: [192.168.0.0/16] } }] }]',
      'egress: [{ to: [{ ipBlock: { cidr: 10.0.0.0/8, except: [10.1.0.0/16] } }] }]',
      'spec.egress[0].to[0].ipBlock.except[0]',
    ],
    [
      'ValidateIPBlock',
      'egress: [{ to: [{ ipBlock: { cidr: "::/0", except: [fe80] } }] }]',
      'egress: [{ to: [{ ipBlock: { cidr: "::/0", except: ["fe80::/10"] } }] }]',
      'spec.egress[0].to[0].ipBlock.except[0]',
    ],
    [
      'ValidateNetworkPolicyPeer',
      'ingress: [{ from: [{ podSelector: {}, ipBlock: { cidr: 10.0.0.0/8 } }] }]',
      'ingress: [{ from: [{ podSelector: {} }, { ipBlock: { cidr: 10.0.0.0/8 } }] }]',
      'spec.ingress[0].from[0]',
    ],
    ['ValidateNetworkPolicyPeer', 'ingress: [{ from: [{}] }]', 'ingress: [{ from: [] }]', 'spec.ingress[0].from[0]'],
    [
      'ValidateNetworkPolicyPort',
      'ingress: [{ ports: [{ port: http, endPort: 90 }] }]',
      'ingress: [{ ports: [{ port: http }] }]',
      'spec.ingress[0].ports[0].port',
    ],
    [
      'ValidateNetworkPolicyPort',
      'ingress: [{ ports: [{ port: 80, endPort: 79 }] }]',
      'ingress: [{ ports: [{ port: 80, endPort: 80 }] }]',
      'spec.ingress[0].ports[0].endPort',
    ],
    [
      'ValidateNetworkPolicyPort',
      'ingress: [{ ports: [{ port: "8080" }] }]',
      'ingress: [{ ports: [{ port: 8080 }] }]',
      'spec.ingress[0].ports[0].port',
    ],
  ]),
  ...rows('invalid-network-policy', (types) => spec('NetworkPolicy', 'networking.k8s.io/v1')(`podSelector: {}, policyTypes: [${types}]`), [
    ['ValidateNetworkPolicySpec', 'Ingress, Egress, Ingress', 'Ingress, Ingress', 'spec.policyTypes'],
  ]),
  ...rows('invalid-ingress', spec('Ingress', 'networking.k8s.io/v1'), [
    [
      'ValidateIngressSpec',
      'ingressClassName: alb',
      'ingressClassName: alb, defaultBackend: { resource: { kind: StorageBucket, name: b, apiGroup: example.com } }',
      'spec',
    ],
  ]),
  ...rows(
    'invalid-ingress',
    (fields) =>
      spec('Ingress', 'networking.k8s.io/v1')(`ingressClassName: alb, ${fields}`) +
      object(
        'Service',
        'v1',
        'metadata: { name: s, namespace: shop }',
      )('spec: { type: ExternalName, externalName: a.b, ports: [{ port: 80 }] }').replace('apiVersion', '---\napiVersion'),
    [
      [
        'ValidateIngressSpec',
        'rules: [{ host: "a.example.com:80", http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: s, port: { number: 80 } } } }] } }]',
        'rules: [{ host: "*.example.com", http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: s, port: { number: 80 } } } }] } }]',
        'spec.rules[0].host',
      ],
      [
        'validateHTTPIngressPath',
        'rules: [{ http: { paths: [{ path: a, pathType: Exact, backend: { service: { name: s, port: { number: 80 } } } }] } }]',
        'rules: [{ http: { paths: [{ path: /a, pathType: Exact, backend: { service: { name: s, port: { number: 80 } } } }] } }]',
        'spec.rules[0].http.paths[0].path',
      ],
      [
        'validateHTTPIngressPath',
        'rules: [{ http: { paths: [{ path: /a//b, pathType: Prefix, backend: { service: { name: s, port: { number: 80 } } } }] } }]',
        'rules: [{ http: { paths: [{ path: "/a(/|$)(.*)", pathType: ImplementationSpecific, backend: { service: { name: s, port: { number: 80 } } } }] } }]',
        'spec.rules[0].http.paths[0].path',
      ],
      [
        'validateIngressBackend',
        'rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: {} }] } }]',
        'rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: s, port: { number: 80 } } } }] } }]',
        'spec.rules[0].http.paths[0].backend',
      ],
      [
        'validateIngressBackend',
        'defaultBackend: { service: { name: s, port: { number: 80, name: http } } }',
        'defaultBackend: { service: { name: s, port: { number: 80 } } }',
        'spec.defaultBackend.service.port',
      ],
      [
        'ValidateIngressTLS',
        'defaultBackend: { service: { name: s, port: { number: 80 } } }, tls: [{ hosts: [A_B] }]',
        'defaultBackend: { service: { name: s, port: { number: 80 } } }, tls: [{ hosts: [a.b, 10.0.0.1] }]',
        'spec.tls[0].hosts[0]',
      ],
    ],
  ),
  ...rows(
    'invalid-ingress',
    (name) =>
      `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: x, namespace: shop, annotations: { kubernetes.io/ingress.class: ${name} } }\nspec: { ingressClassName: alb, defaultBackend: { resource: { kind: StorageBucket, name: b, apiGroup: example.com } } }\n`,
    [['ValidateIngressCreate', 'nginx', 'alb', 'metadata.annotations["kubernetes.io/ingress.class"]']],
  ),
];

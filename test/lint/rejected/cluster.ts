import { CLUSTER_META, object, type Rejected, rows, spec } from './rows';

const HOOK = 'sideEffects: None, admissionReviewVersions: [v1]';
const CLIENT = 'clientConfig: { url: "https://example.com/hook" }';
const RULE = 'apiGroups: [""], apiVersions: [v1], resources: [pods]';

const hooks = (fields: string) =>
  object('ValidatingWebhookConfiguration', 'admissionregistration.k8s.io/v1', CLUSTER_META)(`webhooks: [${fields}]`);
const hook = (fields: string) => hooks(`{ name: pods.example.com, sideEffects: None, ${fields} }`);

const numbered = (count: number, make: (index: number) => string) => Array.from({ length: count }, (_, index) => make(index)).join(', ');
const zones = (count: number) => numbered(count, (index) => `{ name: zone-${index} }`);
const addresses = (count: number) => numbered(count, (index) => `10.0.1.${index}`);

/** Webhooks, quotas, endpoints and other objects of a cluster that the API server rejects. */
export const REJECTED_CLUSTER: readonly Rejected[] = [
  ...rows('invalid-webhook', hooks, [
    [
      'validateValidatingWebhook',
      `{ name: pods, ${HOOK}, ${CLIENT} }`,
      `{ name: pods.example.com, ${HOOK}, ${CLIENT} }`,
      'webhooks[0].name',
    ],
    [
      'validateValidatingWebhookConfiguration',
      `{ name: a.example.com, ${HOOK}, ${CLIENT} }, { name: a.example.com, ${HOOK}, ${CLIENT} }`,
      `{ name: a.example.com, ${HOOK}, ${CLIENT} }, { name: b.example.com, ${HOOK}, ${CLIENT} }`,
      'webhooks[1].name',
    ],
  ]),
  ...rows('invalid-webhook', hook, [
    [
      'validateAdmissionReviewVersions',
      `admissionReviewVersions: [v2], ${CLIENT}`,
      `admissionReviewVersions: [v2, v1], ${CLIENT}`,
      'webhooks[0].admissionReviewVersions',
    ],
    [
      'ValidateWebhookURL',
      'admissionReviewVersions: [v1], clientConfig: { url: "http://example.com" }',
      'admissionReviewVersions: [v1], clientConfig: { url: "https://example.com:8443/a" }',
      'webhooks[0].clientConfig.url',
    ],
    [
      'validateValidatingWebhook',
      'admissionReviewVersions: [v1], clientConfig: { url: "https://example.com", service: { name: a, namespace: b } }',
      'admissionReviewVersions: [v1], clientConfig: { service: { name: a, namespace: b } }',
      'webhooks[0].clientConfig',
    ],
    [
      'validateRuleWithOperations',
      `admissionReviewVersions: [v1], ${CLIENT}, rules: [{ ${RULE} }]`,
      `admissionReviewVersions: [v1], ${CLIENT}, rules: [{ ${RULE}, operations: [CREATE] }]`,
      'webhooks[0].rules[0].operations',
    ],
    [
      'validateRuleWithOperations',
      `admissionReviewVersions: [v1], ${CLIENT}, rules: [{ ${RULE}, operations: ["*", CREATE] }]`,
      `admissionReviewVersions: [v1], ${CLIENT}, rules: [{ ${RULE}, operations: ["*"] }]`,
      'webhooks[0].rules[0].operations',
    ],
    [
      'validateResources',
      `admissionReviewVersions: [v1], ${CLIENT}, rules: [{ apiGroups: [""], apiVersions: [v1], operations: ["*"], resources: ["*/*", pods] }]`,
      `admissionReviewVersions: [v1], ${CLIENT}, rules: [{ apiGroups: [""], apiVersions: [v1], operations: ["*"], resources: ["*/*"] }]`,
      'webhooks[0].rules[0].resources',
    ],
  ]),
  ...rows('invalid-quota', spec('ResourceQuota', 'v1'), [
    ['validateResourceQuotaResourceName', 'hard: { gpus: 1 }', 'hard: { requests.nvidia.com/gpu: 1, requests.cpu: 1 }', 'spec.hard.gpus'],
    ['ValidateResourceQuantityValue', 'hard: { pods: 500m }', 'hard: { pods: 5, cpu: 500m }', 'spec.hard.pods'],
    ['validateResourceQuotaScopes', 'hard: { pods: 1 }, scopes: [Fast]', 'hard: { pods: 1 }, scopes: [Terminating]', 'spec.scopes[0]'],
    [
      'validateResourceQuotaScopes',
      'hard: { pods: 1 }, scopes: [Terminating, NotTerminating]',
      'hard: { pods: 1 }, scopes: [Terminating, NotBestEffort]',
      'spec.scopes',
    ],
    ['validateResourceQuotaScopes', 'hard: { cpu: 1 }, scopes: [BestEffort]', 'hard: { pods: 1 }, scopes: [BestEffort]', 'spec.hard'],
  ]),
  ...rows('invalid-endpoints', object('Endpoints', 'v1'), [
    [
      'validateEndpointSubsets',
      'subsets: [{ ports: [{ port: 80 }] }]',
      'subsets: [{ addresses: [{ ip: 192.0.2.1 }], ports: [{ port: 80 }] }]',
      'subsets[0].addresses',
    ],
    [
      'ValidateNonSpecialIP',
      'subsets: [{ addresses: [{ ip: 127.0.0.1 }] }]',
      'subsets: [{ addresses: [{ ip: 192.0.2.1 }] }]',
      'subsets[0].addresses[0].ip',
    ],
    [
      'validateEndpointAddress',
      'subsets: [{ addresses: [{ ip: example.com }] }]',
      'subsets: [{ notReadyAddresses: [{ ip: "2001:db8::1" }] }]',
      'subsets[0].addresses[0].ip',
    ],
  ]),
  ...rows('invalid-endpoints', object('EndpointSlice', 'discovery.k8s.io/v1'), [
    [
      'validateEndpoints of discovery',
      'addressType: IPv4\nendpoints: [{ addresses: ["2001:db8::1"] }]',
      'addressType: IPv6\nendpoints: [{ addresses: ["2001:db8::1"] }]',
      'endpoints[0].addresses[0]',
    ],
    [
      'ValidateNonSpecialIP',
      'addressType: IPv4\nendpoints: [{ addresses: [169.254.0.1] }]',
      'addressType: FQDN\nendpoints: [{ addresses: [example.com] }]',
      'endpoints[0].addresses[0]',
    ],
    [
      'IsFullyQualifiedDomainName',
      'addressType: FQDN\nendpoints: [{ addresses: [localhost] }]',
      'addressType: FQDN\nendpoints: [{ addresses: [db.example.com.] }]',
      'endpoints[0].addresses[0]',
    ],
    [
      'validateHints',
      `addressType: IPv4\nendpoints: [{ addresses: [10.0.0.1], hints: { forZones: [${zones(9)}] } }]`,
      `addressType: IPv4\nendpoints: [{ addresses: [10.0.0.1], hints: { forZones: [${zones(8)}] } }]`,
      'endpoints[0].hints.forZones',
    ],
    [
      'validateHints',
      'addressType: IPv4\nendpoints: [{ addresses: [10.0.0.1], hints: { forZones: [{ name: a }, { name: a }] } }]',
      'addressType: IPv4\nendpoints: [{ addresses: [10.0.0.1], hints: { forZones: [{ name: a }] } }]',
      'endpoints[0].hints.forZones[1].name',
    ],
    [
      'validateEndpoints of discovery',
      `addressType: IPv4\nendpoints: [{ addresses: [${addresses(101)}] }]`,
      `addressType: IPv4\nendpoints: [{ addresses: [${addresses(100)}] }]`,
      'endpoints[0].addresses',
    ],
  ]),
  ...rows('invalid-cluster-object', object('StorageClass', 'storage.k8s.io/v1', CLUSTER_META), [
    ['validateProvisioner', 'provisioner: a b', 'provisioner: ebs.csi.aws.com', 'provisioner'],
    ['validateParameters', 'provisioner: a.b/c\nparameters: { "": x }', 'provisioner: a.b/c\nparameters: { type: x }', 'parameters'],
  ]),
  ...rows('invalid-cluster-object', object('IngressClass', 'networking.k8s.io/v1', CLUSTER_META), [
    [
      'validateIngressTypedLocalObjectReference',
      'spec: { controller: a.b/c, parameters: { kind: Settings, name: a, scope: Namespace } }',
      'spec: { controller: a.b/c, parameters: { kind: Settings, name: a, scope: Namespace, namespace: b } }',
      'spec.parameters.namespace',
    ],
    ['validateIngressClassSpec', 'spec: { controller: nginx }', 'spec: { controller: k8s.io/ingress-nginx }', 'spec.controller'],
  ]),
  ...rows('invalid-cluster-object', object('RuntimeClass', 'node.k8s.io/v1', CLUSTER_META), [
    ['ValidateRuntimeClass', 'handler: Kata_FC', 'handler: kata-fc', 'handler'],
  ]),
  ...rows(
    'invalid-cluster-object',
    (fields) =>
      `apiVersion: apiregistration.k8s.io/v1\nkind: APIService\nmetadata: { name: ${fields}, group: example.com, version: v1, groupPriorityMinimum: 100, versionPriority: 10, service: { name: a, namespace: b } }\n`,
    [
      [
        'ValidateAPIService',
        'example.com }\nspec: { insecureSkipTLSVerify: true',
        'v1.example.com }\nspec: { insecureSkipTLSVerify: true',
        'metadata.name',
      ],
      [
        'ValidateAPIService',
        'v1.example.com }\nspec: { insecureSkipTLSVerify: true, caBundle: YQ==',
        'v1.example.com }\nspec: { caBundle: YQ==',
        'spec.insecureSkipTLSVerify',
      ],
    ],
  ),
  ...rows('invalid-cluster-object', object('Namespace', 'v1', CLUSTER_META), [
    ['validateFinalizerName', 'spec: { finalizers: [wait] }', 'spec: { finalizers: [kubernetes, example.com/wait] }', 'spec.finalizers[0]'],
  ]),
  ...rows('invalid-cluster-object', object('RuntimeClass', 'node.k8s.io/v1', CLUSTER_META), [
    [
      'ValidateRuntimeClass',
      'handler: a\noverhead: { podFixed: { gpu: 1 } }',
      'handler: a\noverhead: { podFixed: { cpu: 250m } }',
      'overhead.podFixed.gpu',
    ],
    [
      'validateScheduling',
      'handler: a\nscheduling: { nodeSelector: { "a b": c } }',
      'handler: a\nscheduling: { nodeSelector: { example.com/a: C_1 } }',
      'scheduling.nodeSelector["a b"]',
    ],
  ]),
  ...rows('invalid-cluster-object', object('CSIDriver', 'storage.k8s.io/v1', 'metadata: { name: a.b }'), [
    [
      'validateTokenRequests',
      'spec: { tokenRequests: [{ audience: a }, { audience: a }] }',
      'spec: { tokenRequests: [{ audience: a }, { audience: "" }] }',
      'spec.tokenRequests[1].audience',
    ],
  ]),
  ...rows('invalid-cluster-object', object('StorageClass', 'storage.k8s.io/v1', CLUSTER_META), [
    [
      'ValidateTopologySelectorTerm',
      'provisioner: a.b\nallowedTopologies: [{ matchLabelExpressions: [{ key: a, values: [b] }, { key: a, values: [c] }] }]',
      'provisioner: a.b\nallowedTopologies: [{ matchLabelExpressions: [{ key: a, values: [b, c] }] }]',
      'allowedTopologies[0].matchLabelExpressions[1].key',
    ],
    [
      'validateTopologySelectorLabelRequirement',
      'provisioner: a.b\nallowedTopologies: [{ matchLabelExpressions: [{ key: a, values: [b, b] }] }]',
      'provisioner: a.b\nallowedTopologies: [{ matchLabelExpressions: [{ key: a, values: [b] }] }]',
      'allowedTopologies[0].matchLabelExpressions[0].values[1]',
    ],
    [
      'validateAllowedTopologies',
      'provisioner: a.b\nallowedTopologies: [{ matchLabelExpressions: [{ key: a, values: [b, c] }] }, { matchLabelExpressions: [{ key: a, values: [c, b] }] }]',
      'provisioner: a.b\nallowedTopologies: [{ matchLabelExpressions: [{ key: a, values: [b, c] }] }, { matchLabelExpressions: [{ key: a, values: [d] }] }]',
      'allowedTopologies[1].matchLabelExpressions',
    ],
  ]),
  ...rows('invalid-cluster-object', object('VolumeAttributesClass', 'storage.k8s.io/v1', CLUSTER_META), [
    [
      'ValidateVolumeAttributesClass',
      'driverName: a.b\nparameters: {}',
      'driverName: example.com/A\nparameters: { iops: "3000" }',
      'parameters',
    ],
  ]),
  ...rows('invalid-cluster-object', object('VolumeAttachment', 'storage.k8s.io/v1', CLUSTER_META), [
    [
      'validateVolumeAttachmentSource',
      'spec: { attacher: a.b, nodeName: node, source: {} }',
      'spec: { attacher: a.b, nodeName: node, source: { persistentVolumeName: a } }',
      'spec.source',
    ],
  ]),
  ...rows('invalid-cluster-object', object('CSINode', 'storage.k8s.io/v1', CLUSTER_META), [
    [
      'validateCSINodeDriver',
      'spec: { drivers: [{ name: a.b, nodeID: "1" }, { name: a.b, nodeID: "2" }] }',
      'spec: { drivers: [{ name: a.b, nodeID: "1" }, { name: a.c, nodeID: "1" }] }',
      'spec.drivers[1].name',
    ],
    [
      'validateCSINodeDriver',
      'spec: { drivers: [{ name: a.b, nodeID: "1", topologyKeys: [zone, zone] }] }',
      'spec: { drivers: [{ name: a.b, nodeID: "1", topologyKeys: [zone, host] }] }',
      'spec.drivers[0].topologyKeys[1]',
    ],
  ]),
  ...rows('invalid-cluster-object', object('CSIStorageCapacity', 'storage.k8s.io/v1'), [
    [
      'ValidateCSIStorageCapacity',
      'storageClassName: a\ncapacity: -1Gi',
      'storageClassName: a\ncapacity: 0\nmaximumVolumeSize: -1Gi',
      'capacity',
    ],
  ]),
  ...rows(
    'invalid-cluster-object',
    (fields) =>
      object(
        'CertificateSigningRequest',
        'certificates.k8s.io/v1',
        'metadata: { name: "Node_1:a" }',
      )(`spec: { request: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0=, ${fields} }`),
    [
      [
        'validateCertificateSigningRequest',
        'signerName: a.b/c, usages: [client auth, client auth]',
        'signerName: a.b/c, usages: [client auth, s/mime]',
        'spec.usages[1]',
      ],
      [
        'validateCertificateSigningRequest',
        'signerName: kubernetes.io/legacy-unknown, usages: [any]',
        'signerName: kubernetes.io/kubelet-serving, usages: [any]',
        'spec.signerName',
      ],
    ],
  ),
  ...rows('invalid-address-range', object('ServiceCIDR', 'networking.k8s.io/v1', CLUSTER_META), [
    [
      'validateServiceCIDRSpec',
      'spec: { cidrs: [10.0.0.0/16, 10.1.0.0/16] }',
      'spec: { cidrs: [10.0.0.0/16, "fd00::/108"] }',
      'spec.cidrs',
    ],
  ]),
];

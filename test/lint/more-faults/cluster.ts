import { CLUSTER_META, object } from '../fault-text';
import type { Fault } from './fault';

const resourceClaim = (fields: string) => object('resource.k8s.io/v1', 'ResourceClaim', `spec: { devices: { ${fields} } }`);

/** Faults of devices, certificates, leases, flow control, slices and runtime classes. */
export const CLUSTER_FAULTS: readonly Fault[] = [
  [
    'request of a device without a class',
    'validateDeviceRequest',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: "" } }]'),
  ],
  [
    'request of a device twice',
    'validateDeviceClaim',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: c } }, { name: a, exactly: { deviceClassName: c } }]'),
  ],
  [
    'request with two forms',
    'validateDeviceRequest',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: c }, firstAvailable: [{ name: b, deviceClassName: c }] }]'),
  ],
  ['request without a form', 'validateDeviceRequest', resourceClaim('requests: [{ name: a }]')],
  [
    'all devices with a count',
    'validateDeviceAllocationMode',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: c, allocationMode: All, count: 2 } }]'),
  ],
  [
    'negative count of devices',
    'validateDeviceAllocationMode',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: c, count: -1 } }]'),
  ],
  [
    'constraint of an unknown request',
    'validateDeviceConstraint',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: c } }], constraints: [{ requests: [b], matchAttribute: a.b/c }]'),
  ],
  [
    'constraint of an attribute without a domain',
    'validateDeviceConstraint',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: c } }], constraints: [{ matchAttribute: c }]'),
  ],
  [
    'selector of devices that is no CEL',
    'validateCELSelector',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: c, selectors: [{ cel: { expression: "device.driver ==" } }] } }]'),
  ],
  [
    'unknown allocation mode',
    'validateDeviceAllocationMode',
    resourceClaim('requests: [{ name: a, exactly: { deviceClassName: c, allocationMode: Some } }]'),
  ],
  [
    'signing request without usages',
    'validateCertificateSigningRequest',
    object('certificates.k8s.io/v1', 'CertificateSigningRequest', 'spec: { request: YQ==, signerName: a.b/c, usages: [] }', CLUSTER_META),
  ],
  [
    'signing request that is no PEM',
    'validateCertificateSigningRequest',
    object(
      'certificates.k8s.io/v1',
      'CertificateSigningRequest',
      'spec: { request: YQ==, signerName: a.b/c, usages: [client auth] }',
      CLUSTER_META,
    ),
  ],
  [
    'signer without a path',
    'ValidateSignerName',
    object(
      'certificates.k8s.io/v1',
      'CertificateSigningRequest',
      'spec: { request: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KLS0tLS1FTkQgQ0VSVElGSUNBVEUgUkVRVUVTVC0tLS0tCg==, signerName: abc, usages: [client auth] }',
      CLUSTER_META,
    ),
  ],
  [
    'certificate of less than 10 minutes',
    'validateCertificateSigningRequest',
    object(
      'certificates.k8s.io/v1',
      'CertificateSigningRequest',
      'spec: { request: YQ==, signerName: a.b/c, expirationSeconds: 60, usages: [client auth] }',
      CLUSTER_META,
    ),
  ],
  ['negative transitions of a lease', 'ValidateLeaseSpec', object('coordination.k8s.io/v1', 'Lease', 'spec: { leaseTransitions: -1 }')],
  [
    'limited priority level without limits',
    'ValidatePriorityLevelConfigurationSpec',
    object('flowcontrol.apiserver.k8s.io/v1', 'PriorityLevelConfiguration', 'spec: { type: Limited }', CLUSTER_META),
  ],
  [
    'hand that is larger than the queues',
    'ValidatePriorityLevelConfigurationSpec',
    object(
      'flowcontrol.apiserver.k8s.io/v1',
      'PriorityLevelConfiguration',
      'spec: { type: Limited, limited: { limitResponse: { type: Queue, queuing: { queues: 4, handSize: 8, queueLengthLimit: 1 } } } }',
      CLUSTER_META,
    ),
  ],
  [
    'flow schema without a level',
    'ValidateFlowSchemaSpec',
    object('flowcontrol.apiserver.k8s.io/v1', 'FlowSchema', 'spec: { priorityLevelConfiguration: { name: "" } }', CLUSTER_META),
  ],
  [
    'rule of a flow schema without subjects',
    'ValidateFlowSchemaPolicyRulesWithSubjects',
    object(
      'flowcontrol.apiserver.k8s.io/v1',
      'FlowSchema',
      'spec: { priorityLevelConfiguration: { name: a }, rules: [{ subjects: [], nonResourceRules: [{ verbs: ["*"], nonResourceURLs: ["*"] }] }] }',
      CLUSTER_META,
    ),
  ],
  [
    'slice with a port name twice',
    'validatePorts',
    object(
      'discovery.k8s.io/v1',
      'EndpointSlice',
      'addressType: IPv4\nendpoints: [{ addresses: [10.0.0.1] }]\nports: [{ name: a, port: 80 }, { name: a, port: 81 }]',
    ),
  ],
  [
    'endpoint without an address',
    'validateEndpoints',
    object('discovery.k8s.io/v1', 'EndpointSlice', 'addressType: IPv4\nendpoints: [{ addresses: [] }]\nports: []'),
  ],
  [
    'endpoint with a host name in upper case',
    'validateEndpoints',
    object('discovery.k8s.io/v1', 'EndpointSlice', 'addressType: IPv4\nendpoints: [{ addresses: [10.0.0.1], hostname: A_B }]\nports: []'),
  ],
  [
    'ports of endpoints without names',
    'validateEndpointPort',
    object('v1', 'Endpoints', 'subsets: [{ addresses: [{ ip: 10.0.0.1 }], ports: [{ port: 80 }, { port: 81 }] }]'),
  ],
  [
    'overhead of an unknown resource',
    'validateOverhead',
    object('node.k8s.io/v1', 'RuntimeClass', 'handler: a\noverhead: { podFixed: { gpu: 1 } }', CLUSTER_META),
  ],
  [
    'toleration of a runtime class twice',
    'validateScheduling',
    object(
      'node.k8s.io/v1',
      'RuntimeClass',
      'handler: a\nscheduling: { tolerations: [{ key: a, operator: Exists }, { key: a, operator: Exists }] }',
      CLUSTER_META,
    ),
  ],
  [
    'toleration of a runtime class with a value that is not used',
    'validateScheduling',
    object(
      'node.k8s.io/v1',
      'RuntimeClass',
      'handler: a\nscheduling: { tolerations: [{ key: a, operator: Exists, value: b }] }',
      CLUSTER_META,
    ),
  ],
  [
    'negative overhead of a runtime class',
    'validateOverhead',
    object('node.k8s.io/v1', 'RuntimeClass', 'handler: a\noverhead: { podFixed: { cpu: "-1" } }', CLUSTER_META),
  ],
  ['object without a name', 'ValidateObjectMeta', object('v1', 'ConfigMap', 'data: {}', 'metadata: { namespace: a }')],
];

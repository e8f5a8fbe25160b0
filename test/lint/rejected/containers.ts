import { CONTAINER_PATH, container, type Rejected, rows } from './rows';

/** Environment variables, resources and ports of containers that the API server rejects. */
export const REJECTED_CONTAINERS: readonly Rejected[] = [
  ...rows('invalid-environment', container, [
    [
      'validateEnvVarValueFrom',
      'env: [{ name: A, value: b, valueFrom: { fieldRef: { fieldPath: metadata.name } } }]',
      'env: [{ name: A, value: "", valueFrom: { fieldRef: { fieldPath: metadata.name } } }]',
      `${CONTAINER_PATH}.env[0].valueFrom`,
    ],
    ['validateEnvVarValueFrom', 'env: [{ name: A, valueFrom: {} }]', 'env: [{ name: A }]', `${CONTAINER_PATH}.env[0].valueFrom`],
    [
      'validateEnvVarValueFrom',
      'env: [{ name: A, valueFrom: { fieldRef: { fieldPath: metadata.name }, resourceFieldRef: { resource: limits.cpu } } }]',
      'env: [{ name: A, valueFrom: { resourceFieldRef: { resource: limits.cpu } } }]',
      `${CONTAINER_PATH}.env[0].valueFrom`,
    ],
    [
      'validateObjectFieldSelector',
      'env: [{ name: A, valueFrom: { fieldRef: { fieldPath: status.phase } } }]',
      'env: [{ name: A, valueFrom: { fieldRef: { fieldPath: status.podIP } } }]',
      `${CONTAINER_PATH}.env[0].valueFrom.fieldRef.fieldPath`,
    ],
    [
      'validateObjectFieldSelector',
      'env: [{ name: A, valueFrom: { fieldRef: { fieldPath: metadata.labels } } }]',
      'env: [{ name: A, valueFrom: { fieldRef: { fieldPath: "metadata.labels[\'a\']" } } }]',
      `${CONTAINER_PATH}.env[0].valueFrom.fieldRef.fieldPath`,
    ],
    [
      'validateContainerResourceFieldSelector',
      'env: [{ name: A, valueFrom: { resourceFieldRef: { resource: cpu } } }]',
      'env: [{ name: A, valueFrom: { resourceFieldRef: { resource: requests.cpu } } }]',
      `${CONTAINER_PATH}.env[0].valueFrom.resourceFieldRef.resource`,
    ],
    [
      'validateContainerResourceDivisor',
      'env: [{ name: A, valueFrom: { resourceFieldRef: { resource: limits.cpu, divisor: 10m } } }]',
      'env: [{ name: A, valueFrom: { resourceFieldRef: { resource: limits.memory, divisor: 1Mi } } }]',
      `${CONTAINER_PATH}.env[0].valueFrom.resourceFieldRef.divisor`,
    ],
    [
      'validateSecretKeySelector',
      'env: [{ name: A, valueFrom: { secretKeyRef: { name: s, key: a/b, optional: true } } }]',
      'env: [{ name: A, valueFrom: { secretKeyRef: { name: s, key: a.b, optional: true } } }]',
      `${CONTAINER_PATH}.env[0].valueFrom.secretKeyRef.key`,
    ],
    ['ValidateEnv', 'env: [{ name: "A=B" }]', 'env: [{ name: a.b-c }]', `${CONTAINER_PATH}.env[0].name`],
    [
      'ValidateEnvFrom',
      'envFrom: [{ prefix: P_ }]',
      'envFrom: [{ prefix: P_, secretRef: { name: s, optional: true } }]',
      `${CONTAINER_PATH}.envFrom[0]`,
    ],
    [
      'ValidateEnvFrom',
      'envFrom: [{ secretRef: { name: s, optional: true }, configMapRef: { name: s, optional: true } }]',
      'envFrom: [{ configMapRef: { name: s, optional: true } }]',
      `${CONTAINER_PATH}.envFrom[0]`,
    ],
  ]),
  ...rows('invalid-resource', container, [
    [
      'ValidateContainerResourceName',
      'resources: { limits: { gpu: 1 } }',
      'resources: { limits: { nvidia.com/gpu: 1 } }',
      `${CONTAINER_PATH}.resources.limits.gpu`,
    ],
    [
      'ValidateContainerResourceName',
      'resources: { requests: { storage: 1Gi } }',
      'resources: { requests: { ephemeral-storage: 1Gi } }',
      `${CONTAINER_PATH}.resources.requests.storage`,
    ],
    [
      'ValidateNonnegativeQuantity',
      'resources: { requests: { cpu: "-1" } }',
      'resources: { requests: { cpu: 0 } }',
      `${CONTAINER_PATH}.resources.requests.cpu`,
    ],
    [
      'validateResourceQuantityValue',
      'resources: { limits: { nvidia.com/gpu: "0.5" } }',
      'resources: { limits: { nvidia.com/gpu: "2" } }',
      `${CONTAINER_PATH}.resources.limits["nvidia.com/gpu"]`,
    ],
    [
      'ValidateContainerResourceRequirements',
      'resources: { requests: { nvidia.com/gpu: 1 } }',
      'resources: { requests: { nvidia.com/gpu: 1 }, limits: { nvidia.com/gpu: 1 } }',
      `${CONTAINER_PATH}.resources.limits["nvidia.com/gpu"]`,
    ],
    [
      'ValidateContainerResourceRequirements',
      'resources: { requests: { nvidia.com/gpu: 1 }, limits: { nvidia.com/gpu: 2 } }',
      'resources: { requests: { cpu: 1 }, limits: { cpu: 2 } }',
      `${CONTAINER_PATH}.resources.limits["nvidia.com/gpu"]`,
    ],
    [
      'ValidateContainerResourceRequirements',
      'resources: { limits: { hugepages-2Mi: 4Mi } }',
      'resources: { limits: { hugepages-2Mi: 4Mi, memory: 1Gi } }',
      `${CONTAINER_PATH}.resources`,
    ],
    [
      'validateResourceQuantityHugePageValue',
      'resources: { limits: { hugepages-2Mi: 3Mi, memory: 1Gi } }',
      'resources: { limits: { hugepages-2Mi: 6Mi, memory: 1Gi } }',
      `${CONTAINER_PATH}.resources.limits.hugepages-2Mi`,
    ],
    [
      'validateResourceClaimNames',
      'resources: { claims: [{ name: c }] }',
      'resources: { claims: [] }',
      `${CONTAINER_PATH}.resources.claims[0].name`,
    ],
  ]),
  ...rows('invalid-port', container, [
    [
      'AccumulateUniqueHostPorts',
      'ports: [{ containerPort: 1, hostPort: 80 }, { containerPort: 2, hostPort: 80 }]',
      'ports: [{ containerPort: 1, hostPort: 80 }, { containerPort: 2, hostPort: 80, protocol: UDP }]',
      `${CONTAINER_PATH}.ports[1].hostPort`,
    ],
    [
      'validateContainerPorts',
      'ports: [{ containerPort: 1, hostPort: 80, hostIP: localhost }]',
      'ports: [{ containerPort: 1, hostPort: 80, hostIP: 127.0.0.1 }]',
      `${CONTAINER_PATH}.ports[0].hostIP`,
    ],
  ]),
  ...rows('invalid-port', (fields) => container(fields).replace('spec: {', 'spec: { hostNetwork: true,'), [
    [
      'validatePodHostNetworkDeps',
      'ports: [{ containerPort: 8080, hostPort: 80 }]',
      'ports: [{ containerPort: 80, hostPort: 80 }]',
      `${CONTAINER_PATH}.ports[0].hostPort`,
    ],
  ]),
];

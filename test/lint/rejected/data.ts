import { object, type Rejected, rows } from './rows';

/** Secrets and ConfigMaps that the API server rejects. */
export const REJECTED_DATA: readonly Rejected[] = [
  ...rows('invalid-data', object('Secret', 'v1'), [
    [
      'ValidateSecret',
      'type: kubernetes.io/tls\nstringData: { tls.crt: x }',
      'type: kubernetes.io/tls\nstringData: { tls.crt: x, tls.key: x }',
      'data["tls.key"]',
    ],
    [
      'ValidateSecret',
      'type: kubernetes.io/dockerconfigjson\nstringData: { .dockerconfigjson: a }',
      'type: kubernetes.io/dockerconfigjson\ndata: { .dockerconfigjson: e30= }',
      'data[".dockerconfigjson"]',
    ],
    [
      'ValidateSecret',
      'type: kubernetes.io/basic-auth\nstringData: { user: x }',
      'type: kubernetes.io/basic-auth\nstringData: { username: x }',
      'data.username',
    ],
    [
      'ValidateSecret',
      'type: kubernetes.io/ssh-auth\nstringData: { key: x }',
      'type: kubernetes.io/ssh-auth\nstringData: { ssh-privatekey: x }',
      'data.ssh-privatekey',
    ],
    [
      'ValidateSecret',
      'type: kubernetes.io/service-account-token',
      'type: Opaque',
      'metadata.annotations["kubernetes.io/service-account.name"]',
    ],
  ]),
  ...rows('invalid-data', object('ConfigMap', 'v1'), [
    ['ValidateConfigMap', 'data: { a: x }\nbinaryData: { a: eA== }', 'data: { a: x }\nbinaryData: { b: eA== }', 'binaryData.a'],
    ['ValidateConfigMap', `data: { a: ${'x'.repeat(1_048_577)} }`, `data: { a: ${'x'.repeat(1_048_576)} }`, 'data'],
  ]),
];

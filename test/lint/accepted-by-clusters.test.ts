import { describe, expect, test } from 'vitest';
import { lint } from '../../lib/lint/lint';
import { RULES } from '../../lib/lint/rules';
import { parseManifests } from '../../lib/manifests/read-manifests';

const errorsOf = (yaml: string) =>
  lint(parseManifests(yaml, 'a.yaml'), RULES)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, path }) => `${rule} ${path}`);

/** Source: https://github.com/operate-first/apps, secrets that SOPS encrypts. */
const SECRET = (type: string, key: string) => `apiVersion: v1
kind: Secret
metadata: { name: broker }
type: ${type}
data:
  ${key}: ENC[AES256_GCM,data:4URmgIsyJKlztXP7Xqphj,iv:a=,tag:b==,type:str]
sops:
  kms: []
  lastmodified: "2022-01-01T00:00:00Z"
  mac: ENC[AES256_GCM,data:abc,iv:a=,tag:b==,type:str]
  encrypted_regex: ^(data|stringData)$
  version: 3.7.1
`;

const BODY = 'metadata: { name: shop }\nspec: {}\n';

describe('a file that SOPS encrypted', () => {
  test.each([
    ['Opaque', 'token'],
    ['kubernetes.io/dockerconfigjson', '.dockerconfigjson'],
  ])('is the Secret that it is after decryption: %s', (type, key) => expect(errorsOf(SECRET(type, key))).toEqual([]));

  test('keeps the keys that others refer to', () => {
    const pod = (key: string) => `apiVersion: v1
kind: Pod
metadata: { name: a }
spec: { containers: [{ name: a, image: "a:1", env: [{ name: T, valueFrom: { secretKeyRef: { name: broker, key: ${key} } } }] }] }
`;
    expect(errorsOf(`${SECRET('Opaque', 'token')}---\n${pod('token')}`)).toEqual([]);
    expect(errorsOf(`${SECRET('Opaque', 'token')}---\n${pod('other')}`)).toHaveLength(1);
  });

  test('is no object where its kind is encrypted', () => {
    const kind = 'ENC[AES256_GCM,data:4UR,iv:a=,tag:b==,type:str]';
    const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';
    expect(parseManifests(`apiVersion: ${kind}\nkind: ${kind}\nsops: { mac: a }\n---\n${config}`, 'a.yaml')).toHaveLength(1);
  });

  test('has an unknown field where SOPS did not write it', () => {
    expect(errorsOf('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\nsops: { team: a }\n')).toEqual(['unknown-field sops']);
  });
});

test.each(['0', '""'])('a target port %s is the port of the Service. Source: `SetDefaults_Service` of the API server', (target) => {
  const service = `apiVersion: v1\nkind: Service\nmetadata: { name: a, namespace: shop }\nspec: { selector: { app: a }, ports: [{ port: 80, targetPort: ${target} }] }\n`;
  const pod = (port: number) =>
    `---\napiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: shop, labels: { app: a } }\nspec: { containers: [{ name: a, image: "a:1", ports: [{ containerPort: ${port} }] }] }\n`;
  expect(errorsOf(`${service}${pod(80)}`)).toEqual([]);
});

describe('names', () => {
  test.each([
    ['user.openshift.io/v1', 'Group', 'demolab_team'],
    ['image.openshift.io/v1', 'ImageStream', 'label_sync'],
  ])('of %s may have underscores. Source: openshift/oauth-apiserver and openshift/openshift-apiserver', (apiVersion, kind, name) => {
    expect(errorsOf(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name} }\n`)).toEqual([]);
    expect(errorsOf(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name}/a }\n`)).toEqual(['bad-name metadata.name']);
  });

  test('of a custom resource have none', () => {
    expect(errorsOf(`apiVersion: example.com/v1\nkind: Group\n${BODY.replace('shop', 'a_b')}`)).toEqual(['bad-name metadata.name']);
  });
});

describe('a Job that `kubectl get` prints', () => {
  const job = (uid: string) => `apiVersion: batch/v1
kind: Job
metadata: { name: a, namespace: shop, uid: 4e2d824d-01af-11ea-b38c-42010aa80083 }
spec:
  selector: { matchLabels: { batch.kubernetes.io/controller-uid: ${uid} } }
  template:
    metadata: { labels: { batch.kubernetes.io/controller-uid: ${uid}, batch.kubernetes.io/job-name: a } }
    spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] }
`;

  test('selects its own uid. Source: `generateSelector` of the API server', () => {
    expect(errorsOf(job('4e2d824d-01af-11ea-b38c-42010aa80083'))).toEqual([]);
    expect(errorsOf(job('4e2d824d-01af-11ea-b38c-42010aa80084'))).toEqual([
      'invalid-job spec.selector',
      'invalid-job spec.template.metadata.labels["batch.kubernetes.io/controller-uid"]',
    ]);
  });
});

// https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/ingress_class/: it serves the classes of its controller.
test.each([
  ['of another controller, which ignores the annotations', 'spec: { ingressClassName: nginx }', '', []],
  ['of its class', 'spec: { ingressClassName: alb }', '', ['load-balancer-annotation']],
  ['without a class, which the cluster decides', 'spec: {}', '', ['load-balancer-annotation']],
  [
    'of a class of its controller',
    'spec: { ingressClassName: edge }',
    '---\napiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: { name: edge }\nspec: { controller: ingress.k8s.aws/alb }\n',
    ['load-balancer-annotation'],
  ],
] as const)('a scheme that the AWS Load Balancer Controller does not know, in an Ingress %s', (_name, spec, more, rules) => {
  const backend = 'defaultBackend: { service: { name: shop, port: { number: 80 } } } }';
  const withBackend = spec === 'spec: {}' ? `spec: { ${backend}` : spec.replace(' }', `, ${backend}`);
  const metadata = 'metadata: { name: a, annotations: { alb.ingress.kubernetes.io/scheme: external } }';
  const ingress = `apiVersion: networking.k8s.io/v1\nkind: Ingress\n${metadata}\n${withBackend}\n${more}`;
  const found = errorsOf(ingress).filter((error) => error.startsWith('load-balancer-annotation'));
  expect(found.map((error) => error.split(' ')[0])).toEqual(rules);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lint } from '../../lib/lint/lint';
import { RULES } from '../../lib/lint/rules';
import { pathText } from '../../lib/manifests/manifest-object';
import { parseManifests, readManifests } from '../../lib/manifests/read-manifests';

const TWO = `# a comment
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    spec:
      containers:
        - name: web
          image: example.com/web:1
        - {name: log, image: example.com/log:1}
---
---
apiVersion: v1
kind: Service
metadata: {generateName: web-}
`;

describe('objects', () => {
  test('have group, kind, name, file and line', () => {
    const [deployment, service] = parseManifests(TWO, 'two.yaml');
    expect(deployment).toMatchObject({ apiVersion: 'apps/v1', group: 'apps', kind: 'Deployment', name: 'web', namespace: 'shop' });
    expect(deployment?.origin).toMatchObject({ file: 'two.yaml', document: 1, line: 2 });
    expect(service).toMatchObject({ apiVersion: 'v1', group: '', kind: 'Service', name: '' });
    expect(service).not.toHaveProperty('namespace');
    expect(service?.origin).toMatchObject({ document: 3, line: 16 });
  });

  test('have the lines of their parts, and for a missing part the line of its parent', () => {
    const { origin } = parseManifests(TWO, 'two.yaml')[0] ?? {};
    const containers = ['spec', 'template', 'spec', 'containers'];
    expect(origin?.lineOf(containers)).toBe(10);
    expect(origin?.lineOf([...containers, 0, 'image'])).toBe(12);
    expect(origin?.lineOf([...containers, 1, 'image'])).toBe(13);
    expect(origin?.lineOf([...containers, 1, 'resources', 'limits'])).toBe(13);
    expect(origin?.lineOf([...containers, 7])).toBe(10);
    expect(origin?.lineOf(['status', 'replicas'])).toBe(2);
  });

  test.each(['kind: ConfigMapList\nitems:\n', 'kind: List\nitems: null\n'])('of a list without items are none: %j', (list) => {
    expect(parseManifests(`apiVersion: v1\n${list}---\n${TWO}`, 'a.yaml')).toHaveLength(2);
  });

  test('are none in a kubeconfig', () => {
    const config = 'apiVersion: v1\nkind: Config\nclusters: []\ncontexts: []\nusers: []\n';
    expect(parseManifests(`${config}---\n${TWO}`, 'a.yaml')).toHaveLength(2);
  });

  test('in a List are separate objects', () => {
    const objects = parseManifests(
      '{"apiVersion": "v1", "kind": "List", "items": [\n{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}},\n{"apiVersion": "v1", "kind": "ServiceList", "items": [\n{"apiVersion": "v1", "kind": "Service",\n"metadata": {"name": "b"}}]}]}',
      'list.json',
    );
    expect(objects.map(({ kind, name, origin }) => [kind, name, origin.line])).toEqual([
      ['Pod', 'a', 2],
      ['Service', 'b', 4],
    ]);
    expect(objects[1]?.origin.lineOf(['metadata', 'name'])).toBe(5);
  });

  // "For typed lists, e.g., a PodList, API server doesn't set each item's APIVersion and Kind." k8s.io/apimachinery, decodeToList.
  test('in a list of their kind need not repeat it', () => {
    const text = 'apiVersion: v1\nkind: ConfigMapList\nitems: [{ metadata: { name: a } }]\n';
    expect(parseManifests(text, 'a.yaml').map(({ apiVersion, kind, name }) => `${apiVersion} ${kind} ${name}`)).toEqual(['v1 ConfigMap a']);
  });

  test('of a custom kind that ends in List are not lists', () => {
    const text = 'apiVersion: example.com/v1\nkind: AllowList\nmetadata: {name: a}\nspec: {}\nitems: [1]\n';
    expect(parseManifests(text, 'a.yaml').map(({ kind }) => kind)).toEqual(['AllowList']);
  });

  test('are read with Windows line endings and a byte order mark', () => {
    const [deployment] = parseManifests(`\uFEFF${TWO.replaceAll('\n', '\r\n')}`, 'two.yaml');
    expect(deployment?.origin.lineOf(['spec', 'template', 'spec', 'containers', 0, 'image'])).toBe(12);
  });

  test('have the same scalar values as in kubectl', () => {
    const values = 'y, on, No, 0644, 0o17, 0x1F, 1_000, 12:30, 2024-01-31, 1e3, 08, ~, "1", 0X1F, 0O17, 0B11, 1_0.5, 1e400, ".inf"';
    const [object] = parseManifests(`apiVersion: v1\nkind: ConfigMap\ndata: [${values}]\n`, 'a.yaml');
    expect(object?.raw.data).toEqual([
      true,
      true,
      false,
      420,
      15,
      31,
      1000,
      '12:30',
      '2024-01-31',
      1000,
      8,
      null,
      '1',
      31,
      15,
      3,
      10.5,
      '1e400',
      '.inf',
    ]);
  });

  test('may have keys such as __proto__', () => {
    const [object] = parseManifests('apiVersion: v1\nkind: ConfigMap\ndata: {__proto__: a, constructor: b}\n', 'a.yaml');
    expect(Object.keys(object?.raw.data as object)).toEqual(['__proto__', 'constructor']);
  });
});

test('folders are read recursively, sorted by name, without files that are not manifests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manifests-'));
  try {
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    mkdirSync(join(folder, 'b'));
    write('kustomization.yaml', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n');
    write('c.json', '{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "c"}}');
    write('a.yml', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n');
    write('b/b.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: b}\n');
    write('notes.txt', 'nothing');
    write('queue.yaml', 'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties: { QueueName: !Ref Name }\n');
    write('score.yaml', 'apiVersion: score.dev/v1b1\nmetadata: { name: api }\ncontainers: { main: { image: "api:1" } }\n');
    write('values.yaml', 'replicas: 3\nimage: { tag: "1" }\n');
    mkdirSync(join(folder, 'chart', 'templates'), { recursive: true });
    write('chart/Chart.yaml', 'apiVersion: v2\nname: shop\nversion: 1.0.0\n');
    write('chart/templates/web.yaml', 'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}-web\n');
    write('chart/templates/plain.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: plain}\n');
    write('job.template.yaml', '{{- range .jobs }}\napiVersion: batch/v1\nkind: Job\n{{- end }}\n');
    write('metrics.yaml', 'kind: CustomResourceStateMetrics\nspec: { resources: [] }\n');
    write('mkdocs.yml', 'site_name: Shop\nemoji: !!python/name:material.extensions.emoji\n');
    write('tsconfig.json', '{ "compilerOptions": { // strict\n } }');
    mkdirSync(join(folder, 'overlay'));
    write('overlay/kustomization.yaml', 'kind: Kustomization\npatches: [{path: ./replicas.yaml}]\npatchesStrategicMerge: [image.yaml]\n');
    write('overlay/replicas.yaml', '- op: replace\n  path: /spec/replicas\n  value: 5\n');
    write('overlay/image.yaml', 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n');
    write('.sizingignore', '# fixtures\ntest/\n');
    mkdirSync(join(folder, 'test'));
    write('test/broken.yaml', 'kind: [');
    write('z.generated.yaml', 'kind: [');
    const { objects, skipped } = readManifests([folder], ['*.generated.yaml']);
    expect(objects.map(({ name, origin }) => [name, origin.file])).toEqual([
      ['a', join(folder, 'a.yml')],
      ['b', join(folder, 'b/b.yaml')],
      ['c', join(folder, 'c.json')],
      ['plain', join(folder, 'chart/templates/plain.yaml')],
    ]);
    expect(skipped.map(({ file, reason }) => [file.slice(folder.length + 1), reason])).toEqual([
      ['test', 'excluded'],
      ['z.generated.yaml', 'excluded'],
      ['chart/templates/web.yaml', 'helm-template'],
      ['job.template.yaml', 'helm-template'],
      ['mkdocs.yml', 'not-a-manifest'],
      ['queue.yaml', 'not-a-manifest'],
      ['tsconfig.json', 'not-a-manifest'],
      ['chart/Chart.yaml', 'not-a-manifest'],
      ['metrics.yaml', 'not-a-manifest'],
      ['overlay/image.yaml', 'kustomize-patch'],
      ['overlay/replicas.yaml', 'kustomize-patch'],
      ['score.yaml', 'not-a-manifest'],
      ['values.yaml', 'not-a-manifest'],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('paths are formatted with dots, indexes and quoted keys', () => {
  expect(pathText(['spec', 'containers', 0, 'image'])).toBe('spec.containers[0].image');
  expect(pathText(['metadata', 'labels', 'app.kubernetes.io/name'])).toBe('metadata.labels["app.kubernetes.io/name"]');
  expect(pathText([])).toBe('');
});

test('duplicate keys have their place, and the last value counts', () => {
  const text = `${TWO}---\napiVersion: v1\nkind: Pod\nmetadata: {name: a, name: b}\nkind: Service\n`;
  const [, service] = parseManifests(text, 'two.yaml').slice(1);
  expect(service).toMatchObject({ kind: 'Service', name: 'b' });
  expect(service?.origin.duplicateKeys).toEqual([
    { key: 'name', place: 'line 22, column 21', line: 22, position: text.indexOf('name: b}') },
    { key: 'kind', place: 'line 23, column 1', line: 23, position: text.lastIndexOf('kind: Service') },
  ]);
});

describe('kustomizations of a folder', () => {
  const read = (files: Readonly<Record<string, string>>) => {
    const folder = mkdtempSync(join(tmpdir(), 'kustomizations-'));
    try {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text);
      }
      const { objects, skipped, generated } = readManifests([folder]);
      return {
        labelled: objects.filter(({ hasAddedLabels }) => hasAddedLabels).map(({ name }) => name),
        skipped: skipped.map(({ file, reason }) => `${file.slice(folder.length + 1)}: ${reason}`),
        generated: generated.map(({ kind, name }) => `${kind}/${name}`),
        errors: lint(objects, RULES, { zones: 3, generated }).flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : [])),
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const deployment = (name: string) =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name} }\nspec: { template: { spec: { containers: [{ name: a, image: "a:1", envFrom: [{ configMapRef: { name: settings } }] }] } } }\n`;

  // As deploy/grafana of kubernetes/ingress-nginx: the labels of the kustomization are the only ones of its selector.
  test.each([
    ['commonLabels: { app: shop }', ['web', 'worker']],
    ['labels: [{ pairs: { app: shop }, includeSelectors: true }]', ['web', 'worker']],
    ['labels: [{ pairs: { app: shop } }]', []],
  ])('%s', (labels, labelled) => {
    const found = read({
      'kustomization.yaml': `kind: Kustomization\nresources: [web.yaml, base]\nconfigMapGenerator: [{ name: settings }]\n${labels}\n`,
      'web.yaml': deployment('web'),
      'base/kustomization.yaml': 'kind: Kustomization\nresources: [../base/worker.yaml]\n',
      'base/worker.yaml': deployment('worker'),
    });
    expect(found.labelled.toSorted()).toEqual(labelled);
    expect(found.generated).toEqual(['ConfigMap/settings']);
    expect(found.errors).toEqual(labelled.length > 0 ? [] : ['missing-field', 'missing-field']);
  });

  // As config/crd of projects of kubebuilder, whose kustomization comments patches out.
  test('files of a folder of patches that no kustomization lists', () => {
    const found = read({
      'crd/kustomization.yaml': 'kind: Kustomization\nresources: [bases/a.yaml]\n# patches: [{ path: patches/webhook.yaml }]\n',
      'crd/bases/a.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n',
      'crd/patches/webhook.yaml':
        'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: a.example.com }\n',
      'patches/b.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: b }\n',
    });
    expect(found.skipped).toEqual(['crd/patches/webhook.yaml: kustomize-patch']);
    expect(found.errors).toEqual([]);
  });

  test('patches beside a kustomization that does not list them, although another one lists its folder', () => {
    const found = read({
      'overlay/kustomization.yaml': 'kind: Kustomization\nresources: [../default]\n',
      'default/kustomization.yaml':
        'kind: Kustomization\nresources: [a.yaml, a-patch-b.yaml]\n# patches: [{ path: manager_auth_proxy_patch.yaml }]\n',
      'default/a.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n',
      'default/a-patch-b.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: b }\n',
      'default/dispatch.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: c }\n',
      'default/manager_auth_proxy_patch.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: manager }\n',
    });
    expect(found.skipped).toEqual(['default/manager_auth_proxy_patch.yaml: kustomize-patch']);
    expect(found.errors).toEqual([]);
  });

  // Source: kustomize, api/filters/namespace/namespace.go and api/internal/konfig/builtinpluginconsts/namereference.go.
  test.each([
    ['namespace: shop', []],
    ['namePrefix: shop-', ['invalid-role', 'missing-field']],
  ])('%s', (change, errors) => {
    const found = read({
      'kustomization.yaml': `kind: Kustomization\nresources: [rbac]\n${change}\n`,
      'rbac/kustomization.yaml': 'kind: Kustomization\nresources: [binding.yaml, webhook.yaml]\n',
      'rbac/binding.yaml':
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: b }\nroleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }\nsubjects: [{ kind: ServiceAccount, name: web }]\n',
      'rbac/webhook.yaml':
        'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: { name: w }\nwebhooks: [{ name: a.b.c, sideEffects: None, admissionReviewVersions: [v1], clientConfig: { service: { name: web } } }]\n',
    });
    expect(found.errors).toEqual(errors);
  });

  test('keys that a kustomization may add to a ConfigMap of the manifests, and namespaces of two environments', () => {
    const found = read({
      'kustomization.yaml': 'kind: Kustomization\nconfigMapGenerator: [{ name: settings, behavior: merge, literals: [b=1] }]\n',
      'settings.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\ndata: { a: "1" }\n',
      'pod.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: { containers: [{ name: a, image: "a:1", env: [{ name: B, valueFrom: { configMapKeyRef: { name: settings, key: b } } }] }] }\n',
      'strict.yaml':
        'apiVersion: v1\nkind: Namespace\nmetadata: { name: default, labels: { pod-security.kubernetes.io/enforce: restricted } }\n',
      'loose.yaml':
        'apiVersion: v1\nkind: Namespace\nmetadata: { name: default, labels: { pod-security.kubernetes.io/enforce: privileged } }\n',
    });
    expect(found.errors).toEqual([]);
  });

  // Source: kustomize, `types.Kustomization` with `types.Patch`, `types.Replacement` and components.
  test.each([
    ['no change', '', {}, ['invalid-pod', 'service-port', 'volume-missing']],
    [
      'a patch in the kustomization',
      'patches: [{ patch: "{ kind: Deployment, metadata: { name: web }, spec: { template: { spec: { containers: [{ name: a, image: a:1, ports: [{ name: http, containerPort: 80 }] }] } } } }" }]',
      {},
      ['volume-missing'],
    ],
    [
      'a patch of another object',
      'patches: [{ patch: "{ kind: Deployment, metadata: { name: worker }, spec: { template: { spec: { containers: [{ name: a, image: a:1 }] } } } }" }]',
      {},
      ['invalid-pod', 'service-port', 'volume-missing'],
    ],
    [
      'a patch of an object whose name starts with that of the object',
      'patches: [{ patch: "{ kind: Deployment, metadata: { name: web-worker }, spec: { template: { spec: { containers: [{ name: a, image: a:1 }] } } } }" }]',
      {},
      ['invalid-pod', 'service-port', 'volume-missing'],
    ],
    [
      'a patch by the name that a base gives the object',
      'patches: [{ patch: "{ kind: Deployment, metadata: { name: shop-web }, spec: { template: { spec: { containers: [{ name: a, image: a:1 }] } } } }" }]',
      { 'base/kustomization.yaml': 'kind: Kustomization\nnamePrefix: shop-\nresources: [web.yaml, service.yaml]\n' },
      ['service-port', 'volume-missing'],
    ],
    [
      'a patch of an object in another namespace',
      'patches: [{ patch: "{ kind: Deployment, metadata: { name: web, namespace: shop }, spec: { template: { spec: { containers: [{ name: a, image: a:1 }] } } } }" }]',
      {},
      ['invalid-pod', 'service-port', 'volume-missing'],
    ],
    [
      'a target that is the start of the name and kind',
      'patches: [{ target: { kind: Deploy, name: we }, patch: "[{ op: replace, path: /spec/template/spec, value: {} }]" }]',
      {},
      ['invalid-pod', 'service-port', 'volume-missing'],
    ],
    [
      'a target of another API group',
      'patches: [{ target: { group: extensions, name: w.* }, patch: "[{ op: replace, path: /spec/template/spec, value: {} }]" }]',
      {},
      ['invalid-pod', 'service-port', 'volume-missing'],
    ],
    [
      'operations of JSON Patch',
      'patches: [{ target: { kind: Deploy.*, name: "w[e]b" }, path: image.yaml }]',
      { 'image.yaml': '- { op: add, path: /spec/template/spec/containers/0/image, value: "a:1" }\n' },
      ['service-port', 'volume-missing'],
    ],
    [
      'a file of patchesStrategicMerge',
      'patchesStrategicMerge: [volumes.yaml]',
      {
        'volumes.yaml':
          'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { volumes: [{ name: v, emptyDir: {} }] } } }\n',
      },
      ['invalid-pod', 'service-port'],
    ],
    [
      'a component',
      'components: [component]',
      {
        'component/kustomization.yaml':
          'kind: Component\npatchesJson6902: [{ target: { kind: Deployment }, patch: "[{ op: replace, path: /spec/template/spec, value: {} }]" }]\n',
      },
      [],
    ],
    [
      'a replacement',
      'replacements: [{ source: { kind: ConfigMap, name: c }, targets: [{ select: { kind: Deployment }, fieldPaths: ["spec.template.spec.containers.[name=a].image"] }] }]',
      {},
      ['service-port', 'volume-missing'],
    ],
  ])('%s', (_title, change, files: Readonly<Record<string, string>>, errors) => {
    const found = read({
      'kustomization.yaml': `kind: Kustomization\nresources: [base]\n${change}\n`,
      'base/kustomization.yaml': 'kind: Kustomization\nresources: [web.yaml, service.yaml]\n',
      'base/web.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: a, volumeMounts: [{ name: v, mountPath: /v }] }] } } }\n',
      'base/service.yaml':
        'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }] }\n',
      ...files,
    });
    expect(found.errors.toSorted()).toEqual(errors);
  });

  test('variables that a tool replaces', () => {
    const found = read({
      'a.yaml': `apiVersion: v1\nkind: Namespace\nmetadata: { name: "\${NAME:=shop}" }\n---\napiVersion: v1\nkind: Namespace\nmetadata: { name: $NAME }\n---\napiVersion: v1\nkind: Namespace\nmetadata: { name: a_b, "\${COMMENT}labels": {} }\n`,
    });
    expect(found.errors).toEqual(['bad-name']);
  });

  // As tests/e2e and config/manager of jaegertracing/jaeger-operator.
  test('assertions of kuttl, and an empty selector to which a kustomization adds labels', () => {
    const found = read({
      'kustomization.yaml': 'commonLabels: { app: web }\nresources: [web.yaml]\n',
      'web.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  selector:\n    matchLabels:\n  template:\n    metadata:\n      labels:\n    spec: { containers: [{ name: a, image: "a:1" }] }\n',
      'test/00-assert.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nstatus: { readyReplicas: 1 }\n',
      'test/01-errors.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\n',
    });
    expect(found.skipped).toEqual(['test/00-assert.yaml: not-a-manifest', 'test/01-errors.yaml: not-a-manifest']);
    expect(found.errors).toEqual([]);
  });

  // As tests of open-telemetry/opentelemetry-operator. Source: https://kyverno.github.io/chainsaw/latest/operations/assert/
  test('files that tests of chainsaw compare or merge, and its variables', () => {
    const part = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: {}\n';
    const found = read({
      'e2e/chainsaw-test.yaml':
        'apiVersion: chainsaw.kyverno.io/v1alpha1\nkind: Test\nmetadata: { name: e }\nspec: { steps: [{ try: [{ apply: { file: install.yaml } }, { assert: { file: "00-*.yaml" } }, { error: { file: ../gone.yaml } }, { patch: { file: more.yaml } }] }] }\n',
      'e2e/install.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: ($namespace) }\n',
      'e2e/00-ready.yaml': part,
      'e2e/more.yaml': part,
      'gone.yaml': part,
      'other/00-ready.yaml': part,
    });
    expect(found.skipped).toEqual([
      'e2e/00-ready.yaml: not-a-manifest',
      'e2e/chainsaw-test.yaml: not-a-manifest',
      'e2e/more.yaml: not-a-manifest',
      'gone.yaml: not-a-manifest',
    ]);
    expect(found.errors).toEqual(['missing-field', 'missing-field']);
  });

  // As workshops of redhat-na-ssa/demo-ai-gitops-catalog and talos of Apocrathia/homelab.
  test('parts of a strategic merge patch, and documents of Talos', () => {
    const found = read({
      'a.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n',
      'exclude.yaml': '$patch: delete\napiVersion: batch/v1\nkind: Job\nmetadata: { name: setup }\n',
      'talos.yaml': 'machine: { type: worker }\n---\napiVersion: v1alpha1\nkind: HostnameConfig\nhostname: worker-33\n',
    });
    expect(found.skipped).toEqual(['exclude.yaml: kustomize-patch', 'talos.yaml: not-a-manifest']);
    expect(found.errors).toEqual([]);
  });

  // As auth of d-uzlov/k8s-homelab, where a script writes the patch.
  test.each([
    ['patches: [{ path: env/patch.yaml }]', []],
    ['patches: [{ path: env/patch.yaml, target: { kind: Deployment } }]', []],
    ['patchesStrategicMerge: [env/patch.yaml]', []],
    ['patches: [{ path: env/patch.yaml, target: { kind: Service } }]', ['missing-field']],
  ])('a patch that is not in the folder: %s', (change, errors) => {
    const found = read({
      'kustomization.yaml': `resources: [web.yaml]\n${change}\n`,
      'web.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } } }\n',
    });
    expect(found.errors).toEqual(errors);
  });

  // As clusters/production/overlays/gateway of petebeegle/homelab.
  test.each([
    ['spec/listeners', []],
    ['metadata/labels', ['gateway-missing', 'route-not-attached']],
  ])('listeners of a Gateway and ports of a Service where a kustomization changes %s', (changed, errors) => {
    const route = (name: string, parent: string) =>
      `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: ${name} }\nspec: { hostnames: [shop.example.com], parentRefs: [{ name: g${parent} }] }\n`;
    const found = read({
      'kustomization.yaml': `resources: [gateway.yaml]\npatches: [{ target: { kind: Gateway }, patch: '[{ op: add, path: /${changed}/-, value: {} }]' }]\n`,
      'gateway.yaml':
        'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: { name: g }\nspec: { gatewayClassName: c, listeners: [{ name: http, port: 80, protocol: HTTP, hostname: a.example.com }] }\n',
      'section.yaml': route('section', ', sectionName: https'),
      'host.yaml': route('host', ''),
    });
    expect(found.errors.toSorted()).toEqual(errors);
  });

  // As config and bundle of jaegertracing/jaeger-operator: an example has the label that a kustomization adds to the operator's pods.
  test.each([
    ['commonLabels: { app: web }', 'https', []],
    ['labels: [{ pairs: { app: web }, includeSelectors: true }]', 'https', []],
    ['labels: [{ pairs: { app: web }, includeTemplates: true }]', 'https', []],
    ['commonLabels: { app: web }', 'htps', ['service-port']],
    ['commonLabels: { app: other }', 'https', ['service-port']],
    ['labels: [{ pairs: { app: web } }]', 'https', ['service-port']],
  ])('a Service of pods that have its labels by a kustomization: %s, port %s', (labels, port, errors) => {
    const found = read({
      'kustomization.yaml': `namespace: operators\nresources: [rbac, manager]\n${labels}\n`,
      'rbac/kustomization.yaml': 'resources: [service.yaml]\n',
      'rbac/service.yaml': `apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web }, ports: [{ port: 443, targetPort: ${port} }] }\n`,
      'manager/kustomization.yaml': 'resources: [manager.yaml]\n',
      'manager/manager.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: manager, namespace: system }\nspec: { selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1", ports: [{ name: https, containerPort: 8443 }] }] } } }\n',
      'example.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: example }\nspec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: a, image: "a:1", ports: [{ name: http, containerPort: 80 }] }] } } }\n',
    });
    expect(found.errors).toEqual(errors);
  });

  // Source: kustomize, `KustTarget.accumulateComponents`: a component changes the objects of the kustomization that lists it.
  test.each([
    ['components: [part]', ['web']],
    ['components: [other]', ['web']],
    ['resources: [part]', []],
  ])('labels of a component: %s', (use, labelled) => {
    const resources = use.startsWith('resources') ? 'resources: [web.yaml, part]' : `resources: [web.yaml]\n${use}`;
    const found = read({
      'kustomization.yaml': `kind: Kustomization\n${resources}\nconfigMapGenerator: [{ name: settings }]\n`,
      'web.yaml': deployment('web'),
      'part/kustomization.yaml': 'kind: Component\ncommonLabels: { app: shop }\n',
      'other/kustomization.yaml': 'kind: Component\ncomponents: [../part, ../other]\n',
    });
    expect(found.labelled).toEqual(labelled);
    expect(found.errors).toEqual(labelled.length > 0 ? [] : ['missing-field']);
  });

  test('a patch in a folder below a kustomization that does not list it', () => {
    const patch = 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: images }\nspec: { storageClassName: files }\n';
    const found = read({
      'kustomization.yaml': 'kind: Kustomization\nresources: [a.yaml]\n',
      'a.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n',
      'registry/storage_patch.yaml': patch,
    });
    expect(found.skipped).toEqual(['registry/storage_patch.yaml: kustomize-patch']);
    expect(found.errors).toEqual([]);
  });

  test.each([
    ['web', []],
    ['other', ['service-port']],
  ])('a Service of pods that may be those of a custom resource with the label %s', (label, errors) => {
    const found = read({
      'operator.yaml': `apiVersion: operators.coreos.com/v1alpha1\nkind: ClusterServiceVersion\nmetadata: { name: operator }\nspec: { install: { spec: { deployments: [{ spec: { template: { metadata: { labels: { app: ${label} } } } } }] } } }\n`,
      'service.yaml':
        'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web }, ports: [{ port: 443, targetPort: https }] }\n',
      'example.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: example }\nspec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: a, image: "a:1", ports: [{ name: http, containerPort: 80 }] }] } } }\n',
    });
    expect(found.errors).toEqual(errors);
  });

  // As kubernetes/apps of onedr0p/home-ops.
  test('the name of a Namespace that a kustomization replaces', () => {
    const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: _ }\n';
    const files = { 'kustomization.yaml': 'namespace: shop\nresources: [namespace.yaml]\n', 'namespace.yaml': namespace };
    expect(read(files).errors).toEqual([]);
    expect(read({ ...files, 'kustomization.yaml': 'resources: [namespace.yaml]\n' }).errors).toEqual(['bad-name']);
  });

  // As plugins/kustomized-helm of argoproj/argocd-example-apps.
  test('a patch by its path in patches, as before kustomize 2.0', () => {
    const found = read({
      'kustomization.yaml': 'resources: [web.yaml]\npatches: [overlays/web.yaml]\n',
      'web.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: a }] } } }\n',
      'overlays/web.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { containers: [{ name: a, image: "a:1" }] } } }\n',
    });
    expect(found.skipped).toEqual(['overlays/web.yaml: kustomize-patch']);
    expect(found.errors).toEqual([]);
  });

  test('files that a program reads', () => {
    const found = read({
      'a.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n',
      'catalog-info.yaml': 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: shop, links: [] }\n',
      'metadata.yaml': 'apiVersion: clusterctl.cluster.x-k8s.io/v1alpha3\nkind: Metadata\nreleaseSeries: []\n',
      'skaffold.yaml': 'apiVersion: skaffold/v4beta13\nkind: Config\nmetadata: { name: shop }\n',
    });
    expect(found.skipped).toEqual(['catalog-info.yaml: not-a-manifest', 'metadata.yaml: not-a-manifest', 'skaffold.yaml: not-a-manifest']);
  });
});

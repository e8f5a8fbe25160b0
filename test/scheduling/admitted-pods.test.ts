import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lineReason } from '../../lib/output/line-reasons';
import { FREE_KINDS } from '../../lib/scheduling/free-kinds';
import { READERS } from '../../lib/scheduling/readers';
import { billed, clusterOf, deployment } from './support';

/** Requests and volumes that the API server and the drivers of a cluster add to manifests. */
const GIB = 1_024 ** 3;

const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: { name: p, namespace: shop }\nspec: ${spec}\n---\n`;
const requestsOf = (yaml: string) =>
  clusterOf(yaml).objects.flatMap(({ demand }) => (demand.pods ?? []).map(({ group }) => group.requests))[0];
const reasonsOf = (yaml: string) =>
  billed(yaml)
    .estimate.lineItems.filter(({ state }) => state === 'unpriced')
    .map((line) => lineReason(line));

const MAIN = '{ name: main, resources: { requests: { cpu: 100m, memory: 128Mi } } }';

describe('native sidecars', () => {
  // Kubernetes documentation, Sidecar containers: they run as long as the pod, and their requests are part of the pod's.
  test('without requests have unknown requests, as containers have', () => {
    const reasons = reasonsOf(pod(`{ containers: [${MAIN}], initContainers: [{ name: proxy, restartPolicy: Always }] }`));
    expect(reasons).toEqual(['container proxy requests no cpu and no memory, so its needs are unknown']);
  });

  test('an init container that ends needs none', () => {
    expect(reasonsOf(pod(`{ containers: [${MAIN}], initContainers: [{ name: migrate }] }`))).toEqual([]);
  });

  // Kubernetes documentation, Limit Ranges: the LimitRanger sets defaults in every container of a pod, init containers included.
  test('have the defaults of the LimitRange, as init containers have', () => {
    const range =
      'apiVersion: v1\nkind: LimitRange\nmetadata: { name: r, namespace: shop }\nspec: { limits: [{ type: Container, defaultRequest: { cpu: 250m, memory: 256Mi } }] }\n---\n';
    const sidecar = pod('{ containers: [{ name: main }], initContainers: [{ name: proxy, restartPolicy: Always }] }');
    expect(requestsOf(range + sidecar)).toMatchObject({ cpuMillis: 500, memoryBytes: GIB / 2 });
    const initial = pod(`{ containers: [${MAIN}], initContainers: [{ name: migrate }] }`);
    expect(requestsOf(range + initial)).toMatchObject({ cpuMillis: 250, memoryBytes: GIB / 4 });
  });
});

describe('a LimitRange', () => {
  const range = (item: string) =>
    `apiVersion: v1\nkind: LimitRange\nmetadata: { name: r, namespace: shop }\nspec: { limits: [{ type: Container, ${item} }] }\n---\n`;
  // SetDefaults_LimitRangeItem of Kubernetes: max is the default limit, a limit the default request, and min the last default.
  test.each([
    ['max: { cpu: 1, memory: 1Gi }', 1_000, GIB],
    ['max: { cpu: 1, memory: 1Gi }, default: { cpu: 500m }', 500, GIB],
    ['min: { cpu: 100m }, default: { memory: 1Gi }', 100, GIB],
    ['min: { cpu: 100m, memory: 1Gi }, max: { cpu: 2 }, defaultRequest: { cpu: 200m }', 200, GIB],
  ])('with %s gives requests', (item, cpuMillis, memoryBytes) => {
    expect(requestsOf(range(item) + pod('{ containers: [{ name: main }] }'))).toMatchObject({ cpuMillis, memoryBytes });
  });

  test('completes another one', () => {
    const both = range('default: { cpu: 500m }') + range('default: { cpu: 1, memory: 1Gi }').replace('name: r', 'name: s');
    expect(requestsOf(both + pod('{ containers: [{ name: main }] }'))).toMatchObject({ cpuMillis: 500, memoryBytes: GIB });
  });
});

// Kubernetes documentation, Manage HugePages: nodes reserve them, and a limit is the request.
test('huge pages are a part of the memory of the node', () => {
  const container = '{ name: main, resources: { requests: { cpu: 100m, memory: 1Gi }, limits: { hugepages-2Mi: 2Gi, memory: 1Gi } } }';
  expect(requestsOf(pod(`{ containers: [${container}] }`))).toMatchObject({ cpuMillis: 100, memoryBytes: 3 * GIB });
  const whole = '{ resources: { requests: { cpu: 1, memory: 1Gi, hugepages-1Gi: 1Gi } }, containers: [{ name: main }] }';
  expect(requestsOf(pod(whole))).toMatchObject({ cpuMillis: 1_000, memoryBytes: 2 * GIB });
});

// Amazon EKS user guide, Fargate, and Kubernetes documentation, Windows containers: the hosts have other prices than Linux nodes.
test.each([
  ['nodeSelector: { eks.amazonaws.com/compute-type: fargate }', 'it runs on Fargate, and only pods on nodes are estimated'],
  ['schedulerName: fargate-scheduler', 'it runs on Fargate, and only pods on nodes are estimated'],
  ['nodeSelector: { kubernetes.io/os: windows }', 'it runs on Windows, and the prices of Windows nodes are unknown'],
  ['os: { name: windows }', 'it runs on Windows, and the prices of Windows nodes are unknown'],
])('pods with %s have no price', (fields, reason) => {
  expect(reasonsOf(pod(`{ ${fields}, containers: [${MAIN}] }`))).toEqual([reason]);
  const daemon = `apiVersion: apps/v1\nkind: DaemonSet\nmetadata: { name: d, namespace: shop }\nspec: { template: { spec: { ${fields}, containers: [${MAIN}] } } }\n---\n`;
  expect(reasonsOf(daemon)).toEqual([]);
});

// Argo Rollouts documentation, specification: replicas, workloadRef and scaleDown.
describe('a Rollout', () => {
  const rollout = (spec: string) =>
    `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: r, namespace: shop }\nspec: { replicas: 3, ${spec} }\n---\n`;
  const scaled = (yaml: string) =>
    clusterOf(yaml).objects.flatMap(({ object, demand }) =>
      (demand.pods ?? []).map(({ group, replicas }) => `${object.kind} ${replicas.mid} x ${group.requests.cpuMillis}`),
    );
  const reference = 'workloadRef: { apiVersion: apps/v1, kind: Deployment, name: web';
  const web = `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\nspec: { replicas: 2, template: { spec: { containers: [${MAIN}] } } }\n---\n`;

  test('has the pods of its template, or those of the workload that it refers to', () => {
    expect(scaled(rollout(`template: { spec: { containers: [${MAIN}] } }`))).toEqual(['Rollout 3 x 100']);
    expect(scaled(rollout(`${reference} }`) + web)).toEqual(['Rollout 3 x 100', 'Deployment 2 x 100']);
    expect(scaled(rollout(`${reference}, scaleDown: onsuccess }`) + web)).toEqual(['Rollout 3 x 100']);
  });

  test('has the number of pods of its autoscaler', () => {
    const autoscaler =
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: r, namespace: shop }\nspec: { minReplicas: 4, maxReplicas: 8, scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: r } }\n---\n';
    expect(scaled(rollout(`template: { spec: { containers: [${MAIN}] } }`) + autoscaler)).toEqual(['Rollout 4 x 100']);
  });

  test('of a workload that is not among the manifests has no price', () => {
    expect(reasonsOf(rollout(`${reference} }`))).toEqual(['it has the pod template of web, which is not among the manifests']);
  });
});

describe('the overhead of a runtime class', () => {
  const kata =
    "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: kata }\nhandler: kata\noverhead: { podFixed: { cpu: '1', memory: 1Gi } }\n---\n";

  // Kubernetes documentation, Pod Overhead.
  test.each([
    [`{ runtimeClassName: kata, containers: [${MAIN}] }`, 1_100],
    [`{ runtimeClassName: kata, overhead: { cpu: 2, memory: 1Gi }, containers: [${MAIN}] }`, 2_100],
    [`{ runtimeClassName: other, containers: [${MAIN}] }`, 100],
    [`{ containers: [${MAIN}] }`, 100],
  ])('%s', (spec, cpuMillis) => {
    expect(requestsOf(kata + pod(spec))).toMatchObject({ cpuMillis });
  });
});

test('claims of devices are unknown, also with requests of the pod', () => {
  const spec = `{ resourceClaims: [{ name: gpu, resourceClaimTemplateName: h100 }], containers: [${MAIN}] }`;
  expect(reasonsOf(pod(spec))).toEqual(['it claims devices with resourceClaims, and the nodes that have them are unknown']);
});

describe('IOPS that a storage class gives per GiB', () => {
  const claimed = (parameters: string, gib: number) =>
    billed(
      `apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: fast }\nprovisioner: ebs.csi.aws.com\nparameters: ${parameters}\n---\n` +
        `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: d }\nspec: { storageClassName: fast, resources: { requests: { storage: ${gib}Gi } } }\n`,
    ).estimate.lineItems;
  const iopsUsd = (parameters: string, gib: number) =>
    claimed(parameters, gib)
      .filter(({ kind }) => kind === 'volume-iops')
      .map(({ monthlyUsd }) => Number(monthlyUsd.mid));

  // aws-ebs-csi-driver, docs/parameters.md: iopsPerGB × size. gp3 includes 3,000 IOPS and costs $0.005 for each above, io2 $0.065.
  test.each([
    ["{ type: gp3, iopsPerGB: '100' }", 100, [35]],
    ["{ type: gp3, iopsPerGB: '10' }", 100, []],
    ["{ type: gp3, iopsPerGB: '500' }", 100, [65]],
    ["{ type: io2, iopsPerGB: '50' }", 100, [325]],
    ["{ type: io2, iopsPerGB: '50', iops: '200' }", 100, [13]],
  ])('%s of %i GiB', (parameters, gib, usd) => {
    expect(iopsUsd(parameters, gib)).toEqual(usd);
  });

  test('a class of io2 without IOPS is unpriced', () => {
    const [line] = claimed('{ type: io2 }', 100).filter(({ state }) => state === 'unpriced');
    expect(line && lineReason(line)).toBe('storage class fast states neither iops nor iopsPerGB, which io2 volumes need');
  });
});

test('an Ingress without a class has the default one of the cluster', () => {
  const ingressClass = (controller: string) =>
    `apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: { name: main, annotations: { ingressclass.kubernetes.io/is-default-class: 'true' } }\nspec: { controller: ${controller} }\n---\n`;
  const ingress = 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web }\nspec: { rules: [] }\n---\n';
  const balancers = (yaml: string) => clusterOf(yaml).objects.flatMap(({ demand }) => demand.balancers ?? []).length;
  expect(balancers(ingressClass('ingress.k8s.aws/alb') + ingress)).toBe(1);
  expect(balancers(ingressClass('k8s.io/ingress-nginx') + ingress)).toBe(0);
  expect(reasonsOf(ingress)).toHaveLength(1);
  expect(reasonsOf(deployment() + ingressClass('k8s.io/ingress-nginx') + ingress)).toEqual([]);
});

test('every kind of Kubernetes 1.36 itself is read or known to be free', () => {
  const { kinds } = JSON.parse(readFileSync(join(__dirname, '../../data/kubernetes/fields.json'), 'utf8'));
  const known = new Set([...Object.keys(FREE_KINDS), ...READERS.flatMap((reader) => reader.kinds)]);
  const keys = Object.keys(kinds).map((kind) => {
    const parts = kind.split('/');
    return parts.length === 2 ? `/${parts[1]}` : `${parts[0]}/${parts[2]}`;
  });
  expect(keys.length).toBeGreaterThan(60);
  expect(keys.filter((key) => !known.has(key))).toEqual([]);
});

// prometheus-operator 0.93.0: the reloader requests 10m and 50Mi, and Alertmanager 200Mi without a request.
describe('pods of the Prometheus Operator', () => {
  const resource = (kind: string, spec: string) =>
    `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: { name: k8s, namespace: shop }\nspec: ${spec}\n---\n`;
  const MIB = 1_024 ** 2;
  const given = 'resources: { requests: { cpu: 500m, memory: 400Mi } }';
  test.each([
    ['Prometheus', `{ ${given} }`, 510, 450],
    ['Prometheus', `{ ${given}, thanos: { resources: { requests: { cpu: 100m, memory: 100Mi } } } }`, 610, 550],
    ['Prometheus', `{ ${given}, containers: [{ name: config-reloader, resources: { requests: { cpu: 50m, memory: 50Mi } } }] }`, 550, 450],
    ['Alertmanager', '{ resources: { requests: { cpu: 4m } } }', 14, 250],
    ['ThanosRuler', '{ resources: { requests: { cpu: 1 } } }', 1_010, 250],
  ])('%s %s', (kind, spec, cpuMillis, mib) => {
    expect(requestsOf(resource(kind, spec))).toMatchObject({ cpuMillis, memoryBytes: mib * MIB });
  });

  test('without requests have no price, nor do agents on every node', () => {
    expect(reasonsOf(resource('Prometheus', '{ replicas: 2 }'))).toEqual([
      'container prometheus requests no cpu and no memory, so its needs are unknown',
    ]);
    expect(reasonsOf(resource('PrometheusAgent', `{ mode: DaemonSet, ${given} }`))).toEqual([
      'the pods and volumes that this kind creates are unknown',
    ]);
  });

  test('are apart as their affinity states', () => {
    const apart =
      'affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app.kubernetes.io/instance: k8s } } }] } }';
    const nodesOf = (spec: string) => billed(resource('Prometheus', spec)).packed.packings.mid.nodes.length;
    expect([nodesOf(`{ replicas: 2, ${given} }`), nodesOf(`{ replicas: 2, ${given}, ${apart} }`)]).toEqual([1, 2]);
  });
});

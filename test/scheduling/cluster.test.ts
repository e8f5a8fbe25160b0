import { describe, expect, test } from 'vitest';
import { toCents } from '../../lib/core/money';
import { lineReason } from '../../lib/output/line-reasons';
import { EKS_DAEMONS } from '../../lib/scheduling/eks-pods';
import { FREE_KINDS } from '../../lib/scheduling/free-kinds';
import { READERS } from '../../lib/scheduling/readers';
import { billed, clusterOf, deployment } from './support';

const pods = (yaml: string) =>
  clusterOf(yaml).objects.flatMap(({ demand }) => (demand.pods ?? []).map(({ group, replicas }) => ({ ...group.requests, ...replicas })));

const GIB = 1_024 ** 3;

describe('requests of a pod', () => {
  const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: ${spec}\n`;
  const container = (name: string, cpu: string, memory: string, more = '') =>
    `{ name: ${name}, resources: { requests: { cpu: ${cpu}, memory: ${memory} } }${more} }`;

  test('are the sum of its containers', () => {
    const [found] = pods(pod(`{ containers: [${container('a', '100m', '1Gi')}, ${container('b', '200m', '1Gi')}] }`));
    expect(found).toMatchObject({ cpuMillis: 300, memoryBytes: 2 * GIB });
  });

  test('are at least those of an init container with the sidecars that started before it', () => {
    const init = `initContainers: [${container('proxy', '100m', '1Gi', ', restartPolicy: Always')}, ${container('migrate', '2', '1Gi')}]`;
    const [found] = pods(pod(`{ ${init}, containers: [${container('a', '500m', '3Gi')}] }`));
    expect(found).toMatchObject({ cpuMillis: 2_100, memoryBytes: 4 * GIB });
  });

  test('a limit without a request counts as the request', () => {
    const [found] = pods(pod('{ containers: [{ name: a, resources: { limits: { cpu: 1, memory: 1Gi, nvidia.com/gpu: 1 } } }] }'));
    expect(found).toMatchObject({ cpuMillis: 1_000, memoryBytes: GIB, gpus: 1 });
  });

  test('default to the LimitRange of the namespace', () => {
    const range =
      'apiVersion: v1\nkind: LimitRange\nmetadata: { name: r }\nspec: { limits: [{ type: Container, defaultRequest: { cpu: 100m, memory: 128Mi } }] }\n---\n';
    expect(pods(`${range}${pod('{ containers: [{ name: a }] }')}`)[0]).toMatchObject({ cpuMillis: 100 });
  });

  test.each([
    ['a container without requests', '{ containers: [{ name: a }] }', 'container a requests no cpu and no memory'],
    [
      'a container without a memory request',
      '{ containers: [{ name: a, resources: { requests: { cpu: 1 } } }] }',
      'container a requests no memory',
    ],
    [
      'a device that no instance type has',
      '{ containers: [{ name: a, resources: { requests: { cpu: 1, memory: 1Gi, example.com/tpu: 1 } } }] }',
      'example.com/tpu',
    ],
    ['a pod without containers', '{}', 'it has no containers'],
  ])('%s is unpriced, with the reason', (_, spec, message) => {
    const { estimate } = billed(pod(spec));
    const line = estimate.lineItems.find(({ state }) => state === 'unpriced');
    expect(line).toMatchObject({ resource: 'default/Pod/p', type: 'Pod' });
    expect(line && lineReason(line)).toContain(message);
  });
});

describe('number of pods', () => {
  const scaler = (kind: string, spec: string) =>
    `apiVersion: ${kind === 'ScaledObject' ? 'keda.sh/v1alpha1' : 'autoscaling/v2'}\nkind: ${kind}\nmetadata: { name: s, namespace: shop }\nspec: ${spec}\n`;

  test.each([
    ['replicas of the Deployment', '', { low: 4, mid: 4, high: 4 }],
    [
      'bounds of a HorizontalPodAutoscaler',
      scaler('HorizontalPodAutoscaler', '{ scaleTargetRef: { kind: Deployment, name: web }, minReplicas: 2, maxReplicas: 9 }'),
      { low: 2, mid: 4, high: 9 },
    ],
    ['default bounds of KEDA', scaler('ScaledObject', '{ scaleTargetRef: { name: web } }'), { low: 0, mid: 4, high: 100 }],
  ])('%s', (_, more, replicas) => {
    expect(pods(`${deployment({ replicas: 4 })}${more}`)[0]).toMatchObject(replicas);
  });

  test('jobs count at high only', () => {
    const job =
      'apiVersion: batch/v1\nkind: Job\nmetadata: { name: j }\nspec: { parallelism: 3, template: { spec: { containers: [{ name: a, resources: { requests: { cpu: 1, memory: 1Gi } } }] } } }\n';
    expect(pods(job)[0]).toMatchObject({ low: 0, mid: 0, high: 3 });
    const { monthlyUsd } = billed(job).estimate;
    expect([monthlyUsd.mid.isZero(), monthlyUsd.high.gt(0)]).toEqual([true, true]);
  });
});

// Kubernetes documentation, Vertical Pod Autoscaling: Recreate is the default mode, and Off changes no pod.
test.each([
  ['{}', [{ kind: 'requests-set-by-autoscaler', autoscaler: 'v', workload: 'Deployment web' }]],
  ['{ updateMode: "Off" }', []],
])('a VerticalPodAutoscaler with the update policy %s', (policy, expected) => {
  const yaml = `apiVersion: autoscaling.k8s.io/v1\nkind: VerticalPodAutoscaler\nmetadata: { name: v }\nspec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, updatePolicy: ${policy} }\n`;
  expect(billed(yaml).warnings.filter(({ kind }) => kind === 'requests-set-by-autoscaler')).toEqual(expected);
});

describe('volumes and load balancers', () => {
  const [NLB, ALB] = ['service.beta.kubernetes.io/aws-load-balancer-', 'alb.ingress.kubernetes.io/'];
  const claim = (spec: string) => `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: c, namespace: shop }\nspec: ${spec}\n`;
  const month = (yaml: string) => toCents(billed(yaml).estimate.monthlyUsd.mid);

  test.each([
    ['gp3 without a class', claim('{ resources: { requests: { storage: 100Gi } } }'), '8.00'],
    ['gp2 by the name of its class', claim('{ storageClassName: gp2, resources: { requests: { storage: 100Gi } } }'), '10.00'],
    [
      'a claim that is bound to an existing volume',
      claim('{ storageClassName: "", volumeName: v, resources: { requests: { storage: 100Gi } } }'),
      '0.00',
    ],
    ['an internal network load balancer', 'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: { type: LoadBalancer }\n', '16.43'],
    [
      'a load balancer of EKS Auto Mode',
      'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: { type: LoadBalancer, loadBalancerClass: eks.amazonaws.com/nlb }\n',
      '16.43',
    ],
    // Guide of the AWS Load Balancer Controller: one address for each subnet; 730 h × $0.0225 and 730 h × $0.005 for each address.
    [
      'a public load balancer with two Elastic IP addresses',
      `apiVersion: v1\nkind: Service\nmetadata: { name: s, annotations: { ${NLB}scheme: internet-facing, ${NLB}eip-allocations: "eipalloc-1, eipalloc-2" } }\nspec: { type: LoadBalancer }\n`,
      '23.73',
    ],
    [
      'a public load balancer in one subnet',
      `apiVersion: v1\nkind: Service\nmetadata: { name: s, annotations: { ${NLB}scheme: internet-facing, ${NLB}subnets: subnet-1 } }\nspec: { type: LoadBalancer }\n`,
      '20.08',
    ],
    [
      'Ingresses of a group, the second of which makes their load balancer public',
      ['a', 'b']
        .map(
          (name) =>
            `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: ${name}, annotations: { ${ALB}group.name: g${name === 'b' ? `, ${ALB}scheme: internet-facing, ${ALB}subnets: "a, b"` : ''} } }\nspec: { ingressClassName: alb }\n`,
        )
        .join('---\n'),
      '23.73',
    ],
    ['a Service inside the cluster', 'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: {}\n', '0.00'],
    [
      'an Ingress of another controller',
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: i }\nspec: { ingressClassName: traefik }\n',
      '0.00',
    ],
  ])('%s', (_, yaml, usd) => {
    expect(month(yaml)).toBe(usd);
    expect(billed(yaml).estimate.resources.unpriced).toBe(0);
  });

  test.each([
    [
      'a storage class without prices',
      `${claim('{ storageClassName: ceph, resources: { requests: { storage: 1Gi } } }')}---\napiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: ceph }\nprovisioner: rook-ceph.rbd.csi.ceph.com\n`,
    ],
    ['a claim without a size', claim('{}')],
    [
      'a load balancer of another controller',
      'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: { type: LoadBalancer, loadBalancerClass: metallb.io/layer2 }\n',
    ],
    ['an Ingress without a class', 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: i }\nspec: {}\n'],
    [
      'a Gateway of an unknown class',
      'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: { name: g }\nspec: { gatewayClassName: envoy }\n',
    ],
    ['an unknown custom resource', 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata: { name: k }\nspec: {}\n'],
  ])('%s is unpriced', (_, yaml) => {
    expect(billed(yaml).estimate.resources.unpriced).toBe(1);
  });

  test('ingresses of a group share a load balancer', () => {
    const ingress = (name: string) =>
      `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: ${name}, annotations: { alb.ingress.kubernetes.io/group.name: all } }\nspec: { ingressClassName: alb }\n---\n`;
    expect(month(`${ingress('a')}${ingress('b')}`)).toBe(month(ingress('a')));
  });
});

describe('resources that operators create', () => {
  const resources = '{ requests: { cpu: 1, memory: 2Gi } }';
  const cases: readonly (readonly [name: string, yaml: string, count: number, gib: number])[] = [
    [
      'CloudNativePG',
      `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: { name: db }\nspec: { instances: 3, storage: { size: 20Gi }, walStorage: { size: 5Gi }, resources: ${resources} }\n`,
      3,
      75,
    ],
    [
      'CloudNativePG Pooler',
      `apiVersion: postgresql.cnpg.io/v1\nkind: Pooler\nmetadata: { name: p }\nspec: { instances: 2, template: { spec: { containers: [{ name: pgbouncer, resources: ${resources} }] } } }\n`,
      2,
      0,
    ],
    [
      'mariadb-operator',
      `apiVersion: k8s.mariadb.com/v1alpha1\nkind: MariaDB\nmetadata: { name: db }\nspec: { replicas: 2, storage: { size: 10Gi }, resources: ${resources} }\n`,
      2,
      20,
    ],
    [
      'Percona for MySQL',
      `apiVersion: ps.percona.com/v1\nkind: PerconaServerMySQL\nmetadata: { name: db }\nspec: { mysql: { size: 3, resources: ${resources}, volumeSpec: { persistentVolumeClaim: { resources: { requests: { storage: 10Gi } } } } }, proxy: { haproxy: { enabled: true, size: 2, resources: ${resources} } } }\n`,
      5,
      30,
    ],
    [
      'Percona for MongoDB',
      `apiVersion: psmdb.percona.com/v1\nkind: PerconaServerMongoDB\nmetadata: { name: db }\nspec: { replsets: [{ name: rs0, size: 3, resources: ${resources}, volumeSpec: { persistentVolumeClaim: { resources: { requests: { storage: 10Gi } } } } }], sharding: { enabled: true, configsvrReplSet: { size: 3, resources: ${resources}, volumeSpec: { persistentVolumeClaim: { resources: { requests: { storage: 1Gi } } } } }, mongos: { size: 2, resources: ${resources} } } }\n`,
      8,
      33,
    ],
    [
      'RabbitMQ Cluster Operator',
      `apiVersion: rabbitmq.com/v1beta1\nkind: RabbitmqCluster\nmetadata: { name: q }\nspec: { replicas: 3 }\n`,
      3,
      30,
    ],
    [
      'Prometheus Operator, two replicas of each of two shards',
      `apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata: { name: k8s }\nspec: { replicas: 2, shards: 2, resources: { requests: { cpu: 500m, memory: 2Gi } }, storage: { volumeClaimTemplate: { spec: { resources: { requests: { storage: 50Gi } } } } } }\n`,
      4,
      200,
    ],
    [
      'Prometheus Operator, Alertmanager',
      `apiVersion: monitoring.coreos.com/v1\nkind: Alertmanager\nmetadata: { name: main }\nspec: { replicas: 3, resources: { requests: { cpu: 4m } } }\n`,
      3,
      0,
    ],
  ];

  test.each(cases)('%s: pods are placed on nodes, and volumes are priced', (_, yaml, count, gib) => {
    const { packed, estimate } = billed(yaml);
    expect(packed.packings.mid.nodes.flatMap((node) => node.pods)).toHaveLength(count);
    const volumes = estimate.lineItems.filter(({ kind, type }) => kind === 'volume-gb-months' && type !== 'Node');
    expect(volumes.reduce((sum, { quantity }) => sum + quantity.mid.toNumber(), 0)).toBe(gib);
    expect(estimate.resources.unpriced).toBe(0);
  });

  test('are unpriced without requests', () => {
    const yaml =
      'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: { name: db }\nspec: { instances: 3, storage: { size: 20Gi } }\n';
    const line = billed(yaml).estimate.lineItems.find(({ state }) => state === 'unpriced');
    expect(line && lineReason(line)).toContain('container postgres requests no cpu');
  });
});

describe('the estimate of a cluster', () => {
  test('every object is in exactly one of the four states', () => {
    const { estimate, objects } = billed(
      `${deployment()}apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\n---\napiVersion: example.com/v1\nkind: Odd\nmetadata: { name: o }\n`,
    );
    const { total, priced, usage, free, unpriced } = estimate.resources;
    expect([total, priced + usage + free + unpriced, unpriced]).toEqual([objects.length, objects.length, 1]);
  });

  test('no kind has a reader and is also in the list of free kinds', () => {
    expect(READERS.flatMap(({ kinds }) => kinds).filter((kind) => kind in FREE_KINDS)).toEqual([]);
    const kinds = READERS.flatMap((reader) => reader.kinds);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  test('low, mid and high follow the replicas', () => {
    const scaler =
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: s, namespace: shop }\nspec: { scaleTargetRef: { kind: Deployment, name: web }, minReplicas: 2, maxReplicas: 40 }\n';
    const { low, mid, high } = billed(`${deployment({ replicas: 10 })}${scaler}`).estimate.monthlyUsd;
    expect(low.lt(mid) && mid.lt(high)).toBe(true);
  });

  test.each([
    ['replicas', deployment({ replicas: 20 }), deployment({ replicas: 40 })],
    ['requests', deployment({ replicas: 20 }), deployment({ replicas: 20, requests: '{ cpu: 1, memory: 2Gi }' })],
  ])('twice the %s costs about twice as much', (_, once, twice) => {
    const [small, large] = [billed(once), billed(twice)].map(({ estimate }) => estimate.monthlyUsd.mid.toNumber());
    expect((large ?? 0) / (small ?? 1)).toBeGreaterThan(1.6);
    expect((large ?? 0) / (small ?? 1)).toBeLessThan(2.4);
  });

  test('twice the storage, and twice the replicas, cost twice as much', () => {
    const store = (replicas: number, gib: number) => `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  replicas: ${replicas}
  template: { spec: { containers: [{ name: db, resources: { requests: { cpu: 1, memory: 1Gi } } }] } }
  volumeClaimTemplates: [{ metadata: { name: data }, spec: { resources: { requests: { storage: ${gib}Gi } } } }]
`;
    const volumes = (yaml: string) =>
      billed(yaml)
        .estimate.lineItems.filter(({ type }) => type === 'StatefulSet')
        .map(({ monthlyUsd }) => toCents(monthlyUsd.mid));
    expect([volumes(store(2, 100)), volumes(store(2, 200)), volumes(store(4, 100))]).toEqual([['16.00'], ['32.00'], ['32.00']]);
  });

  test('costs by workload add up to the cost of the nodes, to the cent', () => {
    const { costs, estimate } = billed(
      `${deployment({ replicas: 7 })}${deployment({ name: 'api', replicas: 3, requests: '{ cpu: 130m, memory: 777Mi }' })}`,
      { controlPlane: 'eks' },
    );
    const nodes = estimate.lineItems
      .filter(({ kind }) => kind === 'instance-hours')
      .reduce((sum, line) => sum + line.monthlyUsd.mid.toNumber() * 100, 0);
    const parts = costs.workloads.reduce((sum, { monthlyUsd }) => sum + monthlyUsd.toNumber() * 100, 0);
    expect(Math.round(parts)).toBe(Math.round(nodes));
    expect(costs.workloads.map(({ workload }) => workload)).toEqual(
      expect.arrayContaining(['shop/Deployment/web', EKS_DAEMONS[0]?.id, 'idle', 'reserved']),
    );
  });

  test('the control plane is priced only for EKS', () => {
    const [eks, none] = (['eks', 'none'] as const).map((controlPlane) =>
      billed(deployment(), { controlPlane }).estimate.lineItems.some(({ type }) => type === 'ControlPlane'),
    );
    expect([eks, none]).toEqual([true, false]);
  });

  test('only requested instance types are used', () => {
    const { packed } = billed(deployment({ replicas: 9 }), { nodes: ['m7i.large'] });
    expect(new Set(packed.packings.mid.nodes.map(({ choice }) => choice.type.name))).toEqual(new Set(['m7i.large']));
    expect(() => billed(deployment(), { nodes: ['m7i.lrage'] })).toThrow(/Did you mean "m7i.large"/);
  });
});

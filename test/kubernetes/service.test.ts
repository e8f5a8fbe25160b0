import { expect, test } from 'vitest';
import type { ResolvedOptions } from '../../lib/blueprint/blueprint';
import type { ResolvedComponent } from '../../lib/blueprint/resolved-component';
import type { ObjectJson } from '../../lib/kubernetes/object-json';
import { balancer, files, jobs, service } from '../support/blueprints';
import { chartsOf } from '../support/charts';

const HTTP = [{ port: 3000, protocol: 'http' }] as const;
const VOICE = [
  { port: 5060, protocol: 'tcp-udp' },
  { port: 10_000, protocol: 'udp' },
] as const;

function objects(components: readonly ResolvedComponent[], options: Partial<ResolvedOptions> = {}): ObjectJson[] {
  return chartsOf(components, options).flatMap((file) => file.objects);
}

function find(all: readonly ObjectJson[], kind: string, name: string): ObjectJson | undefined {
  return all.find((object) => object.kind === kind && object.metadata.name === name);
}

const queue: ResolvedComponent = { ...jobs, deployment: 'container', form: 'statefulset' };

test('requests CPU and memory of the tier, with a limit only for memory', () => {
  const deployment = find(
    objects([service('api', { vcpu: 0.5, memoryMib: 1_536, ports: HTTP, healthPath: '/health' })]),
    'Deployment',
    'api',
  );
  expect(deployment).toMatchObject({
    spec: {
      replicas: 1,
      selector: { matchLabels: { 'app.kubernetes.io/name': 'api', 'app.kubernetes.io/instance': 'shop-test' } },
      template: {
        spec: {
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          containers: [
            {
              resources: { requests: { cpu: '420m', memory: '1536Mi' }, limits: { memory: '1536Mi' } },
              securityContext: { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
              readinessProbe: { httpGet: { path: '/health', port: 'http-3000' } },
            },
          ],
        },
      },
    },
  });
});

test('probes use the HTTP port, else the TCP port; a service with neither has no probes', () => {
  const all = objects([
    service('bridge', { ports: VOICE }),
    service('worker'),
    service('stream', { ports: [{ port: 9_000, protocol: 'udp' }] }),
  ]);
  expect(find(all, 'Deployment', 'bridge')).toMatchObject({
    spec: { template: { spec: { containers: [{ livenessProbe: { tcpSocket: { port: 'tcp-5060' } } }] } } },
  });
  for (const name of ['worker', 'stream']) expect(JSON.stringify(find(all, 'Deployment', name))).not.toContain('Probe');
});

test('the grace period of a pod covers the drain of its load balancer and the visibility timeout of its queue', () => {
  const all = objects([
    service('api', { ports: HTTP }),
    service('bridge', { ports: VOICE }),
    service('worker', { worksOn: 'jobs' }),
    balancer('entry', 'application', 'api'),
    balancer('voice-entry', 'network', 'bridge'),
    queue,
  ]);
  const podOf = (name: string) => (find(all, 'Deployment', name) as unknown as { spec: { template: { spec: object } } }).spec.template.spec;
  expect(podOf('api')).toMatchObject({
    terminationGracePeriodSeconds: 160,
    containers: [{ lifecycle: { preStop: { sleep: { seconds: 130 } } } }],
  });
  expect(podOf('bridge')).toMatchObject({
    terminationGracePeriodSeconds: 340,
    containers: [{ lifecycle: { preStop: { sleep: { seconds: 310 } } } }],
  });
  expect(podOf('worker')).toMatchObject({ terminationGracePeriodSeconds: jobs.visibilitySeconds });
  expect(JSON.stringify(podOf('worker'))).not.toContain('preStop');
});

test('a service with a HorizontalPodAutoscaler has no replicas in its Deployment', () => {
  const all = objects([service('api', { instances: { min: 2, expected: 3, max: 8 }, scaling: { cpuPercent: 70, memoryPercent: 80 } })]);
  expect(find(all, 'Deployment', 'api')?.spec).not.toHaveProperty('replicas');
  expect(find(all, 'HorizontalPodAutoscaler', 'api')).toMatchObject({
    apiVersion: 'autoscaling/v2',
    spec: {
      minReplicas: 2,
      maxReplicas: 8,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 83 } } },
        { type: 'Resource', resource: { name: 'memory', target: { averageUtilization: 80 } } },
      ],
    },
  });
  expect(find(all, 'PodDisruptionBudget', 'api')).toMatchObject({ spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' } });
});

test('KEDA scales a worker by all targets, without a second autoscaler', () => {
  const scaling = { cpuPercent: 70, queueDepthPerInstance: 50 };
  const all = objects([service('worker', { worksOn: 'jobs', instances: { min: 1, expected: 1, max: 8 }, scaling }), queue]);
  expect(find(all, 'HorizontalPodAutoscaler', 'worker')).toBeUndefined();
  expect(find(all, 'Deployment', 'worker')?.spec).not.toHaveProperty('replicas');
  const scaled = find(all, 'ScaledObject', 'worker') as unknown as { spec: { minReplicaCount: number; triggers: { type: string }[] } };
  expect(scaled.spec).toMatchObject({ minReplicaCount: 1, maxReplicaCount: 8 });
  expect(scaled.spec.triggers.map(({ type }) => type)).toEqual(['redis', 'cpu']);
});

test('a single replica has no PodDisruptionBudget, which would block the drain of its node', () => {
  expect(find(objects([service('api')]), 'PodDisruptionBudget', 'api')).toBeUndefined();
});

test('the spread over zones is required only with high availability, and never for GPUs', () => {
  const zoneSpread = (all: readonly ObjectJson[], name: string) =>
    (
      find(all, 'Deployment', name) as unknown as {
        spec: { template: { spec: { topologySpreadConstraints: { topologyKey: string; whenUnsatisfiable: string }[] } } };
      }
    ).spec.template.spec.topologySpreadConstraints.map(({ whenUnsatisfiable }) => whenUnsatisfiable);
  const components = [service('api'), service('image-worker', { gpus: 1 })];
  expect(zoneSpread(objects(components), 'api')).toEqual(['ScheduleAnyway']);
  const available = objects(components, { highAvailability: true });
  expect(zoneSpread(available, 'api')).toEqual(['DoNotSchedule']);
  expect(zoneSpread(available, 'image-worker')).toEqual(['ScheduleAnyway']);
});

test('a GPU service requests GPUs, tolerates their taint and is updated without a surge', () => {
  expect(find(objects([service('image-worker', { gpus: 2, pool: 'gpu-nodes' })]), 'Deployment', 'image-worker')).toMatchObject({
    spec: {
      strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
      template: {
        spec: {
          nodeSelector: { 'sizing-blueprints/pool': 'shop-test-gpu-nodes' },
          tolerations: [{ value: 'shop-test-gpu-nodes' }, { key: 'nvidia.com/gpu', operator: 'Exists' }],
          containers: [{ resources: { requests: { 'nvidia.com/gpu': 2 }, limits: { 'nvidia.com/gpu': 2 } } }],
        },
      },
    },
  });
});

test('scratch space is requested as ephemeral storage and mounted at /tmp', () => {
  expect(find(objects([service('api', { scratchGib: 20 })]), 'Deployment', 'api')).toMatchObject({
    spec: {
      template: {
        spec: {
          containers: [{ resources: { requests: { 'ephemeral-storage': '20Gi' } }, volumeMounts: [{ mountPath: '/tmp' }] }],
          volumes: [{ emptyDir: { sizeLimit: '20Gi' } }],
        },
      },
    },
  });
});

test('a service gets network paths, variables and secrets only from its dependencies', () => {
  const all = objects([
    service('api', { ports: HTTP, uses: ['files'] }),
    service('web', { ports: HTTP, uses: ['api'] }),
    service('alone'),
    files,
  ]);
  const web = find(all, 'Deployment', 'web');
  expect(JSON.stringify(web)).toContain('"name":"API_URL","value":"http://api:3000"');
  expect(JSON.stringify(find(all, 'Deployment', 'api'))).toContain('"name":"files-credentials"');
  expect(find(all, 'NetworkPolicy', 'api')).toMatchObject({
    spec: {
      ingress: [
        { from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'web' } } }], ports: [{ port: 3000, protocol: 'TCP' }] },
      ],
      egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.169.254/32'] } }], ports: [{ port: 443, protocol: 'TCP' }] }],
    },
  });
  expect(find(all, 'NetworkPolicy', 'alone')?.spec).toEqual({
    podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'shop-test', 'app.kubernetes.io/name': 'alone' } },
    policyTypes: ['Ingress', 'Egress'],
  });
  expect(find(all, 'NetworkPolicy', 'default-deny')?.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
});

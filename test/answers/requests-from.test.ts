import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ClusterEstimateRequest, estimateManifestObjects } from '../../lib/answers/estimate-manifest-files';
import { readRecommendations } from '../../lib/answers/recommendation-file';
import { type InputError, problemText } from '../../lib/core/problems';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { temporaryFolder } from '../support/temporary-folder';
import { WEB } from '../support/web-without-requests';

const folder = temporaryFolder();

/**
 * An object as `kubectl get vpa -o json` writes it. Source of the fields: VerticalPodAutoscaler, VerticalPodAutoscalerStatus and
 * RecommendedContainerResources in vertical-pod-autoscaler/pkg/apis/autoscaling.k8s.io/v1/types.go of github.com/kubernetes/autoscaler.
 */
const autoscaler = (name: string, targets: Readonly<Record<string, object>> | undefined, target: object = {}, namespace = 'shop') => ({
  apiVersion: 'autoscaling.k8s.io/v1',
  kind: 'VerticalPodAutoscaler',
  metadata: { name, namespace, uid: '6f3d' },
  spec: { targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name, ...target }, updatePolicy: { updateMode: 'Off' } },
  status: {
    conditions: [{ type: 'RecommendationProvided', status: targets === undefined ? 'False' : 'True' }],
    ...(targets !== undefined && {
      recommendation: {
        containerRecommendations: Object.entries(targets).map(([containerName, resources]) => ({
          containerName,
          lowerBound: { cpu: '1m', memory: '1Mi' },
          target: resources,
          uncappedTarget: { cpu: '2m', memory: '2Mi' },
          upperBound: { cpu: '8', memory: '8Gi' },
        })),
      },
    }),
  },
});

function written(value: unknown): string {
  const file = join(folder, 'vpa.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
}

const listOf = (...items: readonly object[]) => ({ apiVersion: 'v1', kind: 'List', metadata: { resourceVersion: '' }, items });
const read = (...items: readonly object[]) => readRecommendations(written(listOf(...items)));

const PROXY = { cpu: '30m', memory: '64Mi' };
/** 262,144,000 bytes are 250 MiB: the least memory that the recommender recommends for a pod by default. */
const LOG = { cpu: '400m', memory: '262144k' };
const OF_WEB = autoscaler('web', { web: { cpu: '4', memory: '8Gi' }, log: LOG, proxy: PROXY });

const estimateOf = (yaml: string, request: ClusterEstimateRequest) =>
  estimateManifestObjects(parseManifests(yaml, 'shop.yaml'), 'shop', { region: 'us-east-1', controlPlane: 'none', ...request });
type Answer = ReturnType<typeof estimateOf>;
const workload = ({ costs }: Answer, id = 'shop/Deployment/web') => costs.workloads.find((one) => one.workload === id);
const isPriced = ({ estimate }: Answer) => estimate.lineItems.every(({ state }) => state !== 'unpriced');
const textsOf = ({ warnings }: Answer) => warnings.filter(({ kind }) => /recommend|requests-assumed/.test(kind)).map(answerWarningText);

describe('requests that a VerticalPodAutoscaler recommends', () => {
  test('are those of containers and sidecars that state none, resource by resource', () => {
    const answer = estimateOf(WEB, { recommendations: read(OF_WEB) });
    // 500m + 50m + 30m; 512Mi + 262,144,000 bytes + 64Mi. Two pods.
    expect(workload(answer)).toMatchObject({ pods: 2, cpu: 1.16 });
    expect(workload(answer)?.memoryGib).toBeCloseTo((2 * (576 * 1024 ** 2 + 262_144_000)) / 1024 ** 3, 9);
    expect(isPriced(answer)).toBe(true);
    expect(answer.costs.recommendedRequests).toMatchObject({ containers: 2, objects: 1 });
    expect(answer.costs.assumedRequests).toBeUndefined();
  });

  test('take precedence over default requests, which the other containers have', () => {
    const request = { recommendations: read(autoscaler('web', { log: LOG })), defaultRequests: { cpu: '100m', memory: '128Mi' } };
    const answer = estimateOf(WEB, request);
    // 500m + 50m + 100m of the sidecar.
    expect(workload(answer)).toMatchObject({ cpu: 1.3 });
    expect(workload(answer)?.memoryGib).toBeCloseTo((2 * (640 * 1024 ** 2 + 262_144_000)) / 1024 ** 3, 9);
    expect(answer.costs.recommendedRequests?.containers).toBe(1);
    // The init container and the sidecar.
    expect(answer.costs.assumedRequests?.containers).toBe(2);
  });

  test('do not replace those of a LimitRange or of the whole pod', () => {
    const range =
      '---\napiVersion: v1\nkind: LimitRange\nmetadata: { name: default, namespace: shop }\nspec: { limits: [{ type: Container, defaultRequest: { cpu: 200m, memory: 64Mi } }] }\n';
    const limited = estimateOf(WEB + range, { recommendations: read(OF_WEB) });
    // 500m + 50m + 200m; 512Mi + 64Mi + 64Mi.
    expect(workload(limited)).toMatchObject({ cpu: 1.5, memoryGib: 1.25 });
    expect(limited.costs.recommendedRequests).toBeUndefined();
    const pod = WEB.replace('      initContainers:', '      resources: { requests: { cpu: "1", memory: 1Gi } }\n      initContainers:');
    const whole = estimateOf(pod, { recommendations: read(OF_WEB) });
    expect(workload(whole)).toMatchObject({ cpu: 2, memoryGib: 2 });
    expect(whole.costs.recommendedRequests).toBeUndefined();
  });

  test('leave a workload without a price where a container has none, and name it', () => {
    const answer = estimateOf(WEB, { recommendations: read(autoscaler('web', { log: LOG })) });
    expect(isPriced(answer)).toBe(false);
    expect(answer.costs.recommendedRequests).toBeUndefined();
    expect(textsOf(answer)).toEqual([
      'These containers state no requests, and the file has no recommendation or measurement for them: shop/Deployment/web (proxy).',
    ]);
    const undecided = estimateOf(WEB, { recommendations: read(autoscaler('web', undefined)) });
    expect(textsOf(undecided)).toEqual([
      'These containers state no requests, and the file has no recommendation or measurement for them: shop/Deployment/web (log, proxy).',
    ]);
    // The recommendation for memory is no recommendation for CPU.
    expect(isPriced(estimateOf(WEB, { recommendations: read(autoscaler('web', { log: LOG, proxy: { memory: '64Mi' } })) }))).toBe(false);
  });

  test('are named where the manifests contain no such container', () => {
    const items = [autoscaler('web', { log: LOG, proxy: PROXY, 'istio-proxy': PROXY }), autoscaler('api', { api: PROXY })];
    const answer = estimateOf(WEB, { recommendations: read(...items) });
    const nodes = answer.costs.workloads.reduce((sum, { monthlyUsd }) => sum + monthlyUsd.toNumber(), 0);
    const share = Math.round((100 * (workload(answer)?.monthlyUsd.toNumber() ?? 0)) / nodes);
    expect(textsOf(answer)).toEqual([
      `The requests of 2 containers of 1 object are recommended or measured: ${share}% of the cost of the nodes relies on them.`,
      'The recommendations or measurements of these containers are not used, because the manifests do not contain them: shop/Deployment/web (istio-proxy), shop/Deployment/api (api).',
    ]);
  });

  test('are those of the namespace, the group and the kind of the workload', () => {
    const of = (...[target, namespace]: readonly [object, string?]) => autoscaler('web', { log: LOG, proxy: PROXY }, target, namespace);
    for (const other of [of({}, 'test'), of({ kind: 'StatefulSet' }), of({ apiVersion: 'example.com/v1' })])
      expect(isPriced(estimateOf(WEB, { recommendations: read(other) }))).toBe(false);
    expect(isPriced(estimateOf(WEB, { recommendations: read(of({ apiVersion: undefined })) }))).toBe(true);
  });

  test('apply to a manifest without a namespace only if one namespace has such a workload', () => {
    const web = WEB.replace(', namespace: shop', '');
    expect(workload(estimateOf(web, { recommendations: read(OF_WEB) }), 'default/Deployment/web')).toMatchObject({ cpu: 1.16 });
    const other = autoscaler('web', { log: LOG, proxy: PROXY }, {}, 'test');
    expect(isPriced(estimateOf(web, { recommendations: read(OF_WEB, other) }))).toBe(false);
  });

  test('apply to daemons and to a custom resource with one part', () => {
    const daemon = WEB.replace('kind: Deployment', 'kind: DaemonSet').replace('  replicas: 2\n', '').replace('name: web', 'name: agent');
    const cluster =
      'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: { name: orders, namespace: shop }\nspec: { instances: 3, storage: { size: 10Gi } }\n';
    const items = [
      OF_WEB,
      autoscaler('agent', { log: LOG, proxy: PROXY }, { kind: 'DaemonSet' }),
      autoscaler('orders', { postgres: { cpu: '200m', memory: '1Gi' } }, { apiVersion: 'postgresql.cnpg.io/v1', kind: 'Cluster' }),
    ];
    const answer = estimateOf(`${cluster}---\n${WEB}---\n${daemon}`, { recommendations: read(...items) });
    expect(isPriced(answer)).toBe(true);
    expect(workload(answer, 'shop/Cluster/orders')).toMatchObject({ pods: 3, cpu: 0.6, memoryGib: 3 });
    expect(answer.costs.recommendedRequests).toMatchObject({ containers: 5, objects: 3 });
  });
});

function problemsOf(value: unknown): readonly string[] {
  try {
    readRecommendations(written(value));
  } catch (error) {
    return (error as InputError).problems.map(problemText);
  }
  return [];
}

describe('a file of recommendations', () => {
  test('may be a single object', () => {
    expect(readRecommendations(written(OF_WEB))).toEqual(read(OF_WEB));
  });

  test('has all its problems reported', () => {
    const items = [autoscaler('web', { log: { cpu: '0', memory: '8GB' } }), { ...OF_WEB, kind: 'Deployment' }, { ...OF_WEB, spec: {} }];
    expect(problemsOf(listOf(...items))).toEqual([
      'items.0.status.recommendation.containerRecommendations.0.target.cpu: invalid value "0"; expected a quantity above 0, such as 100m',
      'items.0.status.recommendation.containerRecommendations.0.target.memory: invalid value "8GB"; expected a quantity above 0, such as 128Mi',
      'items.1.kind: invalid value "Deployment"; expected VerticalPodAutoscaler',
      'items.2.spec.targetRef: missing; expected an object with kind, name',
    ]);
  });

  test('is refused without an autoscaler, and with two of one workload', () => {
    expect(problemsOf(listOf())).toEqual(['items: invalid value []; expected at least 1 entry']);
    expect(problemsOf({ status: 'success', data: { resultType: 'vector', result: [] } })).toEqual([
      'data.result: invalid value []; expected at least 1 entry',
    ]);
    expect(problemsOf({ VerticalPodAutoscaler: [] })).toEqual([
      expect.stringContaining('expected VerticalPodAutoscalers, as `kubectl get vpa -A -o json` writes them'),
    ]);
    expect(problemsOf(listOf(OF_WEB, OF_WEB))).toEqual([
      'items.1.spec.targetRef: shop/apps/Deployment/web is the target of items.0 too; expected one VerticalPodAutoscaler for each workload',
    ]);
  });
});

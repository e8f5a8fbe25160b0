import { describe, expect, test } from 'vitest';
import { estimateManifestObjects } from '../../lib/answers/estimate-manifest-files';
import { type InputError, problemText } from '../../lib/core/problems';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { WEB } from '../support/web-without-requests';

const DEFAULTS = { cpu: '100m', memory: '128Mi' };

const estimateOf = (yaml: string, defaultRequests?: Record<string, string>) =>
  estimateManifestObjects(parseManifests(yaml, 'shop.yaml'), 'shop', {
    region: 'us-east-1',
    controlPlane: 'none',
    ...(defaultRequests && { defaultRequests }),
  });

const unpricedIn = ({ estimate }: ReturnType<typeof estimateOf>) => estimate.lineItems.filter(({ state }) => state === 'unpriced').length;

const workload = (answer: ReturnType<typeof estimateOf>, id: string) => answer.costs.workloads.find((one) => one.workload === id);

describe('default requests', () => {
  test('are those of containers, init containers and sidecars that state none', () => {
    const answer = estimateOf(WEB, DEFAULTS);
    // 500m + 50m + 100m of the sidecar; 512Mi + 128Mi + 128Mi. The init container runs before the containers, with less.
    expect(workload(answer, 'shop/Deployment/web')).toMatchObject({ pods: 2, cpu: 1.3, memoryGib: 1.5 });
    expect(answer.costs.assumedRequests).toMatchObject({ containers: 3, objects: 1 });
    expect(unpricedIn(answer)).toBe(0);
  });

  test('leave the workload without a price where a resource is still unknown, and without them', () => {
    // The sidecar and the container that states only CPU: a line each.
    expect(unpricedIn(estimateOf(WEB))).toBe(2);
    expect(estimateOf(WEB).costs.assumedRequests).toBeUndefined();
    expect(unpricedIn(estimateOf(WEB, { cpu: '100m' }))).toBe(2);
  });

  test('do not replace those of a LimitRange or of the whole pod', () => {
    const range =
      '---\napiVersion: v1\nkind: LimitRange\nmetadata: { name: default, namespace: shop }\nspec: { limits: [{ type: Container, defaultRequest: { cpu: 200m, memory: 64Mi } }] }\n';
    const limited = estimateOf(WEB + range, DEFAULTS);
    // 500m + 50m + 200m; 512Mi + 64Mi + 64Mi.
    expect(workload(limited, 'shop/Deployment/web')).toMatchObject({ cpu: 1.5, memoryGib: 1.25 });
    expect(limited.costs.assumedRequests).toBeUndefined();
    const whole = estimateOf(
      WEB.replace('      initContainers:', '      resources: { requests: { cpu: "1", memory: 1Gi } }\n      initContainers:'),
      DEFAULTS,
    );
    expect(workload(whole, 'shop/Deployment/web')).toMatchObject({ cpu: 2, memoryGib: 2 });
    expect(whole.costs.assumedRequests).toBeUndefined();
  });

  test('apply to pods that an operator creates, and to daemons', () => {
    const cluster =
      'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: { name: orders, namespace: shop }\nspec: { instances: 3, storage: { size: 10Gi } }\n';
    const daemon = `---\n${WEB.replace('kind: Deployment', 'kind: DaemonSet').replace('  replicas: 2\n', '').replace('name: web, namespace', 'name: agent, namespace')}`;
    const answer = estimateOf(`${cluster}---\n${WEB}${daemon}`, DEFAULTS);
    expect(workload(answer, 'shop/Cluster/orders')).toMatchObject({ pods: 3, cpu: 0.3 });
    expect(answer.costs.assumedRequests?.objects).toBe(3);
    expect(answer.costs.assumedRequests?.containers).toBe(3 + 3 + 1);
  });

  test('are in a warning with the share of the cost that relies on them', () => {
    const plain = WEB.replaceAll('name: web,', 'name: api,')
      .replace(/ {8}- \{ name: log.*\n/, '')
      .replace(/ {6}initContainers:\n.*\n.*\n/, '');
    const { costs, warnings } = estimateOf(`${WEB}---\n${plain}`, DEFAULTS);
    const nodes = costs.workloads.reduce((sum, { monthlyUsd }) => sum + monthlyUsd.toNumber(), 0);
    const share = (workload({ costs } as ReturnType<typeof estimateOf>, 'shop/Deployment/web')?.monthlyUsd.toNumber() ?? 0) / nodes;
    expect(costs.assumedRequests?.costShare).toBeCloseTo(share, 3);
    expect(warnings.map(answerWarningText)).toContain(
      `Default requests are used for 3 containers of 1 object: ${Math.round(share * 100)}% of the cost of the nodes relies on them.`,
    );
  });

  test('must be quantities above 0', () => {
    try {
      estimateOf(WEB, { cpu: '0', memory: '8GB' });
      expect.unreachable();
    } catch (error) {
      expect((error as InputError).problems.map(problemText)).toEqual([
        'defaultRequests.cpu: invalid value "0"; expected a quantity above 0, such as 100m',
        'defaultRequests.memory: invalid value "8GB"; expected a quantity above 0, such as 128Mi',
      ]);
    }
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ManifestEstimateJson } from '../../lib/output/json/manifest-estimate';
import { sizing } from '../support/run';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'requests-from-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const POD = 'spec: { containers: [{ name: api, image: "a:1" }] }';
const API = `apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec: { replicas: 4, selector: { matchLabels: { app: api } }, template: { metadata: { labels: { app: api } }, ${POD} } }
`;
const RECOMMENDED = JSON.stringify({
  kind: 'List',
  items: [
    {
      kind: 'VerticalPodAutoscaler',
      metadata: { namespace: 'shop', name: 'api' },
      spec: { targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' } },
      status: { recommendation: { containerRecommendations: [{ containerName: 'api', target: { cpu: '250m', memory: '1Gi' } }] } },
    },
  ],
});

describe('--requests-from', () => {
  test('gives manifests the requests of the file', async () => {
    const [manifests, file] = [write('api.yaml', API), write('vpa.json', RECOMMENDED)];
    const { code, stdout, stderr } = await sizing(['estimate', manifests, '--json', '--requests-from', file]);
    expect(code, stderr).toBe(0);
    const { cluster } = ManifestEstimateJson.parse(JSON.parse(stdout));
    expect(cluster.workloads).toContainEqual(expect.objectContaining({ workload: 'shop/Deployment/api', pods: 4, cpu: 1, memoryGib: 4 }));
    expect(cluster).toMatchObject({ assumedRequests: null, recommendedRequests: { containers: 1, objects: 1 } });
    expect(stderr).toContain('The requests of 1 container of 1 object are recommended or measured');
  });

  test('gives them the largest measurement of the pods of each workload', async () => {
    const series = (metric: Readonly<Record<string, string>>, value: string) => ({
      metric: { namespace: 'shop', container: 'api', ...metric },
      value: [1764374400, value],
    });
    const result = [
      series({ pod: 'api-7d9f8b6c5-x2x4z', resource: 'cpu' }, '0.2'),
      series({ pod: 'api-7d9f8b6c5-bcdfg', resource: 'cpu' }, '0.25'),
      series({ pod: 'api-7d9f8b6c5-bcdfg', __name__: 'container_memory_working_set_bytes' }, '1073741824'),
      series({ pod: 'api-7d9f8b6c5-bcdfg', container: '', resource: 'memory' }, '9e9'),
      series({ pod: 'api-worker-7d9f8b6c5-bcdfg', resource: 'cpu' }, '8'),
      series({ pod: 'api-7d9f8b6c5-bcdfg', namespace: 'test', resource: 'cpu' }, '8'),
    ];
    const response = write('usage.json', JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }));
    const { code, stdout, stderr } = await sizing(['estimate', write('api.yaml', API), '--json', '--requests-from', response]);
    expect(code, stderr).toBe(0);
    const { cluster } = ManifestEstimateJson.parse(JSON.parse(stdout));
    expect(cluster.workloads).toContainEqual(expect.objectContaining({ workload: 'shop/Deployment/api', pods: 4, cpu: 1, memoryGib: 4 }));
    expect(cluster).toMatchObject({ recommendedRequests: { containers: 1, objects: 1 } });
    expect(stderr).toContain('shop/Pod/api-worker-7d9f8b6c5-bcdfg (api), test/Pod/api-7d9f8b6c5-bcdfg (api)');
  });

  test('refuses results that state no amounts of containers', async () => {
    const sum = { status: 'success', data: { resultType: 'vector', result: [{ metric: { pod: 'a', container: 'b' }, value: [1, '1'] }] } };
    const range = { status: 'success', data: { resultType: 'matrix', result: [] } };
    const failed = { status: 'error', errorType: 'timeout', error: 'query timed out' };
    const messages = [];
    for (const response of [sum, range, failed]) {
      const file = write('usage.json', JSON.stringify(response));
      const { code, stderr } = await sizing(['estimate', write('api.yaml', API), '--requests-from', file]);
      expect(code).toBe(1);
      messages.push(stderr);
    }
    expect(messages[0]).toContain('data.result: 1 of 1 series lack the label namespace; expected it in every series');
    expect(messages[0]).toContain('data.result: 1 of 1 series lack the label resource; expected cpu or memory as its value');
    expect(messages[1]).toContain('vector');
    expect(messages[2]).toContain('query timed out');
  });

  test('gives them to both sides of a diff', async () => {
    const [before, after] = [write('before.yaml', API), write('after.yaml', API.replace('replicas: 4', 'replicas: 8'))];
    expect((await sizing(['diff', before, after])).code).not.toBe(0);
    const { code, stderr } = await sizing(['diff', before, after, '--requests-from', write('vpa.json', RECOMMENDED)]);
    expect(code, stderr).toBe(0);
  });

  test('is refused for templates', async () => {
    const template = write('template.json', '{"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}');
    const { code, stderr } = await sizing(['estimate', template, '--requests-from', write('vpa.json', RECOMMENDED)]);
    expect(code).toBe(1);
    expect(stderr).toContain('--requests-from: not supported for templates');
  });
});

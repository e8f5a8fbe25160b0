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
    expect(stderr).toContain('The requests of 1 container of 1 object are those that a VerticalPodAutoscaler recommends');
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

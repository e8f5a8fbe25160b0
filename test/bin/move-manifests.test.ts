import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ManifestMoveJson } from '../../lib/output/json/manifest-move';
import { sizing } from '../support/run';
import { sarifProblems } from '../support/sarif';

const folder = mkdtempSync(join(tmpdir(), 'move-manifests-'));
afterAll(() => rmSync(folder, { recursive: true }));

function manifests(name: string, storage: string, image: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  writeFileSync(
    join(path, 'cache.yaml'),
    `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: cache, namespace: shop }
spec:
  replicas: 1
  selector: { matchLabels: { app: cache } }
  serviceName: cache
  template:
    metadata: { labels: { app: cache } }
    spec: { containers: [{ name: cache, image: "${image}", resources: { requests: { cpu: 100m, memory: 128Mi } } }] }
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce], storageClassName: gp3, resources: { requests: { storage: ${storage} } } }
`,
  );
  return path;
}

describe('sizing move of manifests', () => {
  const before = manifests('before', '10Gi', 'redis:7.2');

  test('fails where one apply is rejected, and prints the steps that are accepted', async () => {
    const after = manifests('larger', '20Gi', 'redis:7.2');
    const { code, stdout, stderr } = await sizing(['move', before, after, '--json']);
    expect(code).toBe(2);
    expect(stderr).toContain('error: the API server rejects the change of 1 object; the printed steps are accepted\n');
    const answer = ManifestMoveJson.parse(JSON.parse(stdout));
    expect(answer).toMatchObject({ isAccepted: false, isAcceptedInSteps: true });
    expect(answer.steps.map(({ command }) => command)).toEqual([
      `kubectl -n shop patch pvc data-cache-0 --patch '{"spec":{"resources":{"requests":{"storage":"20Gi"}}}}'`,
      'kubectl -n shop delete statefulset.apps cache --cascade=orphan',
      `kubectl apply --server-side -f ${after}`,
    ]);
    // gp3 in us-east-1: 10 GiB more at $0.08/GB-month. Source: Amazon EBS pricing.
    expect(Number(answer.costUsd.after.mid) - Number(answer.costUsd.before.mid)).toBeCloseTo(0.8, 2);
  });

  test('accepts another image, of which the only pod restarts', async () => {
    const { code, stdout } = await sizing(['move', before, manifests('newer', '10Gi', 'redis:7.4')]);
    expect(code).toBe(0);
    expect(stdout).toContain('· accepted\n');
    expect(stdout).toContain('restart  StatefulSet cache in shop');
  });

  test('has results of SARIF with the object', async () => {
    const { stdout } = await sizing(['move', before, manifests('smaller', '5Gi', 'redis:7.2'), '--format', 'sarif']);
    const log: unknown = JSON.parse(stdout);
    expect(sarifProblems(log)).toEqual([]);
    const { runs } = log as { runs: { results: object[] }[] };
    expect(runs[0]?.results).toMatchObject([
      {
        ruleId: 'rejected',
        level: 'error',
        message: { text: 'StatefulSet cache: the API server rejects a change of volume claim template "data" from 10Gi to 5Gi' },
        locations: [{ logicalLocations: [{ fullyQualifiedName: 'shop/StatefulSet/cache' }] }],
      },
    ]);
  });

  test.each([
    [['--write-steps'], '--write-steps: given with manifests; expected a move of stacks, whose steps have templates'],
    [['--from', 'tier=small'], '--from: given together with templates; expected only one of them: files define both ends'],
  ])('refuses %j', async (flags, message) => {
    const { code, stderr } = await sizing(['move', before, before, ...flags]);
    expect([code, stderr]).toEqual([1, expect.stringContaining(message)]);
  });
});

import { describe, expect, test } from 'vitest';
import type { TradeOff } from '../../lib/blueprint/trade-offs';
import type { BlueprintWarning } from '../../lib/blueprint/warnings';
import { blueprintWarningText, tradeOffText } from '../../lib/output/blueprint-warnings';

/** A warning is in sentences (docs/glossary.md). */
const SENTENCE = /^[A-Z].*\.$/;

describe('warnings about a blueprint', () => {
  const check = {
    publishedSeconds: 300,
    parts: [
      { step: { kind: 'failed-checks', failures: 3, intervalSeconds: 10 }, seconds: { low: 30, mid: 30, high: 30 } },
      { step: { kind: 'dns-ttl' }, seconds: { low: 60, mid: 60, high: 60 } },
      { step: { kind: 'replica-promotion' }, seconds: { low: 180, mid: 300, high: 600 } },
    ],
    seconds: { low: 270, mid: 390, high: 690 },
    verdict: 'at-best',
  } as const;

  test.each<[BlueprintWarning, string]>([
    [
      { kind: 'gpu-substituted', tierGpu: 'a10g', usedGpu: 't4', region: 'eu-central-1' },
      'No instance type with the a10g of the tier is known to be sold in eu-central-1: t4 is used instead.',
    ],
    [
      { kind: 'recovery', objective: 'RTO', check },
      'RTO of 5 min: met at best; available after 270–690 s: 3 failed checks, one every 10 s (30 s) + TTL of the DNS record (60 s) + promotion of the replica, after it is started manually (180–600 s).',
    ],
    [
      {
        kind: 'recovery',
        objective: 'RPO',
        check: {
          parts: [
            { step: { kind: 'replica-lag' }, seconds: { low: 1, mid: 5, high: 60 } },
            { step: { kind: 'file-lag' }, seconds: { low: 1, mid: 60, high: 900 } },
          ],
          seconds: { low: 1, mid: 60, high: 900 },
          verdict: 'not-published',
        },
      },
      'RPO: no published objective; lag of 1–900 s: lag of the database replica (1–60 s) or lag of copied files (1–900 s).',
    ],
    [
      { kind: 'standby-scale-out', services: [{ component: 'web', min: 6, expected: 12 }] },
      'A standby region starts with fewer instances than the expected load needs, and scales out: web 6 of 12.',
    ],
    [
      {
        kind: 'larger-task',
        component: 'api',
        service: { vcpu: 1, memoryGib: 2 },
        proxy: { vcpu: 0.25, memoryMib: 64 },
        task: { vcpu: 2, memoryGib: 4 },
        smallerTask: { vcpu: 1, memoryGib: 2 },
        smallerService: { vcpu: 0.75, memoryGib: 1.9375 },
      },
      'Each Fargate task of service "api" has 2 vCPU and 4 GiB, because its Service Connect proxy needs 0.25 vCPU and 64 MiB in addition to 1 vCPU and 2 GiB. With 0.75 vCPU and 1.9375 GiB for the service, the task has 1 vCPU and 2 GiB.',
    ],
    [
      { kind: 'restored-password', component: 'documents' },
      'Component "documents" has the password of its snapshot. After the deployment, set the password of its secret (docs/restore.md).',
    ],
    [
      { kind: 'restored-volume-passwords', component: 'host' },
      'Data stores on "host" have the passwords of the snapshot. Copy those of the retained secrets (docs/restore.md).',
    ],
    [
      { kind: 'restored-bucket', component: 'files' },
      'Bucket "files" exists already. Deploy with --import-existing-resources (docs/restore.md).',
    ],
  ])('%#', (warning, sentence) => {
    expect(blueprintWarningText(warning)).toBe(sentence);
    expect(sentence).toMatch(SENTENCE);
  });
});

describe('trade-offs', () => {
  const regions = ['eu-west-1', 'us-west-2'] as const;

  test.each<[TradeOff, string]>([
    [
      { kind: 'objectives-of-document', rtoMinutes: 5, rpoMinutes: 1 },
      'the RTO of 5 min and RPO of 1 min of the document cannot be met by manifests alone',
    ],
    [{ kind: 'objectives-of-document', rpoMinutes: 1 }, 'the RPO of 1 min of the document cannot be met by manifests alone'],
    [
      { kind: 'standby-clusters', regions, replicated: [] },
      'eu-west-1, us-west-2 are standby clusters, with services at their minimum and empty data stores: data is not replicated between clusters, so a backup must be restored before a region takes over',
    ],
    [
      { kind: 'standby-clusters', regions, replicated: ['database'] },
      'eu-west-1, us-west-2 are standby clusters, with services at their minimum; database there is replicated through the object storage of the primary region, at most five minutes behind while few writes occur; set spec.replica.enabled to false to promote it. Other data stores are empty',
    ],
  ])('%#', (tradeOff, sentence) => {
    expect(tradeOffText(tradeOff)).toBe(sentence);
  });
});

import { describe, expect, test } from 'vitest';
import type { Limitation } from '../../lib/kubernetes/manifests/limitation';
import { limitationText } from '../../lib/output/limitations';

describe('limitations of manifests', () => {
  test.each<[Limitation, string]>([
    [
      { kind: 'single-server', component: 'database', standbyOnAws: true },
      'database is a single server (on AWS it has a standby): it is unavailable while it restarts',
    ],
    [
      { kind: 'commit-without-replica', component: 'database', engine: 'mysql' },
      'a commit to database waits at most 10 s for the replica: acknowledged writes can be lost with the volume of the primary',
    ],
    [{ kind: 'daily-backups', component: 'documents' }, 'backups of documents are daily: up to one day of writes can be lost'],
    [{ kind: 'no-cdn', component: 'cdn' }, 'cdn: the manifests do not create a CDN; files are served from their bucket'],
  ])('%j', (limitation, text) => {
    expect(limitationText(limitation)).toBe(text);
  });
});

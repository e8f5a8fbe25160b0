import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MoveJson } from '../../lib/output/json/move';
import { sizing } from '../support/run';
import { temporaryFolder } from '../support/temporary-folder';

/** Paths of two templates with one resource. */
function templates(before: object, after: object): readonly string[] {
  const folder = temporaryFolder();
  return Object.entries({ before, after }).map(([name, resource]) => {
    const path = join(folder, `${name}.template.json`);
    writeFileSync(path, JSON.stringify({ Resources: { Store: resource } }));
    return path;
  });
}

const database = (AllocatedStorage: number) => ({
  Type: 'AWS::RDS::DBInstance',
  DeletionPolicy: 'Snapshot',
  UpdateReplacePolicy: 'Snapshot',
  Properties: { Engine: 'mysql', DBInstanceClass: 'db.m6g.large', AllocatedStorage: String(AllocatedStorage) },
});
const cache = (NumNodeGroups: number, CacheNodeType: string) => ({
  Type: 'AWS::ElastiCache::ReplicationGroup',
  UpdatePolicy: { UseOnlineResharding: true },
  DeletionPolicy: 'Snapshot',
  UpdateReplacePolicy: 'Snapshot',
  Properties: { Engine: 'redis', ClusterMode: 'enabled', NumNodeGroups, ReplicasPerNodeGroup: 1, CacheNodeType },
});
const SHARDS_AND_TYPE = [cache(1, 'cache.m6g.large'), cache(2, 'cache.m6g.xlarge')] as const;

async function moved(paths: readonly string[]) {
  const { code, stdout, stderr } = await sizing(['move', ...paths, '--json', '--region', 'us-east-1']);
  const { isAccepted, acceptedSteps, steps } = MoveJson.parse(JSON.parse(stdout));
  return { code, stderr, isAccepted, acceptedSteps, steps: steps.length };
}

describe('the exit code of move', () => {
  test('is 0 between tiers where each of several steps is accepted, and the report says so first', async () => {
    const { code, stdout } = await sizing(['move', 'aiva', '--from', 'tier=small', '--to', 'tier=large']);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toContain('accepted in 2 steps');
    expect(stdout).toContain('As one update: 1 rejected');
  });

  test('is 2 for a template that is not accepted as one update, although steps are', async () => {
    const { stderr, ...outcome } = await moved(templates(...SHARDS_AND_TYPE));
    expect(outcome).toEqual({ code: 2, isAccepted: false, acceptedSteps: 2, steps: 2 });
    expect(stderr).toContain('the move is not accepted as one update, only in 2 steps: 1 resource rejected');
  });

  test('is 2 for a template without accepted steps', async () => {
    const { stderr, ...outcome } = await moved(templates(database(200), database(100)));
    expect(outcome).toEqual({ code: 2, isAccepted: false, acceptedSteps: undefined, steps: 1 });
    expect(stderr).toContain('the move is not accepted, and no steps are known that are: 1 resource rejected');
  });

  test('is 0 for a template that one update deploys', async () => {
    expect(await moved(templates(database(100), database(200)))).toMatchObject({ code: 0, isAccepted: true, acceptedSteps: 1, steps: 1 });
  });
});

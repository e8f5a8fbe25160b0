import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { restored } from '../../lib/blueprint/restore';
import { InputError, problemText } from '../../lib/core/problems';
import { cache, database, documentStore, files, jobs, nodePool } from '../support/blueprints';

const documents = documentStore({ shards: 2 });

const components = Object.fromEntries(
  [
    database(),
    cache(),
    documents,
    files,
    jobs,
    nodePool('host', { singleHost: { dataVolumeGib: 60, entries: ['api'] } }),
    nodePool('nodes'),
  ].map((each) => [each.id, each]),
);

const problemsOf = (restoreFrom: string) => restored(components, restoreFrom).problems.map(problemText);

describe('restoreFrom', () => {
  test('adds the backup of each component and names the manual steps', () => {
    const { components: changed, warnings } = restored(
      components,
      'database:rds:shop-2026-11-28-03-05,cache:automatic.shop-2026-11-28-03-00,documents:first+second,files:shop-files,host:snap-0123456789abcdef0',
    );
    expect(changed).toMatchObject({
      database: { restoreFrom: 'rds:shop-2026-11-28-03-05' },
      cache: { restoreFrom: 'automatic.shop-2026-11-28-03-00' },
      documents: { restoreFrom: ['first', 'second'] },
      files: { restoreFrom: 'shop-files' },
      host: { restoreFrom: 'snap-0123456789abcdef0' },
    });
    expect(changed.jobs).toEqual(jobs);
    expect(warnings).toEqual([
      { kind: 'restored-password', component: 'documents' },
      { kind: 'restored-bucket', component: 'files' },
      { kind: 'restored-volume-passwords', component: 'host' },
    ]);
  });

  test('accepts ARNs, which contain colons', () => {
    expect(problemsOf('database:arn:aws:rds:us-east-1:123456789012:snapshot:rds:shop-2026-11-28-03-05')).toEqual([]);
  });

  test('reports all problems at once', () => {
    expect(problemsOf('databse:shop,jobs:shop,nodes:snap-01234567,cache:-,files:Shop,documents:one,database:a,database:b')).toEqual([
      'restoreFrom: invalid value "databse"; expected one of database, cache, documents, files, host. Did you mean "database"?',
      'restoreFrom: jobs is a queue, which cannot be restored; expected one of database, cache, documents, files, host',
      'restoreFrom: nodes is a node-pool, which cannot be restored; expected one of database, cache, documents, files, host',
      'restoreFrom: invalid value "-"; expected the name of an ElastiCache snapshot for cache',
      'restoreFrom: invalid value "Shop"; expected the name of an existing bucket for files',
      'restoreFrom: invalid value "one"; expected 2 snapshots for documents, separated by +, one for each shard',
      'restoreFrom: database is given twice; expected one backup',
    ]);
  });

  test('of a container names the volume that has its files', () => {
    expect(refusal({ topology: 'single-host', restoreFrom: 'database:shop' })).toEqual([
      'restoreFrom: database runs in a container; expected the data volume that has its files: host:<snapshot>',
    ]);
  });

  test('is not for clusters, where the tools of data stores restore them', () => {
    const [problem] = refusal({ platform: 'kubernetes', restoreFrom: 'database:shop' });
    expect(problem).toMatch(/^restoreFrom: database runs in a container; expected/);
  });

  test('is not for standby regions, whose data comes from the primary', () => {
    const blueprint = blueprintFor({ system: 'barber-ops', tier: 'phase-3', restoreFrom: 'database:shop' });
    expect(blueprint.components.database).toHaveProperty('restoreFrom', 'shop');
    for (const standby of blueprint.standbys ?? []) expect(standby.components.database).not.toHaveProperty('restoreFrom');
  });
});

function refusal(request: Readonly<Record<string, string>>): readonly string[] {
  try {
    blueprintFor({ system: 'aiva', tier: 'small', ...request });
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(problemText);
  }
}

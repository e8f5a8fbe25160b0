import { readdirSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { compareTiers } from '../../lib/answers/compare';
import { loadDefinition } from '../../lib/definition/load-definition';
import { draftOfParts } from '../../lib/draft/draft-of-parts';
import { readSource } from '../../lib/draft/read-source';
import { webShop } from '../../lib/draft/web-shop';
import { definitionText } from '../../lib/output/definition-text';
import { draftNoteText } from '../../lib/output/draft-notes';
import { billFor, stacksFor } from '../support/synthesized';
import { temporaryFolder } from '../support/temporary-folder';

const FOLDER = join(__dirname, 'fixtures/cloudformation');
const VALID = readdirSync(FOLDER);

function draftOf(file: string) {
  const { name = basename(file, extname(file)), parts } = readSource(join(FOLDER, file));
  return draftOfParts(name, parts);
}

describe.each(VALID)('%s', (file) => {
  const draft = draftOf(file);

  test('becomes a definition', async () => {
    const notes = draft.omitted.map((note) => `# ${draftNoteText(note)}.\n`).join('');
    await expect(`${definitionText(draft, 'yaml')}${notes}`).toMatchFileSnapshot(
      `./golden/cloudformation/${basename(file, extname(file))}.yaml`,
    );
  });

  test('that loads, and is estimated with a filled operation, complete but for the messages of queues', () => {
    const path = join(temporaryFolder(), 'sizing.yaml');
    writeFileSync(path, definitionText(draft, 'yaml'));
    expect(JSON.parse(JSON.stringify(loadDefinition(path).systems))).toEqual([JSON.parse(JSON.stringify(draft.system))]);
    const [service] = Object.entries(draft.system.tiers[0]?.components ?? {}).filter(([, each]) => each?.kind === 'service');
    const demands = [{ component: service?.[0] ?? '', resource: 'processor' as const, amount: 1, seconds: 0.05, source: 'to measure' }];
    const operations = { orders: { name: 'order', kind: 'event' as const, usual: { amount: 0.001 }, demands } };
    const { tiers } = compareTiers({ system: { ...draft.system, operations } }, (blueprint) => billFor(blueprint).estimate);
    const queues = Object.values(tiers[0]?.blueprint.components ?? {}).filter(({ kind }) => kind === 'queue');
    expect(tiers.map(({ estimate }) => estimate.resources.unpriced)).toEqual([queues.length]);
  });
});

describe('the template that this package synthesizes for the largest tier of the web shop, in a cdk.out folder', () => {
  const blueprint = blueprintFor({ system: webShop('shop').system, tier: 'large' });
  const folder = temporaryFolder();
  const artifacts = stacksFor(blueprint).map(({ stackName, region, template }) => {
    const templateFile = `${stackName}.template.json`;
    writeFileSync(join(folder, templateFile), JSON.stringify(template));
    return [stackName, { type: 'aws:cloudformation:stack', environment: `aws://unknown-account/${region}`, properties: { templateFile } }];
  });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: '48.0.0', artifacts: Object.fromEntries(artifacts) }));
  const { system, omitted } = draftOfParts('shop', readSource(folder).parts);
  const again = blueprintFor({ system, tier: 'current' });

  test('becomes the same components', () => {
    const ids = Object.keys(webShop('shop').system.tiers[0]?.components ?? {});
    expect(Object.keys(system.tiers[0]?.components ?? {}).sort()).toEqual(ids.sort());
    expect(omitted.map(draftNoteText)).toEqual([
      'observability is not in the definition: it stores access logs, and a tier has a bucket for these',
      expect.stringMatching(
        /^AutoScalingGroup \w+, [a-z0-9.]+ \(\d+–\d+ instances, \d+ vCPU and \d+ GiB of memory\) is not in the definition: a node pool /,
      ),
      'AWS::Lambda::Function is not in the definition: resources of its type are not read; add it if it runs a part of your system',
    ]);
  });

  test('with the same sizes, numbers, engines, classes and connections', () => {
    const { api, worker, database, cache, entry } = again.components;
    const before = blueprint.components;
    expect(system.tiers[0]?.components).toMatchObject({
      api: { instances: { min: 6, max: 24 }, vcpu: 1, memoryGib: 2, uses: ['database', 'cache'], healthPath: '/health' },
      worker: { instances: { min: 3, max: 8 }, vcpu: 1, memoryGib: 2, uses: ['database', 'cache'] },
      database: { engine: 'mysql', storageGib: 500, multiAz: true },
      cache: { engine: 'redis', topology: 'cluster', shards: 1, replicasPerShard: 1 },
      entry: { type: 'application', target: 'api' },
    });
    expect(api).toMatchObject({ ports: 'ports' in (before.api ?? {}) ? (before.api as { readonly ports: unknown }).ports : [] });
    const classOf = (component: unknown) => {
      const { instanceClass, nodeType } = component as { readonly instanceClass?: string; readonly nodeType?: string };
      return instanceClass ?? nodeType;
    };
    expect(classOf(database)).toBe(classOf(before.database));
    expect(classOf(cache)).toBe(classOf(before.cache));
    expect([worker?.kind, entry?.kind]).toEqual(['service', 'load-balancer']);
  });
});

test('a template without a component is refused', () => {
  const path = join(temporaryFolder(), 'network.template.json');
  writeFileSync(path, JSON.stringify({ Resources: { Vpc: { Type: 'AWS::EC2::VPC' } } }));
  expect(() => readSource(path)).toThrow(
    'Resources: contains no resource that becomes a component; expected a service of ECS, a database (MySQL, MariaDB, PostgreSQL), a cache (Redis, Valkey), a document store or a queue',
  );
});

test('an engine in capital letters is the same engine', () => {
  // aws-cloudformation-templates, RDS/RDS_MySQL_With_Read_Replica.yaml: `Engine: MySQL`.
  const path = join(temporaryFolder(), 'database.template.json');
  const Properties = { Engine: 'MySQL', DBInstanceClass: 'db.t3.medium', AllocatedStorage: '5' };
  writeFileSync(path, JSON.stringify({ Resources: { MainDB: { Type: 'AWS::RDS::DBInstance', Properties } } }));
  expect(readSource(path).parts).toMatchObject([{ role: { kind: 'database', engine: 'mysql' }, storageGib: 5 }]);
});

test('a template of functions alone is refused with its types', () => {
  const path = join(temporaryFolder(), 'template.json');
  const types = ['AWS::Lambda::Function', 'AWS::Lambda::Function', 'AWS::DynamoDB::Table'];
  writeFileSync(path, JSON.stringify({ Resources: Object.fromEntries(types.map((Type, index) => [`Part${index}`, { Type }])) }));
  expect(() => readSource(path)).toThrow(
    'Resources: contains no resource that becomes a component, but AWS::Lambda::Function (2), AWS::DynamoDB::Table; expected a service',
  );
});

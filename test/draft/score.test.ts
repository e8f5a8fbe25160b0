import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareTiers } from '../../lib/answers/compare';
import { InputError } from '../../lib/core/problems';
import { loadDefinition } from '../../lib/definition/load-definition';
import { draftOfParts } from '../../lib/draft/draft-of-parts';
import { readSource } from '../../lib/draft/read-source';
import { definitionText } from '../../lib/output/definition-text';
import { draftNoteText } from '../../lib/output/draft-notes';
import { billFor } from '../support/synthesized';
import { temporaryFolder } from '../support/temporary-folder';

const FOLDER = join(__dirname, 'fixtures/score');
const VALID = readdirSync(FOLDER).filter((file) => file !== 'invalid.yaml');

function draftOf(file: string) {
  const { name = basename(file, '.yaml'), parts } = readSource(join(FOLDER, file));
  return draftOfParts(name, parts);
}

describe.each(VALID)('%s', (file) => {
  const draft = draftOf(file);

  test('becomes a definition', async () => {
    const notes = draft.omitted.map((note) => `# ${draftNoteText(note)}.\n`).join('');
    await expect(`${definitionText(draft, 'yaml')}${notes}`).toMatchFileSnapshot(`./golden/score/${file}`);
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

test('a folder of Score files is one system, and several files with a workload of the same name are refused', () => {
  const folder = temporaryFolder();
  const workload = { apiVersion: 'score.dev/v1b1', containers: { main: { image: 'registry.example/main:1' } } };
  const write = (file: string, name: string) => writeFileSync(join(folder, file), JSON.stringify({ ...workload, metadata: { name } }));
  write('api.score.json', 'api');
  write('worker.score.json', 'worker');
  expect(readSource(folder).parts.map(({ name }) => name)).toEqual(['api', 'worker']);
  write('worker.score.json', 'api');
  expect(() => readSource(folder)).toThrow('metadata.name: several workloads are named api; expected each name once');
});

test('invalid files get all problems at once, and no number is replaced', () => {
  const path = join(FOLDER, 'invalid.yaml');
  const [first, second] = [1, 2].map((document) => `Score file ${path}, document ${document}`);
  const problems = [
    `${first}: service.ports.www.port: invalid value 80800; expected at most 65535`,
    `${first}: service.ports.udp.protocol: invalid value "udp"; expected one of TCP, UDP`,
    `${first}: containers.main.resources.requests.cpu: invalid value "8 cores"; expected a quantity of CPU such as 500m or 2`,
    `${first}: containers.main.resources.requests.memory: invalid value "8GB"; expected a quantity of bytes such as 512Mi or 2Gi`,
    `${first}: containers.sidecar.image: missing; expected a string`,
    `${first}: resource: unknown key`,
    `${second}: metadata.name: missing; expected a string`,
    `${second}: containers: empty; expected at least one container`,
  ];
  const error = (() => {
    try {
      readSource(path);
    } catch (caught) {
      return caught;
    }
    return undefined;
  })();
  expect(error).toBeInstanceOf(InputError);
  for (const problem of problems) expect((error as InputError).message).toContain(problem);
});

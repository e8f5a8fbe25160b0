/**
 * Several Compose files. Sources: https://github.com/compose-spec/compose-spec, 14-include.md and 05-services.md ("extends");
 * `loader/include_test.go` of https://github.com/compose-spec/compose-go for paths and for files that are included twice.
 */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { InputError } from '../../lib/core/problems';
import { readSource } from '../../lib/draft/read-source';
import { temporaryFolder } from '../support/temporary-folder';

type Files = Readonly<Record<string, string>>;

function written(files: Files): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function partsOf(files: Files) {
  const { parts } = readSource(join(written(files), 'compose.yaml'));
  return Object.fromEntries(parts.map((part) => [part.name, part]));
}

/** The problems without the path of the folder. */
function problemsOf(files: Files, folder = written(files)): readonly string[] {
  try {
    readSource(join(folder, 'compose.yaml'));
  } catch (error) {
    return (error as InputError).message.replaceAll(`${folder}/`, '').replaceAll(folder, '<folder>').split('\n  ').slice(1);
  }
  return [];
}

const EXPECTED = 'expected a Compose file in the folder of compose.yaml, or the output of `docker compose config`';

describe('include', () => {
  test('a list of paths: services of both files, which use each other', () => {
    const parts = partsOf({
      'compose.yaml': `include: [commons/compose.yaml, "\${DOMAIN:-another}/compose.yaml"]\nservices: { web: { build: ., depends_on: [api] } }`,
      'commons/compose.yaml': 'services: { cache: { image: redis:8 } }',
      'another/compose.yaml': 'include: [data.yaml]\nservices: { api: { build: ., scale: 3, depends_on: [database] } }',
      'another/data.yaml': 'services: { database: { image: postgres:17 } }',
    });
    expect(Object.keys(parts).sort()).toEqual(['api', 'cache', 'database', 'web']);
    expect(parts.web?.uses).toEqual(['api']);
    expect(parts.api).toMatchObject({ uses: ['database'], instances: { min: 3, max: 3 } });
    expect(parts.database?.role).toEqual({ kind: 'database', engine: 'postgres' });
  });

  test('a file with only include, in YAML and JSON', () => {
    const api = { 'api.yaml': 'services: { api: { build: . } }' };
    expect(Object.keys(partsOf({ 'compose.yaml': 'include:\n  - api.yaml\n', ...api }))).toEqual(['api']);
    expect(Object.keys(partsOf({ 'compose.yaml': '{"include": ["api.yaml"]}', ...api }))).toEqual(['api']);
  });

  test('paths of one entry override each other', () => {
    const parts = partsOf({
      'compose.yaml': 'include: [{ path: [base/compose.yaml, override.yaml] }]',
      'base/compose.yaml': 'services: { api: { build: ., scale: 2, cpus: 1, ports: ["8080"] } }',
      'override.yaml': 'services: { api: { scale: 5, ports: ["9090"] }, worker: { image: example/worker } }',
    });
    expect(parts.api).toMatchObject({ instances: { min: 5, max: 5 }, vcpu: 1 });
    expect(parts.api?.ports.map(({ port }) => port)).toEqual([8080, 9090]);
    expect(Object.keys(parts).sort()).toEqual(['api', 'worker']);
  });

  // `TestNestedIncludeAndExtends` of compose-go.
  test('project_directory is the folder of relative paths', () => {
    const files = {
      'compose.yaml': 'include: [{ project_directory: ., path: dir/included.yaml }]',
      'dir/included.yaml': 'services: { included: { extends: { file: dir/extended.yaml, service: extended } } }',
      'dir/extended.yaml': 'services: { extended: { image: example/api, scale: 4 } }',
    };
    expect(partsOf(files).included?.instances.min).toBe(4);
    expect(problemsOf({ ...files, 'compose.yaml': 'include: [dir/included.yaml]' })[0]).toBe(
      `dir/included.yaml: services.included.extends.file: dir/dir/extended.yaml does not exist; ${EXPECTED}`,
    );
  });

  test('a service extends an included one', () => {
    const parts = partsOf({
      'compose.yaml': 'include: [base.yaml]\nservices: { api: { extends: { service: base }, scale: 2 } }',
      'base.yaml': 'services: { base: { build: ., cpus: 0.5, scale: 0 } }',
    });
    expect(parts.api).toMatchObject({ vcpu: 0.5, instances: { min: 2 } });
  });

  // `TestLoadWithMultipleInclude` of compose-go.
  test('a file that is included twice is no conflict', () => {
    const parts = partsOf({
      'compose.yaml': 'include: [a.yaml, b.yaml]',
      'a.yaml': 'include: [shared.yaml]\nservices: { a: { build: . } }',
      'b.yaml': 'include: [shared.yaml]\nservices: { b: { build: . } }',
      'shared.yaml': 'services: { shared: { image: redis:8 } }',
    });
    expect(Object.keys(parts).sort()).toEqual(['a', 'b', 'shared']);
  });

  test('different services of one name conflict', () => {
    const expected = 'expected each service in one file, or the output of `docker compose config`';
    const included = { 'a.yaml': 'services: { api: { build: . } }', 'b.yaml': 'services: { api: { build: ., scale: 2 } }' };
    expect(problemsOf({ 'compose.yaml': 'include: [a.yaml]\nservices: { api: { image: example/api } }', ...included })).toEqual([
      `include.0: compose.yaml and a.yaml define the service api; ${expected}`,
    ]);
    expect(problemsOf({ 'compose.yaml': 'include: [a.yaml, b.yaml]', ...included })).toEqual([
      `include.1: a.yaml and b.yaml define the service api; ${expected}`,
    ]);
    const override = { 'o.yaml': 'services: { api: { scale: 3 } }' };
    expect(problemsOf({ 'compose.yaml': 'include: [a.yaml, { path: [a.yaml, o.yaml] }]', ...included, ...override })).toEqual([
      `include.1: a.yaml is included twice with different overrides of the service api; ${expected}`,
    ]);
  });

  test('files that include each other', () => {
    const expected = 'expected files that do not include each other';
    expect(problemsOf({ 'compose.yaml': 'include: [compose.yaml]' })).toEqual([`include.0: compose.yaml includes itself; ${expected}`]);
    expect(problemsOf({ 'compose.yaml': 'include: [a.yaml]', 'a.yaml': 'include: [b.yaml]', 'b.yaml': 'include: [a.yaml]' })).toEqual([
      `b.yaml: include.0: a.yaml includes itself; ${expected}`,
    ]);
  });

  test('files in a folder that is a link to the folder around it', () => {
    const folder = written({ 'compose.yaml': 'include: [again/a.yaml]', 'a.yaml': 'include: [again/a.yaml]' });
    symlinkSync('.', join(folder, 'again'));
    expect(problemsOf({}, folder)).toEqual([
      'again/a.yaml: include.0: again/a.yaml includes itself; expected files that do not include each other',
    ]);
  });

  test('a chain where each file includes the next one twice is read once', () => {
    const chain = Array.from({ length: 60 }, (_, index): [string, string] => [
      index === 0 ? 'compose.yaml' : `${index}.yaml`,
      `include: [${index + 1}.yaml, ${index + 1}.yaml]`,
    ]);
    expect(Object.keys(partsOf({ ...Object.fromEntries(chain), '60.yaml': 'services: { api: { build: . } }' }))).toEqual(['api']);
  });
});

describe('extends', () => {
  test('a chain through files, each with paths of its own folder', () => {
    const parts = partsOf({
      'compose.yaml': 'services: { web: { extends: { file: common/web.yaml, service: web }, scale: 2 } }',
      'common/web.yaml':
        'services: { web: { extends: { service: app }, cpus: 2 }, app: { extends: { file: deep/base.yaml, service: base }, ports: ["80"] } }',
      'common/deep/base.yaml': 'services: { base: { image: example/web, cpus: 1, mem_limit: 1g } }',
    });
    expect(Object.keys(parts)).toEqual(['web']);
    expect(parts.web).toMatchObject({ instances: { min: 2 }, vcpu: 2, memoryGib: 1 });
    expect(parts.web?.ports.map(({ port }) => port)).toEqual([80]);
  });

  test('a port of the host that the other service publishes to users is public', () => {
    const parts = partsOf({
      'compose.yaml': 'services: { web: { extends: { file: base.yaml, service: web }, ports: ["80:8080"] } }',
      'base.yaml': 'services: { web: { build: ., ports: ["127.0.0.1:8080:8080"] } }',
    });
    expect(parts.web?.ports).toEqual([{ port: 8080, protocol: 'tcp', isPublic: true, isMain: true }]);
  });

  test('does not import the dependencies of the extended service', () => {
    expect(
      problemsOf({
        'compose.yaml': 'services: { web: { extends: { file: base.yaml, service: web } } }',
        'base.yaml': 'services: { web: { image: example/web, depends_on: [database] }, database: { image: mysql:8 } }',
      }),
    ).toEqual(['services.web.depends_on: invalid value "database"; expected web']);
  });

  test('services of two files that extend each other', () => {
    expect(
      problemsOf({
        'compose.yaml': 'services: { web: { extends: { file: base.yaml, service: base } } }',
        'base.yaml': 'services: { base: { image: a, extends: { file: base.yaml, service: other } }, other: { extends: base } }',
      }),
    ).toEqual(['base.yaml: services.other.extends: invalid value "base"; expected a service that does not extend this one']);
  });

  test('an unknown service is the only problem of a service without an image', () => {
    expect(problemsOf({ 'compose.yaml': 'services: { web: { extends: apu }, api: { image: a } }' })).toEqual([
      'services.web.extends: invalid value "apu"; expected api. Did you mean "api"?',
    ]);
  });

  test('a service that the file does not have', () => {
    expect(
      problemsOf({
        'compose.yaml': 'services: { web: { image: a, extends: { file: base.yaml, service: wroker } } }',
        'base.yaml': 'services: { worker: { image: a } }',
      }),
    ).toEqual(['services.web.extends: invalid value "wroker"; expected worker. Did you mean "worker"?']);
  });
});

test('files that are not read, all at once', () => {
  const outside = written({ 'outside.yaml': 'services: { secret: { image: a } }' });
  const include = [
    '../x.yaml',
    'link.yaml',
    'folder',
    'https://example.com/a.yaml',
    `\${WHERE}/a.yaml`,
    7,
    { path: [] },
    'broken.yaml',
    'list.yaml',
  ];
  const parent = written({
    'x.yaml': 'services: {}',
    'app/compose.yaml': JSON.stringify({ include, services: { web: { image: 'a', extends: { file: 'empty.yaml', service: 'b' } } } }),
    'app/folder/a.yaml': '',
    'app/broken.yaml': 'services: [',
    'app/list.yaml': '[]',
    'app/empty.yaml': 'volumes: {}',
  });
  const folder = join(parent, 'app');
  symlinkSync(join(outside, 'outside.yaml'), join(folder, 'link.yaml'));
  expect(problemsOf({}, folder).map((problem) => problem.replace(parent, '<parent>'))).toEqual([
    `include.0: <parent>/x.yaml is outside of the folder <folder>; ${EXPECTED}`,
    `include.1: link.yaml is outside of the folder <folder>; ${EXPECTED}`,
    `include.2: folder is a folder; ${EXPECTED}`,
    `include.3: "https://example.com/a.yaml" is not a local file; ${EXPECTED}`,
    `include.4: "\${WHERE}/a.yaml" has a variable without a default; ${EXPECTED}`,
    'include.5: invalid value 7; expected a path, or an object with path',
    'include.6.path: invalid value []; expected a path, or an object with path',
    expect.stringMatching(/^Compose file broken\.yaml: line \d+, column \d+: invalid YAML/),
    'Compose file list.yaml: file: invalid value []; expected a Compose file',
    'services.web.extends.file: empty.yaml has no services; expected a Compose file with services',
  ]);
});

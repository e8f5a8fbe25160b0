/**
 * Services that extend or override others. Sources: https://github.com/compose-spec/compose-spec, 05-services.md ("Merging service
 * definitions") and 13-merge.md; `override/merge.go` of https://github.com/compose-spec/compose-go for lists and objects of one field.
 */
import { expect, test } from 'vitest';
import type { Problem } from '../../lib/core/problems';
import { mergedService } from '../../lib/draft/compose/merged-service';

type Service = Readonly<Record<string, unknown>>;

test.each<[string, Service, Service, Service]>([
  ['keys of objects, and the later value', { deploy: { a: 1, b: 2 } }, { deploy: { b: 3, c: 4 } }, { deploy: { a: 1, b: 3, c: 4 } }],
  ['lists, joined in order', { dns: ['1.1.1.1'] }, { dns: ['8.8.8.8'] }, { dns: ['1.1.1.1', '8.8.8.8'] }],
  ['lists without duplicates', { expose: [80, 90] }, { expose: [90, 100] }, { expose: [80, 90, 100] }],
  ['values', { user: 'root', image: 'a' }, { image: 'b' }, { user: 'root', image: 'b' }],
  ['nothing, which changes nothing', { scale: 2 }, { scale: null }, { scale: 2 }],
  ['command, which is replaced', { command: ['echo', 'foo'] }, { command: ['echo', 'bar'] }, { command: ['echo', 'bar'] }],
  ['entrypoint', { entrypoint: ['a'] }, { entrypoint: ['b'] }, { entrypoint: ['b'] }],
  [
    'the test of a health check',
    { healthcheck: { test: ['CMD', 'a'], retries: 3 } },
    { healthcheck: { test: ['CMD', 'b'] } },
    { healthcheck: { test: ['CMD', 'b'], retries: 3 } },
  ],
  [
    'environment as an object',
    { environment: { TZ: 'utc', PORT: 80 } },
    { environment: { PORT: 8080 } },
    { environment: { TZ: 'utc', PORT: 8080 } },
  ],
  [
    'environment as a list, and as both',
    { environment: ['TZ=utc', 'PORT=80', 'A=b=c'] },
    { environment: { PORT: 8080 } },
    { environment: { TZ: 'utc', PORT: 8080, A: 'b=c' } },
  ],
  [
    'depends_on as a list and an object',
    { depends_on: ['database', 'cache'] },
    { depends_on: { database: { condition: 'service_healthy' }, queue: null } },
    { depends_on: { database: { condition: 'service_healthy' }, cache: {}, queue: null } },
  ],
  [
    'volumes, one for each target',
    { volumes: ['common-volume:/var/lib/backup/data:rw', 'other:/other'] },
    { volumes: ['cli-volume:/var/lib/backup/data:ro', { type: 'volume', source: 'third', target: '/other' }] },
    { volumes: ['cli-volume:/var/lib/backup/data:ro', { type: 'volume', source: 'third', target: '/other' }] },
  ],
  ['build as text and an object', { build: '.' }, { build: { target: 'api' } }, { build: { context: '.', target: 'api' } }],
  [
    'a limit as a number and an object',
    { ulimits: { nofile: 1 } },
    { ulimits: { nofile: { soft: 2 } } },
    { ulimits: { nofile: { soft: 2 } } },
  ],
])('%s', (_, base, service, expected) => {
  const problems: Problem[] = [];
  expect(mergedService(base, service, 'services.api', problems)).toEqual(expected);
  expect(problems).toEqual([]);
});

// "cannot override services.x.deploy" of compose-go.
test('an object and a text are a problem', () => {
  const problems: Problem[] = [];
  mergedService({ deploy: { replicas: 2 }, image: 'a' }, { deploy: 'b', image: { name: 'b' } }, 'services.api', problems);
  expect(problems).toEqual([
    { path: 'services.api.deploy', received: '"b"', expected: 'an object, as in the service that it overrides' },
    { path: 'services.api.image', received: '{…}', expected: 'no object, as in the service that it overrides' },
  ]);
});

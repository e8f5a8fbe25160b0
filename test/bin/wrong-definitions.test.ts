import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RESERVED_FLAGS } from '../../lib/model/operation-ids';
import { fixture, LOADED_COMMANDS, sizing } from '../support/run';
import { temporaryFolder } from '../support/temporary-folder';

const SHOP = readFileSync(fixture('shop/sizing.yaml'), 'utf8');
const FOLDER = temporaryFolder();

/** Messages of zod and of JavaScript, which do not explain the mistake in the definition. */
const RAW = /expected (?:Invalid|Too|Unrecognized)|undefined|object Object|internal error|(?:expected|of|with) *$/m;

/** Runs a command with a definition and returns the problems that it lists. */
async function problemsOf(text: string): Promise<readonly string[]> {
  const path = join(FOLDER, 'sizing.yaml');
  writeFileSync(path, text);
  const { code, stdout, stderr } = await sizing(['compare', '--config', path]);
  expect(stderr).not.toMatch(RAW);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  const [subject, ...problems] = stderr.trim().split('\n  ');
  expect(subject).toMatch(/^error: invalid (?:definition .*sizing\.yaml|system \S+|tiers)$/);
  return problems;
}

describe('a definition with one mistake', () => {
  test.each<[from: string, to: string, problems: readonly string[]]>([
    ['id: shop\n', 'id: Shop\n', ['id: invalid value "Shop"; expected lower-case words joined by hyphens']],
    ['id: shop\n', 'id: my_shop\n', ['id: invalid value "my_shop"; expected lower-case words joined by hyphens']],
    ['id: shop\n', 'id: 7\n', ['id: invalid value 7; expected the id of the system']],
    ['id: shop\n', '', ['id: missing; expected the id of the system']],
    ['id: shop\n', `id: ''\n`, ['id: invalid value ""; expected lower-case words joined by hyphens']],
    [
      'id: shop\n',
      'id: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n',
      ['id: invalid value "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"; expected at most 40 characters'],
    ],
    ['id: shop\n', 'id: shop\nname: [a]\n', ['name: invalid value […]; expected a string']],
    [
      'id: shop\n',
      'id: shop\nnme: x\n',
      [
        'nme: unknown key; expected one of id, name, source, platform, compute, traffic, contradictions, operations, baseLoads, thresholds, withoutLimit, alarms, scenarios, formulas, degradation, levers, serviceLevels, tiers. Did you mean "name"?',
      ],
    ],
    [
      'id: shop\n',
      'id: shop\ncontradictions: [{ id: a, about: memory, text: x }, { id: a, about: cost, text: y, tiers: [smal] }]\n',
      [
        'contradictions.1.id: invalid value "a"; expected an id that is unique among the contradictions',
        'contradictions.1.tiers.0: invalid value "smal"; expected one of small, large. Did you mean "small"?',
      ],
    ],
    ['id: shop\n', 'id: shop\ntraffic: web\n', ['traffic: invalid value "web"; expected an object']],
    [
      'id: shop\n',
      'id: shop\ntraffic: { profile: webb }\n',
      ['traffic.profile: invalid value "webb"; expected one of web, api, chat, media, batch. Did you mean "web"?'],
    ],
    [
      'id: shop\n',
      'id: shop\ntraffic: { responseKib: 30 }\n',
      ['traffic.responseKib: invalid value 30; expected an object with value, reason'],
    ],
    ['id: shop\n', 'id: shop\ntraffic: { responseKib: { value: 30 } }\n', ['traffic.responseKib.reason: missing; expected a string']],
    [
      'id: shop\n',
      'id: shop\ntraffic: { averageToPeak: { value: 25, reason: x } }\n',
      ['traffic.averageToPeak.value: invalid value 25; expected at most 1'],
    ],
    [
      'id: shop\n',
      'id: shop\nthresholds: [{ resource: cpu, share: 0.7, source: x }]\n',
      [
        'thresholds.0.resource: invalid value "cpu"; expected one of processor, memory, workers, connections, calls, sessions, slots, replay, requests, writes, api-calls, tokens, network, iops, throughput, storage. Did you mean "processor"?',
      ],
    ],
    [
      'id: shop\n',
      'id: shop\nthresholds: [{ resource: processor, share: 70, source: x }]\n',
      ['thresholds.0.share: invalid value 70; expected at most 1'],
    ],
    [
      'id: shop\n',
      'id: shop\nthresholds: [{ resource: processor, share: 70% , source: x}]\n',
      ['thresholds.0.share: invalid value "70%"; expected a number without a unit: 0.7'],
    ],
    ['id: shop\n', 'id: shop\nserviceLevels: 99.9%\n', ['serviceLevels: invalid value "99.9%"; expected an object with source']],
    [
      'id: shop\n',
      'id: shop\nserviceLevels: { availability: 99.9 }\n',
      [
        'serviceLevels.source: missing; expected a string',
        'serviceLevels.availability: unknown key; expected one of p50Ms, p95Ms, p99Ms, errorShare, replicationLagMs, source',
      ],
    ],
    [
      'id: shop\n',
      'id: shop\nwithoutLimit: [{ operation: order, reason: x }]\n',
      ['withoutLimit.0.operation: invalid value "order"; expected orders. Did you mean "orders"?'],
    ],
    [
      'id: shop\n',
      'id: shop\nwithoutLimit: [{ reason: x }]\n',
      ['withoutLimit.0: invalid value {…}; expected an object with operation, reason, or an object with component, reason'],
    ],
    [
      'id: shop\n',
      'id: shop\nbaseLoads: [{ component: apo, resource: memory, amount: 1 }]\n',
      [
        'baseLoads.0.component: invalid value "apo"; expected a component of tier small: one of api, nodes, database, entry. Did you mean "api"?',
      ],
    ],
    [
      'id: shop\n',
      'id: shop\nalarms: [{}]\n',
      [
        'alarms.0.measure: missing; expected one of processor, memory, connections, storage, latency, errors, replication-lag, slow-queries, queue-depth, cache-hits',
        'alarms.0.source: missing; expected a string',
      ],
    ],
    ['  orders:', '  Orders:', ['operations.Orders: invalid key; expected lower-case words joined by hyphens']],
    [
      '  orders:',
      '  region:',
      ['operations.region: --region is another flag of sizing recommend, design or capacity; expected another id for the operation'],
    ],
    [
      '  orders:',
      '  users:',
      ['operations.users: --users is another flag of sizing recommend, design or capacity; expected another id for the operation'],
    ],
    ['  orders:', '  my orders:', ['operations."my orders": invalid key; expected lower-case words joined by hyphens']],
    [
      '  orders:',
      '  json:',
      ['operations.json: --json is another flag of sizing recommend, design or capacity; expected another id for the operation'],
    ],
    ['    name: order\n', '', ['operations.orders.name: missing; expected a string']],
    ['name: order', 'name: 7', ['operations.orders.name: invalid value 7; expected a string']],
    ['kind: event', 'kind: evnt', ['operations.orders.kind: invalid value "evnt"; expected one of event, session. Did you mean "event"?']],
    ['    kind: event\n', '', ['operations.orders.kind: missing; expected one of event, session']],
    ['usual: { amount: 0.001 }', 'usual: 0.001', ['operations.orders.usual: invalid value 0.001; expected an object with amount']],
    [
      'usual: { amount: 0.001 }',
      'usual: {}',
      ['operations.orders.usual.amount: missing; expected a number, or a list of two numbers, or an object with low, mid, high'],
    ],
    [
      'amount: 0.001',
      'amount: many',
      [
        'operations.orders.usual.amount: invalid value "many"; expected a number, or a list of two numbers, or an object with low, mid, high',
      ],
    ],
    ['amount: 0.001', 'amount: -1', ['operations.orders.usual.amount: invalid value -1; expected at least 0']],
    [
      'amount: 0.001',
      'amount: [2, 1]',
      ['operations.orders.usual.amount: invalid value [2, 1]; expected two numbers, the lower one first'],
    ],
    ['amount: 0.001', 'amount: [1, 2, 3]', ['operations.orders.usual.amount: invalid value [1, 2, 3]; expected at most 2 entries']],
    ['amount: 0.001', 'amount: { low: 1, high: 2 }', ['operations.orders.usual.amount.mid: missing; expected a number']],
    [
      'amount: 0.001',
      'amount: 0.001, every: week',
      ['operations.orders.usual.every: invalid value "week"; expected one of second, minute, hour, day'],
    ],
    ['amount: 0.001', 'amount: 0.001, per: order', ['operations.orders.usual.per: invalid value "order"; expected one of user, system']],
    [
      'usual: { amount: 0.001',
      'counts: http-requests\n    usual: { amount: 0.001, per: system',
      [
        'operations.orders.counts: invalid value "http-requests"; expected no value: the requests of an operation with `per: system` are counted in addition to those of users',
      ],
    ],
    [
      'amount: 0.001',
      'amount: .inf',
      [
        'operations.orders.usual.amount: invalid value Infinity; expected a number, or a list of two numbers, or an object with low, mid, high',
      ],
    ],
    [
      'amount: 0.001',
      'amount: .nan',
      ['operations.orders.usual.amount: invalid value NaN; expected a number, or a list of two numbers, or an object with low, mid, high'],
    ],
    [
      'amount: 0.001',
      'amount: 1e16',
      ['operations.orders.usual.amount: invalid value 10000000000000000; expected at most 1000000000000000'],
    ],
    [
      'amount: 0.001',
      'amount:',
      ['operations.orders.usual.amount: invalid value null; expected a number, or a list of two numbers, or an object with low, mid, high'],
    ],
    [
      '{ component: api, resource: processor',
      '{ component: apo, resource: processor',
      [
        'operations.orders.demands.0.component: invalid value "apo"; expected a component of tier small: one of api, nodes, database, entry. Did you mean "api"?',
      ],
    ],
    [
      '{ component: api, resource: processor',
      '{ component: api, resource: cpu',
      [
        'operations.orders.demands.0.resource: invalid value "cpu"; expected one of processor, memory, workers, connections, calls, sessions, slots, replay, requests, writes, api-calls, tokens, network, iops, throughput, storage. Did you mean "processor"?',
      ],
    ],
    [
      '{ component: database, resource: processor',
      '{ component: database, resource: workers',
      [
        'operations.orders.demands.1.resource: invalid value "workers"; expected a resource of the kind database, one of processor, storage, iops, throughput, replay, connections, sessions, slots, requests, writes, network, or a resource that `limits` of database state',
      ],
    ],
    [
      '{ component: database, resource: processor',
      '{ component: nodes, resource: processor',
      [
        'operations.orders.demands.1.resource: invalid value "processor"; expected another component: nodes is of kind node-pool, which has no resources of its own',
      ],
    ],
    [
      'id: shop\n',
      'id: shop\nbaseLoads: [{ component: database, resource: tokens, amount: 1 }]\nthresholds: [{ resource: calls, component: database, share: 0.5, source: x }, { resource: memory, component: apo, share: 0.5, source: x }]\n',
      [
        'baseLoads.0.resource: invalid value "tokens"; expected a resource of the kind database, one of processor, storage, iops, throughput, replay, connections, sessions, slots, requests, writes, network, or a resource that `limits` of database state',
        'thresholds.0.resource: invalid value "calls"; expected a resource of the kind database, one of processor, storage, iops, throughput, replay, connections, sessions, slots, requests, writes, network, or a resource that `limits` of database state',
        'thresholds.1.component: invalid value "apo"; expected one of api, nodes, database, entry. Did you mean "api"?',
      ],
    ],
    [
      '{ component: api, resource: processor, amount: 1, seconds: 0.05 }',
      'api',
      ['operations.orders.demands.0: invalid value "api"; expected an object with component, resource, amount'],
    ],
    [
      'seconds: 0.05',
      'seconds: fast',
      [
        'operations.orders.demands.0.seconds: invalid value "fast"; expected a number, or a list of two numbers, or an object with low, mid, high',
      ],
    ],
    [
      'seconds: 0.05',
      'second: 0.05',
      [
        'operations.orders.demands.0.second: unknown key; expected one of component, resource, amount, seconds, amountAs, secondsAs, search, restOf, readOnly, workingSetGib, replaySeconds, tiers, with, without, evidence, source. Did you mean "seconds"?',
        'operations.orders.demands.0.seconds: missing; expected the seconds that the resource is in use, or seconds of the operation',
      ],
    ],
    [
      'seconds: 0.05',
      'seconds: 0.05, workingSetGib: 10',
      [
        'operations.orders.demands.0.workingSetGib: invalid value 10; expected no value: only reads with the resource iops or throughput have a working set',
      ],
    ],
    [
      'seconds: 0.05',
      'seconds: 0.05, search: { index: exact, stored: documents, indexes: orders, points: [{ vectors: 10, seconds: 1 }, { vectors: 9, seconds: 1 }] }',
      [
        'operations.orders.demands.0.search.points: invalid value […]; expected points in ascending order of vectors',
        'operations.orders.demands.0.search.stored: invalid value "documents"; expected an operation of kind session, but the system has none',
        'operations.orders.demands.0.search.indexes: invalid value "orders"; expected an operation of kind session, but the system has none',
        'operations.orders.demands.0.seconds: invalid value 0.05; expected no value, because the points of search state the seconds',
      ],
    ],
    [
      'seconds: 0.05',
      'seconds: 0.05, search: { index: exact, stored: documents, indexes: orders, points: [{ vectors: 10, seconds: 1 }] }',
      [
        'operations.orders.demands.0.search.stored: invalid value "documents"; expected an operation of kind session, but the system has none',
        'operations.orders.demands.0.search.indexes: invalid value "orders"; expected an operation of kind session, but the system has none',
        'operations.orders.demands.0.seconds: invalid value 0.05; expected no value, because the points of search state the seconds',
      ],
    ],
    [
      '    demands:\n      - { component: api, resource: processor, amount: 1, seconds: 0.05 }\n',
      '    demands:\n      - { component: api, amount: 1, seconds: 0.05 }\n',
      [
        'operations.orders.demands.0.resource: missing; expected one of processor, memory, workers, connections, calls, sessions, slots, replay, requests, writes, api-calls, tokens, network, iops, throughput, storage',
      ],
    ],
    [
      '      entry: {',
      "      search: { kind: external, name: Search, unit: month, driver: month, unitPriceUsd: [1, 2], source: quote, asOf: '2026-11-01' }\n      entry: {",
      [
        'tiers.0.components.search.driver: invalid value "month"; expected one of concurrentUsers, requestsPerMonth, flat, or an object with operation',
      ],
    ],
    [
      '      entry: {',
      '      constructor: {',
      [
        'tiers.0.components.constructor: constructor is the name of a property of every JavaScript object; expected another id of the component',
      ],
    ],
    [
      '  - id: large\n    extends: small\n',
      '  - id: small\n',
      [
        'tiers.1.components.api.kind: missing; expected one of service, node-pool, database, cache, document-store, vector-store, load-balancer, bucket, queue, cdn, external',
        'tiers.1.components.database.kind: missing; expected one of service, node-pool, database, cache, document-store, vector-store, load-balancer, bucket, queue, cdn, external',
        'tiers.1.id: invalid value "small"; expected an id that is unique among the tiers',
      ],
    ],
    ['  - id: large\n', '  - id: small\n', ['tiers.1.id: invalid value "small"; expected an id that is unique among the tiers']],
    [
      '  - id: small\n',
      '  - id: Small\n',
      [
        'tiers.1.extends: invalid value "small"; expected Small. Did you mean "Small"?',
        'tiers.0.id: invalid value "Small"; expected lower-case words joined by hyphens',
      ],
    ],
    [
      '  - id: small\n',
      '  - name: small\n',
      [
        'tiers.1.extends: invalid value "small"; expected another tier with that id',
        'tiers.0.id: missing; expected a string',
        'tiers.0.name: unknown key; expected one of id, countsAs, description, components, gpu, network, regions, highAvailability, singleHost, workload, published',
      ],
    ],
    [
      'kind: service',
      'kind: sevice',
      [
        'tiers.0.components.api.kind: invalid value "sevice"; expected one of service, node-pool, database, cache, document-store, vector-store, load-balancer, bucket, queue, cdn, external. Did you mean "service"?',
      ],
    ],
    [
      '        kind: service\n',
      '',
      [
        'tiers.0.components.api.kind: missing; expected one of service, node-pool, database, cache, document-store, vector-store, load-balancer, bucket, queue, cdn, external',
      ],
    ],
    [
      'instances: { min: 1, max: 2 }',
      'instances: 2',
      ['tiers.0.components.api.instances: invalid value 2; expected an object with min, max'],
    ],
    [
      'instances: { min: 1, max: 2 }',
      'instances: { min: 3, max: 2 }',
      ['tiers.0.components.api.instances.min: invalid value 3; expected at most max, which is 2'],
    ],
    ['instances: { min: 1, max: 2 }', 'instances: { min: 1 }', ['tiers.0.components.api.instances.max: missing; expected a whole number']],
    [
      'instances: { min: 1, max: 2 }',
      'instances: { min: 0, max: 2 }',
      [
        'tiers.0.components.api.instances.min: invalid value 0; expected at least 1, because response times do not include the minutes that a start from 0 instances takes',
      ],
    ],
    [
      'ports: [{ port: 8080, protocol: http }]',
      'ports: [{ port: 8080, protocol: http }, { port: 8080, protocol: udp }, { port: 8080, protocol: tcp }]',
      ['tiers.0.components.api.ports.2.port: invalid value 8080; expected a port other than the http port 8080'],
    ],
    ['uses: [database]', 'uses: [database, database]', ['tiers.0.components.api.uses.1: invalid value "database"; expected each id once']],
    [
      'nodes: { kind: node-pool, runs: [api] }',
      'nodes: { kind: node-pool, runs: [api, api] }',
      ['tiers.0.components.nodes.runs.1: invalid value "api"; expected each id once'],
    ],
    [
      'seconds: 0.05 }',
      'seconds: 0.05, with: cach }',
      ['operations.orders.demands.0.with: invalid value "cach"; expected one of api, nodes, database, entry'],
    ],
    [
      'vcpu: 0.5\n',
      'vcpu: 0.5\n        scaling: { cpuPercent: 0.6 }\n',
      ['tiers.0.components.api.scaling.cpuPercent: invalid value 0.6; expected at least 1'],
    ],
    [
      'highAvailability: true',
      'highAvailability: true\n    regions: { secondaries: 1, preference: [eu-west-1, us-east-1], standby: active, replicates: [database], healthCheck: { intervalSeconds: 20, failures: 3 }, recordTtlSeconds: 60 }',
      ['tiers.1.regions.healthCheck.intervalSeconds: invalid value 20; expected one of 10, 30'],
    ],
    [
      'vcpu: 0.5\n',
      'vcpu: 0.5\n        gpus: 1\n',
      [
        'tiers.0.components.api.gpus: invalid value 1; expected 0, or the GPU model in gpu of the service, such as gpu: l4, or in gpu of the tier, such as gpu: { default: l4 }',
      ],
    ],
    [
      'vcpu: 0.5\n',
      'vcpu: 0.5\n        gpu: l4\n',
      ['tiers.0.components.api.gpu: api has no gpus; expected gpus of at least 1, or no gpu'],
    ],
    [
      'instances: { min: 1, max: 2 }',
      'instances: { min: 1.5, max: 2 }',
      ['tiers.0.components.api.instances.min: invalid value 1.5; expected a whole number'],
    ],
    ['vcpu: 0.5\n', 'vcpu: half\n', ['tiers.0.components.api.vcpu: invalid value "half"; expected a number']],
    ['vcpu: 0.5\n', 'vcpu: 0\n', ['tiers.0.components.api.vcpu: invalid value 0; expected above 0']],
    ['vcpu: 0.5\n', 'vcpu: 500m\n', ['tiers.0.components.api.vcpu: invalid value "500m"; expected a number']],
    ['        memoryGib: 1\n', '', ['tiers.0.components.api.memoryGib: missing; expected a number']],
    [
      '        memoryGib: 1\n',
      '        memory: 1Gi\n',
      [
        'tiers.0.components.api.memoryGib: missing; expected a number',
        'tiers.0.components.api.memory: unknown key; expected one of kind, instances, vcpu, memoryGib, workers, ports, healthPath, databasePool, uses, worksOn, callsPerInstance, gpus, gpu, scaling, scratchGib, limits. Did you mean "memoryGib"?',
      ],
    ],
    [
      'protocol: http',
      'protocol: https',
      ['tiers.0.components.api.ports.0.protocol: invalid value "https"; expected one of http, tcp, udp, tcp-udp. Did you mean "http"?'],
    ],
    ['port: 8080', 'port: 80800', ['tiers.0.components.api.ports.0.port: invalid value 80800; expected at most 65535']],
    [
      'ports: [{ port: 8080, protocol: http }]',
      'ports: [8080]',
      ['tiers.0.components.api.ports.0: invalid value 8080; expected an object with port, protocol'],
    ],
    ['ports: [{ port: 8080, protocol: http }]', 'ports: 8080', ['tiers.0.components.api.ports: invalid value 8080; expected a list']],
    [
      'healthPath: /health',
      'healthPath: health',
      ['tiers.0.components.api.healthPath: invalid value "health"; expected a path that starts with /'],
    ],
    ['healthPath: /health', 'healthPath: 7', ['tiers.0.components.api.healthPath: invalid value 7; expected a string']],
    [
      'uses: [database]',
      'uses: [databse]',
      ['tiers.0.components.api.uses.0: invalid value "databse"; expected database. Did you mean "database"?'],
    ],
    ['uses: [database]', 'uses: database', ['tiers.0.components.api.uses: invalid value "database"; expected a list']],
    [
      'nodes: { kind: node-pool, runs: [api] }',
      'nodes: { kind: node-pool, runs: [] }',
      ['tiers.0.components.nodes.runs: invalid value []; expected at least 1 entry'],
    ],
    [
      'nodes: { kind: node-pool, runs: [api] }',
      'nodes: { kind: node-pool, runs: [web] }',
      ['tiers.0.components.nodes.runs.0: invalid value "web"; expected one of api, database'],
    ],
    [
      'engine: mysql',
      'engine: mysq',
      ['tiers.0.components.database.engine: invalid value "mysq"; expected one of mysql, mariadb, postgres. Did you mean "mysql"?'],
    ],
    [
      'engine: mysql',
      'engine: oracle',
      ['tiers.0.components.database.engine: invalid value "oracle"; expected one of mysql, mariadb, postgres'],
    ],
    ['storageGib: 20', 'storageGib: 5', ['tiers.0.components.database.storageGib: invalid value 5; expected at least 20']],
    ['storageGib: 20', 'storageGib: 20Gi', ['tiers.0.components.database.storageGib: invalid value "20Gi"; expected a whole number']],
    ['type: application', 'type: http', ['tiers.0.components.entry.type: invalid value "http"; expected one of application, network']],
    ['target: api', 'target: web', ['tiers.0.components.entry.target: invalid value "web"; expected api']],
    ['target: api', 'target: database', ['tiers.0.components.entry.target: "database" is a database; expected api']],
    [
      '      database: { kind',
      '      Database: { kind',
      [
        'tiers.0.components.Database: invalid key; expected lower-case words joined by hyphens',
        'tiers.1.components.database: unknown component; expected one of api, nodes, Database, entry, which tier small has, or a kind for a new component. Did you mean "Database"?',
      ],
    ],
    [
      'components:\n      api:\n',
      'component:\n      api:\n',
      [
        'tiers.0.components: missing; expected an object',
        'tiers.0.component: unknown key; expected one of id, countsAs, description, components, gpu, network, regions, highAvailability, singleHost, workload, published. Did you mean "components"?',
      ],
    ],
    [
      '      api: { instances: { min: 2, max: 6 } }',
      '      api: { instances: { max: 6.5 } }',
      ['tiers.1.components.api.instances.max: invalid value 6.5; expected a whole number'],
    ],
    [
      '      api: { instances: { min: 2, max: 6 } }',
      '      api: 7',
      ['tiers.1.components.api: invalid value 7; expected an object with kind'],
    ],
    [
      '      api: { instances: { min: 2, max: 6 } }',
      '      web: { instances: { min: 2, max: 6 } }',
      [
        'tiers.1.components.web: unknown component; expected one of api, nodes, database, entry, which tier small has, or a kind for a new component',
      ],
    ],
    [
      'highAvailability: true',
      'highAvailability: true\n    regions: eu-west-1',
      [
        'tiers.1.regions: invalid value "eu-west-1"; expected an object with secondaries, preference, standby, replicates, healthCheck, recordTtlSeconds',
      ],
    ],
    [
      'highAvailability: true',
      'highAvailability: true\n    workload: { concurrentUsers: lots }',
      [
        'tiers.1.workload.concurrentUsers: invalid value "lots"; expected a number, or a list of two numbers, or an object with low, mid, high',
      ],
    ],
    [
      'highAvailability: true',
      'highAvailability: true\n    workload: { operations: { orders: 3/week } }',
      ['tiers.1.workload.operations.orders: invalid value "3/week"; expected a number, or a rate such as 600/min'],
    ],
    [
      'highAvailability: true',
      'highAvailability: true\n    workload: { operations: { order: 3 } }',
      ['tiers.1.workload.operations.order: unknown key; expected orders. Did you mean "orders"?'],
    ],
    [
      'highAvailability: true',
      'highAvailability: true\n    network: { natGateways: 4 }',
      ['tiers.1.network.natGateways: invalid value 4; expected at most 3'],
    ],
    [
      'highAvailability: true',
      'highAvailability: true\n    published: {}',
      [
        'tiers.1.published.concurrentUsers: missing; expected a list of two numbers, or an object with from',
        'tiers.1.published.evidence: missing; expected one of assumed, modelled, measured',
        'tiers.1.published.source: missing; expected a string',
      ],
    ],
    ['highAvailability: true', 'highAvailability: true\n    gpu: t4', ['tiers.1.gpu: invalid value "t4"; expected an object with default']],
  ])('%j → %j', async (from, to, problems) => {
    expect(SHOP).toContain(from);
    expect(await problemsOf(SHOP.replace(from, to))).toEqual(problems);
  });
});

describe('a key of an earlier version, or of Compose, names the key that replaces it', () => {
  test.each([
    ['vcpu: 0.5', 'vcpu: 0.5\n        replicas: 2', 'instances'],
    ['kind: event', 'kind: event\n    workloadKey: orders', 'counts'],
    ['- id: small\n', '- id: small\n    for: few users\n', 'description'],
    ['- id: small\n', '- id: small\n    workload: { activeChats: 5 }\n', 'operations'],
    ['- id: small\n', '- id: small\n    workload: { users: 5 }\n', 'concurrentUsers'],
    ['kind: database,', 'kind: postgres,', 'database'],
    ['kind: database,', 'kind: mongodb,', 'document-store'],
    ['kind: database,', 'kind: redis,', 'cache'],
    ['kind: database,', 'kind: sqs,', 'queue'],
    ['kind: database,', 'kind: kafka,', 'external'],
    ['kind: database,', 'kind: elasticsearch,', 'external'],
    ['kind: database,', 'kind: clickhouse,', 'external'],
    ['id: shop\n', 'id: shop\ntraffic: { uploadMib: { value: 1, reason: x } }\n', 'operations.<id>.transfer.uploadMib'],
    ['    extends: small', '    extend: small', 'tiers.<index>.extends'],
    ['- id: large', '- id: large\n    components: { jobs: { kind: queue, carries: orders } }\n  - id: huge', 'messages'],
  ])('%j → %j', async (from, to, replacement) => {
    expect(SHOP).toContain(from);
    expect((await problemsOf(SHOP.replace(from, to))).join('\n')).toContain(`. Did you mean "${replacement}"?`);
  });
});

describe('a file that is no definition', () => {
  test.each<[text: string, problems: readonly string[]]>([
    ['', ['(the whole): empty; expected a system (id, tiers), a list of systems, or an object with a list `systems`']],
    ['- 1\n', ['systems.0: invalid value 1; expected a system (id, tiers)']],
    ['shop\n', ['(the whole): invalid value "shop"; expected a system (id, tiers), a list of systems, or an object with a list `systems`']],
    ['id: shop\n', ['tiers: missing; expected a list']],
    ['id: shop\ntiers: []\n', ['tiers: invalid value []; expected at least 1 entry']],
    ['id: shop\ntiers: small\n', ['tiers: invalid value "small"; expected a list']],
    ['id: shop\ntiers: { small: {} }\n', ['tiers: invalid value {…}; expected a list']],
    ['id: shop\noperations:\ntiers: [{ id: small, components: {} }]\n', ['operations: invalid value null; expected an object']],
    ['id: shop\noperations: [orders]\ntiers: [{ id: small, components: {} }]\n', ['operations: invalid value […]; expected an object']],
    [
      'id: shop\noperations: { orders: 5 }\ntiers: [{ id: small, components: {} }]\n',
      ['operations.orders: invalid value 5; expected an object with name, kind'],
    ],
    ['id: shop\ntiers: [small]\n', ['tiers.0: invalid value "small"; expected an object with id, components']],
    ['id: shop\ntiers: [{ id: small, components: [] }]\n', ['tiers.0.components: invalid value []; expected an object']],
    [
      'id: shop\ntiers: [{ id: small, components: { api: null } }]\n',
      ['tiers.0.components.api: invalid value null; expected an object with kind'],
    ],
    ['id: shop\ntiers: []\nwithoutLimit: [{ component: api, reason: no limit }]\n', ['tiers: invalid value []; expected at least 1 entry']],
    [
      'id: shop\ntiers: [{ id: small, extends: small }, { id: large, components: {} }]\n',
      ['tiers.0.extends: the tier extends itself; expected large'],
    ],
    [
      'id: shop\ntiers: [{ id: small, components: { api: { kind: service, vcpu: "0.5", memoryGib: 512MiB, instances: { min: "2", max: "4.5" } } } }]\n',
      [
        'tiers.0.components.api.instances.min: invalid value "2"; expected a whole number without quotes: 2',
        'tiers.0.components.api.instances.max: invalid value "4.5"; expected a whole number without quotes',
        'tiers.0.components.api.vcpu: invalid value "0.5"; expected a number without quotes: 0.5',
        'tiers.0.components.api.memoryGib: invalid value "512MiB"; expected a number of GiB without a unit: 0.5',
      ],
    ],
    [
      'id: shop\ntiers: [{ id: small, components: { api: { kind: service, vcpu: 1, memoryGib: 2 GB, instances: { min: 1, max: 2 }, uses: [apo] } } }]\n',
      [
        'tiers.0.components.api.memoryGib: invalid value "2 GB"; expected a number of GiB without a unit',
        'tiers.0.components.api.uses.0: invalid value "apo"; expected the id of a service or database or cache or document-store or vector-store or bucket or queue or external',
      ],
    ],
    [
      'id: shop\ntiers: [{ id: small, components: { api: { kind: service, vcpu: 1, memoryGib: 1, instances: { min: 2, max: 4 }, scaling: {} } } }]\n',
      ['tiers.0.components.api.instances.max: scaling has no target that starts more instances; expected 2, or a target in scaling'],
    ],
    [
      'id: shop\noperations: { pages: { name: page, kind: event, usual: { amount: [4, 1] } } }\ntiers: [{ id: small, components: {} }]\n',
      ['operations.pages.usual.amount: invalid value [4, 1]; expected two numbers, the lower one first'],
    ],
    ['id: shop\n  bad: [\n', ['line 2, column 6: invalid YAML (bad indentation of a mapping entry); expected JSON or YAML']],
    ['systems: []\n', ['systems: invalid value []; expected at least one system']],
    [
      'systems: [{ id: a, tiers: [] }, { id: a, tiers: [] }]\n',
      ['systems.1.id: invalid value "a"; expected an id that is unique among the systems'],
    ],
    [
      'id: shop\ntiers: [{ id: small, components: { api: { kind: service } } }, { id: large, extends: small, components: { apii: { vcpu: 4 } } }]\n',
      [
        'tiers.0.components.api.instances: missing; expected an object with min, max',
        'tiers.0.components.api.vcpu: missing; expected a number',
        'tiers.0.components.api.memoryGib: missing; expected a number',
        'tiers.1.components.apii: unknown component; expected api, which tier small has, or a kind for a new component. Did you mean "api"?',
      ],
    ],
    // Several tiers with problems of several kinds: each once, where it is written.
    [
      [
        'id: shop',
        'platform: ecz',
        'tiers:',
        '  - id: small',
        '    components:',
        '      api: { kind: service, vcpu: two, memoryGib: 1, instances: { min: 1, max: 2 }, uses: [databse, search] }',
        '      database: { kind: database, engine: mysql, vcpu: 2, memoryGib: 4, storageGib: 20 }',
        '      entry: { kind: load-balancer, type: application, target: apii }',
        '  - { id: medium, extends: small, components: { cache: { kind: cache, engine: redis, memoryGib: 1 } } }',
        '  - { id: large, extends: medum, components: { api: { vcpu: four } } }',
        '  - { id: huge, extends: large }',
        '  - { id: twin, extends: other }',
        '  - { id: other, extends: twin }',
        '',
      ].join('\n'),
      [
        'tiers.2.extends: invalid value "medum"; expected one of small, medium, huge, twin, other. Did you mean "medium"?',
        'tiers.4.extends: twin extends other extends twin; expected a tier that does not extend this one',
        'tiers.5.extends: other extends twin extends other; expected a tier that does not extend this one',
        'platform: invalid value "ecz"; expected one of ecs, eks, kubernetes. Did you mean "ecs"?',
        'tiers.0.components.api.vcpu: invalid value "two"; expected a number',
        'tiers.0.components.api.uses.0: invalid value "databse"; expected database. Did you mean "database"?',
        'tiers.0.components.api.uses.1: invalid value "search"; expected database',
        'tiers.0.components.entry.target: invalid value "apii"; expected api. Did you mean "api"?',
      ],
    ],
    ['id: shop\n---\nid: blog\n', ['(the whole): 2 documents, separated by ---; expected one document']],
    ['id: shop\nid: shop\n', ['line 2, column 1: duplicate key "id"; expected each key once']],
    ['id: !!js/function x\n', ['line 1, column 5: unknown tag tag:yaml.org,2002:js/function; expected YAML without tags']],
    [
      'id: shop\ntiers: [{ id: small, components: { __proto__: { kind: queue } } }]\n',
      ['tiers.0.components.__proto__: forbidden key; expected no key __proto__'],
    ],
    [
      'id: shop\ntiers: [{ id: small, components: { q: { kind: queue, visibilitySeconds: 1 }, c: {kind: cache}, b: {kind: bucket}, x: {kind: external}, v: {kind: vector-store}, d: {kind: document-store}, n: {kind: cdn} } }]\n',
      [
        'tiers.0.components.c.engine: missing; expected one of redis, valkey',
        'tiers.0.components.c.memoryGib: missing; expected a number',
        'tiers.0.components.b.storageGib: missing; expected a number',
      ],
    ],
  ])('%j', async (text, problems) => {
    const listed = await problemsOf(text);
    for (const [index, problem] of problems.entries()) expect(listed[index]).toBe(problem);
  });
});

test('a list of several systems has the problems of all of them', async () => {
  const path = join(FOLDER, 'systems.yaml');
  const tiers = (target: string) => `[{ id: small, components: { entry: { kind: load-balancer, type: network, target: ${target} } } }]`;
  writeFileSync(path, `systems: [{ id: shop, tiers: ${tiers('api')} }, { id: blog, tiers: ${tiers('web')} }]`);
  const { code, stderr } = await sizing(['list', '--config', path]);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `error: invalid system shop
  tiers.0.components.entry.target: invalid value "api"; expected the id of a service
error: invalid system blog
  tiers.0.components.entry.target: invalid value "web"; expected the id of a service
`,
  });
});

test('a system of a folder has its file in errors, of the definition and of its answers', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'mail.yaml'), SHOP.replace('id: shop', 'id: mail').replace('vcpu: 0.5', 'vcpu: 0,5'));
  const wrong = await sizing(['list', '--config', folder]);
  expect(wrong.stderr).toBe(
    `error: invalid system mail in ${join(folder, 'mail.yaml')}\n  tiers.0.components.api.vcpu: invalid value "0,5"; expected a number\n`,
  );
  writeFileSync(join(folder, 'mail.yaml'), SHOP.replace('id: shop', 'id: mail').replace(/operations:[\s\S]*?tiers:/, 'tiers:'));
  const unknown = await sizing(['recommend', '--users', '3', '--config', folder]);
  expect(unknown.stderr).toContain(`error: invalid system mail in ${join(folder, 'mail.yaml')}\n  operations: unknown load of mail`);
});

describe('ids of operations', () => {
  test.each(['recommend', 'design', 'capacity'])('that are flags of %s are reserved, except those of its amounts', async (name) => {
    const { stdout } = await sizing([name, 'capsules', '--help']);
    const flags = [...stdout.matchAll(/^ {2}(?:-\w, )?--([a-z0-9-]+)/gm)].map(([, flag]) => flag);
    expect(flags.length).toBeGreaterThan(20);
    const others = flags.filter((flag = '') => !RESERVED_FLAGS.includes(flag));
    expect(others.sort()).toEqual(['reads', 'requests', 'rps', 'users', 'writes']);
  });

  test('are flags of no other command', () => {
    const withFlags = Object.entries(LOADED_COMMANDS).filter(([, command]) => 'operationFlags' in command);
    expect(withFlags.map(([name]) => name).sort()).toEqual(['capacity', 'design', 'recommend']);
  });
});

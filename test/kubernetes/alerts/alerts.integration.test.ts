import { describe, expect, test } from 'vitest';
import type { Alert } from '../../../lib/kubernetes/alerts/alert';
import { ruleGroup } from '../../../lib/kubernetes/alerts/rules';
import { judged } from '../../support/judges';
import { failedTests, type RuleTest, type RuleTests, refusedRules } from '../../support/promtool';
import { inScope } from '../../support/scope';
import type { AlertCase, GroupCases } from './cases';
import * as cluster from './cluster-cases';
import { GROUPS, type Group } from './groups';
import { METRICS } from './metrics';
import * as store from './store-cases';

/** The cases of every group of alerts. A group without cases does not compile. */
const CASES: Readonly<Record<Group, GroupCases>> = {
  workloads: cluster.workloads,
  scaling: cluster.scaling,
  secrets: cluster.secrets,
  storage: cluster.storage,
  backups: cluster.backups,
  service: cluster.service,
  'node-pool': cluster.nodePool,
  'vector-store': cluster.vectorStore,
  entry: cluster.entry,
  mysql: store.mysql,
  'mysql-group': store.mysqlGroup,
  mariadb: store.mariadb,
  postgres: store.postgres,
  'cloudnative-pg': store.cloudNativePg,
  pgbouncer: store.pgbouncer,
  'cloudnative-pg-pooler': store.cloudNativePgPooler,
  redis: store.redis,
  mongodb: store.mongodb,
  'redis-lists': store.redisLists,
};

const NAMES = Object.keys(GROUPS) as Group[];
const DEFAULT_AT_MINUTES = 60;

function levels(alerts: readonly Alert[]): string[] {
  return [...new Set(alerts.map(({ name, severity }) => `${name} ${severity}`))].sort();
}

function rulesOf(group: Group, alerts: readonly Alert[] = GROUPS[group]): object {
  return { groups: [ruleGroup(group, 'shop', alerts)] };
}

function ruleTest({ alert, state, series, fires, at = DEFAULT_AT_MINUTES, component }: AlertCase, group: Group): RuleTest {
  return {
    name: `${group}: ${alert}: ${state}`,
    series,
    at,
    query: `group by (severity, component, system) (ALERTS{alertname="${alert}", alertstate="firing"})`,
    expected: fires.map((severity) => `{severity="${severity}", component="${component ?? CASES[group].component}", system="shop"}`),
  };
}

/** The cases of each alert of a group, with the rules of this alert: no rule uses the result of another one. */
function testsOf(group: Group): RuleTests[] {
  const { cases } = CASES[group];
  return [...new Set(cases.map(({ alert }) => alert))].map((alert) => ({
    rules: rulesOf(
      group,
      GROUPS[group].filter(({ name }) => name === alert),
    ),
    tests: cases.filter((each) => each.alert === alert).map((each) => ruleTest(each, group)),
  }));
}

describe.each(NAMES)('alerts of %s', (group) => {
  const { cases } = CASES[group];

  test('have cases in which each of them fires at each level', () => {
    const fired = cases.flatMap(({ alert, fires }) => fires.map((severity) => `${alert} ${severity}`));
    expect([...new Set(fired)].sort()).toEqual(levels(GROUPS[group]));
  });

  test('have a case for each in which it does not fire', () => {
    const quiet = new Set(cases.filter(({ fires }) => fires.length === 0).map(({ alert }) => alert));
    expect(GROUPS[group].map(({ name }) => name).filter((name) => !quiet.has(name))).toEqual([]);
  });

  test('have a summary, a description and a runbook', () => {
    for (const { summary, description, runbook } of GROUPS[group]) {
      for (const text of [summary, description, runbook]) expect(text).toMatch(/^\S.{10,}\S$/s);
      expect(summary.length).toBeLessThan(100);
    }
  });
});

test('rules use exactly the metrics that exporters expose', () => {
  const used = NAMES.flatMap((group) => GROUPS[group].flatMap(({ expr }) => expr.match(/[a-zA-Z_]\w*(?=\{)/g) ?? []));
  const exposed = Object.values(METRICS).flatMap(({ names }) => names);
  expect([...new Set(used)].sort()).toEqual([...exposed].sort());
});

judged('promtool', () => {
  test('accepts every rule', () => {
    expect(refusedRules(Object.fromEntries(NAMES.map((group) => [group, rulesOf(group)])))).toBe('');
  });

  test('evaluates each alert to fire in the cases that expect it, and in no others', () => {
    // A case takes about 75 ms: `npm test` evaluates the first alert of each group, `npm run test:all` all of them.
    expect(failedTests(NAMES.flatMap((group) => inScope(testsOf(group), (_tests, index) => index === 0)))).toBe('');
  });

  test('reports a rule that does not fire', () => {
    const expected = ['{severity="critical", component="api", system="shop"}'];
    const quiet = { name: 'quiet', series: {}, at: 10, query: 'group by (severity, component, system) (ALERTS)', expected };
    expect(failedTests([{ rules: rulesOf('service'), tests: [quiet] }])).toContain('quiet');
  });

  test('rejects a rule that Prometheus cannot parse', () => {
    expect(refusedRules({ broken: { groups: [{ name: 'broken', rules: [{ alert: 'Broken', expr: 'sum(' }] }] } })).toContain('parse');
  });
});

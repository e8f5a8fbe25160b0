import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { MetricsSource } from '../../lib/kubernetes/alerts/metrics';
import { measuredAlerts } from '../../lib/kubernetes/alerts/monitoring';
import type { PodMonitorSpec } from '../../lib/kubernetes/custom-resources/pod-monitor';
import type { PrometheusRuleSpec } from '../../lib/kubernetes/custom-resources/prometheus-rule';
import type { ManifestObjects } from '../../lib/kubernetes/manifests/manifests';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { SYSTEMS } from '../../tiers';
import { database } from '../support/blueprints';
import { judged } from '../support/judges';
import { modelViolations } from '../support/manifest-judges';
import { refusedRules } from '../support/promtool';
import { inScope } from '../support/scope';
import { chartsFor } from '../support/synthesized';

interface Monitoring {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: unknown;
}

const FORMS = [
  { platform: 'kubernetes', dataStores: 'statefulset' },
  { platform: 'kubernetes', dataStores: 'operator' },
  { platform: 'kubernetes', entry: 'ingress' },
  { platform: 'eks' },
] as const;

/** The largest tier of a system has all of its components; the smallest one the fewest. */
const TIERS = inScope(
  SYSTEMS.flatMap(({ id, tiers }) =>
    tiers.map((tier, index) => ({ system: id, tier: tier.id, isOuter: index % (tiers.length - 1) === 0 })),
  ),
  ({ isOuter }) => isOuter,
).map(({ system, tier }) => ({ system, tier }));

const RENDERED = TIERS.flatMap((tier) =>
  FORMS.map((form) => ({ name: [...Object.values(tier), ...Object.values(form)].join('-'), ...tier, ...form })),
).map(({ name, ...request }) => ({ name, request, objects: monitoring(request) }));

function monitoring(request: Readonly<Record<string, unknown>>): readonly Monitoring[] {
  return monitoringIn(chartsFor(blueprintFor(request)));
}

function monitoringIn(files: readonly ManifestObjects[]): readonly Monitoring[] {
  const file = files.find(({ path }) => path === '70-monitoring.yaml');
  return (file?.objects ?? []) as readonly object[] as readonly Monitoring[];
}

function specs<Spec>(objects: readonly Monitoring[], kind: string): readonly Spec[] {
  return objects.filter((object) => object.kind === kind).map(({ spec }) => spec as Spec);
}

describe.each(RENDERED)('$name', ({ objects, request }) => {
  const rules = specs<PrometheusRuleSpec>(objects, 'PrometheusRule').flatMap(({ groups }) => groups.flatMap((group) => group.rules));

  judged('kubernetes-models', () => {
    test('matches the models of the Prometheus Operator', async () => {
      const text = objects.map((object) => JSON.stringify(object)).join('\n---\n');
      const { modelled, messages } = await modelViolations(parseManifests(text, '70-monitoring.yaml'));
      expect(messages).toEqual([]);
      expect([...modelled].sort()).toEqual([...new Set(objects.map(({ kind }) => kind))].sort());
    });
  });

  test('has severity, component and runbook in every rule', () => {
    for (const { labels, annotations } of rules) {
      expect(labels).toEqual({
        severity: expect.stringMatching(/^(warning|critical)$/),
        component: expect.any(String),
        system: request.system,
      });
      expect(Object.keys(annotations)).toEqual(['description', 'runbook', 'summary']);
    }
  });

  test('has rules only for components with metrics', () => {
    const measured = specs<PodMonitorSpec>(objects, 'PodMonitor').flatMap(({ podMetricsEndpoints }) =>
      podMetricsEndpoints.flatMap(({ relabelings = [] }) => relabelings.map(({ replacement }) => replacement)),
    );
    const asked = rules.flatMap(({ expr }) => [...expr.matchAll(/component="([^"]+)"/g)].map(([, component]) => component));
    expect([...new Set(asked)].filter((component) => !measured.includes(component ?? ''))).toEqual([]);
  });
});

test('a primary, its replicas and a pooler have a PodMonitor each, and each alert once', () => {
  const source = (name: string, exporter: MetricsSource['exporter']): MetricsSource => ({
    exporter,
    endpoint: { name, labels: {} },
    portName: 'metrics',
  });
  const { alarms } = blueprintFor({ system: 'assistant', tier: 'pooled' });
  const alerts = measuredAlerts(
    database({ engine: 'postgres', readReplicas: 1 }),
    [source('database', 'postgres'), source('database-replica', 'postgres'), source('database-pooler', 'pgbouncer')],
    { namespace: 'shop', alarms, platform: 'kubernetes' },
  );
  const keys = alerts.map(({ name, severity, component }) => `${name} ${severity} ${component}`);
  expect(keys).toEqual([...new Set(keys)]);
  expect(keys).toEqual(
    expect.arrayContaining([
      'MetricsMissing warning database',
      'MetricsMissing warning database-replica',
      'MetricsMissing warning database-pooler',
      'ServerDown critical database',
      'PoolerDown critical database',
    ]),
  );
});

interface Workload {
  readonly spec?: { readonly template?: { readonly spec?: { readonly containers?: readonly { readonly name: string }[] } } };
}

test.each(TIERS)('$system $tier: rules select existing containers', (tier) => {
  const files = chartsFor(blueprintFor({ ...tier, platform: 'kubernetes', dataStores: 'statefulset' }));
  const containers = files.flatMap(({ objects }) =>
    (objects as readonly Workload[]).flatMap(({ spec }) => (spec?.template?.spec?.containers ?? []).map(({ name }) => name)),
  );
  const rules = specs<PrometheusRuleSpec>(monitoringIn(files), 'PrometheusRule').flatMap(({ groups }) =>
    groups.flatMap((group) => group.rules),
  );
  const asked = rules.flatMap(({ expr }) => [...expr.matchAll(/container="([^"]+)"/g)].map(([, name]) => name));
  expect(asked.length).toBeGreaterThan(0);
  expect([...new Set(asked)].filter((name) => !containers.includes(name ?? ''))).toEqual([]);
});

judged('promtool', () => {
  test('accepts every rule of every system, tier and form', () => {
    const files = RENDERED.flatMap(({ name, objects }) =>
      specs<PrometheusRuleSpec>(objects, 'PrometheusRule').map((spec, index) => [`${name}-${index}`, spec] as const),
    );
    expect(files.length).toBeGreaterThan(RENDERED.length);
    expect(refusedRules(Object.fromEntries(files))).toBe('');
  });
});

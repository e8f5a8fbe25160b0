import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { manifestsOf } from '../../lib/kubernetes/manifests/manifests';
import type { ManifestObject } from '../../lib/manifests/manifest-object';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { at, itemsAt, objectAt, stringAt, stringsAt } from '../../lib/manifests/values';
import type { SystemInput } from '../../lib/model/inputs';
import { SYSTEMS } from '../../tiers';
import { aivaWithMariadb } from '../support/systems';

type Labels = Readonly<Record<string, string>>;

const perconaMysql = (name: string, component: string, instance: string): Labels => ({
  'app.kubernetes.io/name': name,
  'app.kubernetes.io/instance': instance,
  'app.kubernetes.io/managed-by': 'percona-server-mysql-operator',
  'app.kubernetes.io/part-of': 'percona-server',
  'app.kubernetes.io/component': component,
});

/**
 * Labels of the pods of a custom resource, regardless of the labels that the resource states. Sources, read in the repositories:
 * - percona/percona-server-mysql-operator 9adfefa: the expected labels of pkg/mysql/mysql_test.go, pkg/haproxy/haproxy_test.go and
 *   pkg/xtrabackup/xtrabackup_test.go; the first two are the same in v1.0.0, v1.1.0 and v1.2.0.
 * - mariadb-operator/mariadb-operator 8970edf: pkg/builder/labels/labels.go, which pkg/builder/pod_builder.go applies last; backup
 *   pods have only the labels of the resource (pkg/builder/batch_builder.go, BuildPhysicalBackupJob).
 * - cloudnative-pg/cloudnative-pg v1.30.0: pkg/specs/pgbouncer/deployments.go (from v1.28.0 on), pkg/specs/pods.go, whose labels
 *   `inheritedMetadata` replaces (InheritLabels in pkg/utils/labels_annotations.go).
 */
const PODS_OF: Readonly<Record<string, (object: ManifestObject) => readonly Labels[]>> = {
  PerconaServerMySQL: ({ name, raw }) => [
    perconaMysql('mysql', 'database', name),
    perconaMysql('haproxy', 'proxy', name),
    ...Object.values(objectAt(raw, 'spec', 'backup', 'storages')).map((storage) => ({
      ...stringsAt(storage, 'labels'),
      ...perconaMysql('xtrabackup', 'backup', 'cron-backup'),
      'app.kubernetes.io/part-of': 'percona-server-backup',
    })),
  ],
  MariaDB: ({ name, raw }) => [
    {
      ...stringsAt(raw, 'spec', 'podMetadata', 'labels'),
      'app.kubernetes.io/name': 'mariadb',
      'app.kubernetes.io/instance': name,
    },
  ],
  PhysicalBackup: ({ raw }) => [stringsAt(raw, 'spec', 'podMetadata', 'labels')],
  Cluster: ({ name, raw }) => [
    {
      'cnpg.io/cluster': name,
      'cnpg.io/podRole': 'instance',
      'app.kubernetes.io/name': 'postgresql',
      'app.kubernetes.io/instance': name,
      ...stringsAt(raw, 'spec', 'inheritedMetadata', 'labels'),
    },
  ],
  Pooler: ({ name, raw }) => [
    {
      ...stringsAt(raw, 'spec', 'template', 'metadata', 'labels'),
      'cnpg.io/poolerName': name,
      'cnpg.io/podRole': 'pooler',
      'app.kubernetes.io/name': 'postgresql',
      'app.kubernetes.io/instance': stringAt(raw, 'spec', 'cluster', 'name') ?? '',
      'app.kubernetes.io/component': 'pooler',
      'app.kubernetes.io/managed-by': 'cloudnative-pg',
    },
  ],
};

/** Pods that Kubernetes itself creates for an object. */
function podsOfWorkload({ apiVersion, raw }: ManifestObject): readonly Labels[] {
  if (!/^(apps|batch)\//.test(apiVersion)) return [];
  return [objectAt(raw, 'spec', 'template'), objectAt(raw, 'spec', 'jobTemplate', 'spec', 'template')]
    .map((template) => stringsAt(template, 'metadata', 'labels'))
    .filter((labels) => Object.keys(labels).length > 0);
}

/** The selectors of an object for pods of its own namespace, with their places. */
function selectorsOf({ kind, name, raw }: ManifestObject): readonly (readonly [place: string, selector: Labels])[] {
  const place = `${kind} ${name}`;
  const found: (readonly [string, Labels])[] = [];
  if (kind === 'Service') found.push([place, stringsAt(raw, 'spec', 'selector')]);
  if (kind === 'PodMonitor' || kind === 'PodDisruptionBudget') found.push([place, stringsAt(raw, 'spec', 'selector', 'matchLabels')]);
  if (kind === 'NetworkPolicy') {
    found.push([place, stringsAt(raw, 'spec', 'podSelector', 'matchLabels')]);
    for (const direction of ['ingress', 'egress'] as const) {
      for (const { value: rule } of itemsAt(raw, 'spec', direction)) {
        for (const { value: peer } of itemsAt(rule, direction === 'ingress' ? 'from' : 'to')) {
          if (at(peer, 'namespaceSelector') === undefined)
            found.push([`${place} ${direction}`, stringsAt(peer, 'podSelector', 'matchLabels')]);
        }
      }
    }
  }
  for (const section of ['', 'mysql', 'proxy.haproxy']) {
    const path = ['spec', ...section.split('.').filter((part) => part !== '')];
    for (const { value } of itemsAt(objectAt(raw, ...path), 'topologySpreadConstraints')) {
      found.push([`${place} spread`, stringsAt(value, 'labelSelector', 'matchLabels')]);
    }
  }
  return found.filter(([, selector]) => Object.keys(selector).length > 0);
}

const selects = (selector: Labels, pod: Labels) => Object.entries(selector).every(([key, value]) => pod[key] === value);

const systemOf = (id: string) => SYSTEMS.find((system) => system.id === id) as SystemInput;

const CASES: readonly (readonly [name: string, system: SystemInput, tier: string, least: number])[] = [
  ['MySQL by Percona', systemOf('aiva'), 'large', 8],
  ['MariaDB by mariadb-operator', aivaWithMariadb(), 'large', 3],
  ['PostgreSQL by CloudNativePG, with a pooler', systemOf('assistant'), 'scaled-out', 6],
];

describe.each(CASES)('%s', (_name, system, tier, least) => {
  const blueprint = blueprintFor({ system: system.id, tier, platform: 'kubernetes', dataStores: 'operator' }, { systems: [system] });
  const objects = manifestsOf(blueprint).files.flatMap(({ path, text }) => (path.endsWith('.yaml') ? parseManifests(text, path) : []));
  const operated = objects.flatMap((object) => PODS_OF[object.kind]?.(object) ?? []);
  const others = objects.flatMap(podsOfWorkload);
  const selectors = objects.flatMap(selectorsOf);

  test('every selector selects pods with the labels that the operator sets', () => {
    const without = selectors.filter(([, selector]) => ![...operated, ...others].some((pod) => selects(selector, pod)));
    expect(without).toEqual([]);
  });

  test('the pods of the operator are selected', () => {
    expect(selectors.filter(([, selector]) => operated.some((pod) => selects(selector, pod))).length).toBeGreaterThanOrEqual(least);
  });
});

import { blueprintFor } from '../../../lib/answers/blueprint-for';
import type { ResolvedComponent, ResolvedVectorStore } from '../../../lib/blueprint/resolved-component';
import type { Alert, AlertScope } from '../../../lib/kubernetes/alerts/alert';
import { backupAlerts } from '../../../lib/kubernetes/alerts/backups';
import { entryAlerts } from '../../../lib/kubernetes/alerts/entry';
import type { ExporterName } from '../../../lib/kubernetes/alerts/metrics';
import { measuredAlerts } from '../../../lib/kubernetes/alerts/monitoring';
import { nodePoolAlerts } from '../../../lib/kubernetes/alerts/node-pools';
import { scalingAlerts } from '../../../lib/kubernetes/alerts/scaling';
import { secretAlerts } from '../../../lib/kubernetes/alerts/secrets';
import { serviceAlerts } from '../../../lib/kubernetes/alerts/service';
import { storageAlerts } from '../../../lib/kubernetes/alerts/storage';
import { vectorStoreAlerts } from '../../../lib/kubernetes/alerts/vector-store';
import { workloadAlerts } from '../../../lib/kubernetes/alerts/workloads';
import { cache, database, service } from '../../support/blueprints';

/** The thresholds of AIVA, from its document. */
export const SCOPE: AlertScope = {
  namespace: 'shop',
  alarms: blueprintFor({ system: 'aiva', tier: 'large' }).alarms,
  platform: 'kubernetes',
};

/** At most four instances with one vCPU each. */
const api = service('api', { instances: { min: 2, expected: 2, max: 4 }, vcpu: 1 });

const documents: ResolvedComponent = {
  kind: 'document-store',
  id: 'documents',
  deployment: 'container',
  port: 27_017,
  vcpu: 2,
  memoryGib: 4,
  storageGib: 100,
  shards: 1,
  replicasPerShard: 2,
  backupRetentionDays: 7,
};
const vectors: ResolvedVectorStore = { kind: 'vector-store', id: 'vectors', vcpu: 2, memoryGib: 4, storageGib: 50, port: 8_000 };
const jobs: ResolvedComponent = { kind: 'queue', id: 'jobs', deployment: 'container', visibilitySeconds: 300, maxReceives: 5 };

function exported(component: ResolvedComponent, exporter: ExporterName, server?: string): readonly Alert[] {
  const source = {
    exporter,
    endpoint: { name: component.id, labels: {} },
    portName: 'metrics',
    ...(server === undefined ? {} : { server }),
  };
  return measuredAlerts(component, [source], SCOPE);
}

const mysql = database({ engine: 'mysql', readReplicas: 2, vcpu: 2 });
const mariadb = database({ engine: 'mariadb', readReplicas: 2, vcpu: 2 });
const postgres = database({ engine: 'postgres', readReplicas: 2, vcpu: 2 });

/** Every alert in every form. Each group is one file of rules. */
export const GROUPS = {
  workloads: workloadAlerts(SCOPE),
  scaling: scalingAlerts(SCOPE),
  secrets: secretAlerts(SCOPE),
  storage: storageAlerts(SCOPE),
  backups: backupAlerts(SCOPE),
  service: serviceAlerts(api, SCOPE),
  'node-pool': nodePoolAlerts('nodes', 'shop-nodes'),
  'vector-store': vectorStoreAlerts(vectors, SCOPE),
  entry: entryAlerts('entry', 'api', SCOPE),
  mysql: exported(mysql, 'mysqld'),
  'mysql-group': exported(mysql, 'mysqld-group', 'mysql'),
  mariadb: exported(mariadb, 'mysqld', 'mariadb'),
  postgres: exported(postgres, 'postgres'),
  'cloudnative-pg': exported(postgres, 'cloudnative-pg', 'postgres'),
  pgbouncer: exported(postgres, 'pgbouncer'),
  'cloudnative-pg-pooler': exported(postgres, 'cloudnative-pg-pooler'),
  redis: exported(cache({ topology: 'cluster', replicasPerShard: 1 }), 'redis'),
  mongodb: exported(documents, 'mongodb', 'mongod'),
  'redis-lists': exported(jobs, 'redis-lists'),
} as const satisfies Readonly<Record<string, readonly Alert[]>>;

export type Group = keyof typeof GROUPS;

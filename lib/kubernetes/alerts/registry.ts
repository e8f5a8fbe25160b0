import type { ResolvedComponent } from '../../blueprint/resolved-component';
import type { Alert } from './alert';
import type { ExporterName } from './metrics';
import { mongodbAlerts } from './mongodb';
import { mysqldAlerts, mysqldGroupAlerts } from './mysqld';
import { pgbouncerAlerts } from './pgbouncer';
import { postgresAlerts } from './postgres';
import { queueAlerts } from './queue';
import { redisAlerts } from './redis';
import type { Store } from './store';

/** Alert rules for the metrics of each exporter. An exporter without an entry does not compile. */
export const EXPORTER_ALERTS: { readonly [Name in ExporterName]: (store: Store) => Alert[] } = {
  mysqld: (store) => mysqldAlerts(store, ofKind(store, 'database')),
  'mysqld-group': (store) => mysqldGroupAlerts(store, ofKind(store, 'database')),
  postgres: (store) => postgresAlerts(store, ofKind(store, 'database'), 'postgres'),
  'cloudnative-pg': (store) => postgresAlerts(store, ofKind(store, 'database'), 'cloudnative-pg'),
  pgbouncer: (store) => pgbouncerAlerts(store, 'pgbouncer'),
  'cloudnative-pg-pooler': (store) => pgbouncerAlerts(store, 'cloudnative-pg-pooler'),
  redis: (store) => redisAlerts(store, ofKind(store, 'cache')),
  mongodb: (store) => mongodbAlerts(store, ofKind(store, 'document-store')),
  'redis-lists': (store) => queueAlerts(store, ofKind(store, 'queue')),
};

function ofKind<Kind extends ResolvedComponent['kind']>({ component, source }: Store, kind: Kind) {
  if (isOfKind(component, kind)) return component;
  throw new Error(`${component.id} is a ${component.kind}, and ${source.exporter} measures a ${kind}`);
}

function isOfKind<Kind extends ResolvedComponent['kind']>(
  component: ResolvedComponent,
  kind: Kind,
): component is Extract<ResolvedComponent, { readonly kind: Kind }> {
  return component.kind === kind;
}

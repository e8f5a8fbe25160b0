import type { ResolvedDocumentStore } from '../../blueprint/resolved-component';
import { MS_PER_SECOND } from '../../core/time';
import { selectorText } from '../labels';
import { type Alert, atLevels, levelOf, matching } from './alert';
import type { Store } from './store';

/** State of a member that is primary: https://www.mongodb.com/docs/manual/reference/replica-states/. */
const PRIMARY = 1;

/** Alerts about MongoDB. Metrics: Percona's mongodb_exporter. */
export function mongodbAlerts({ source, scope, labels, all }: Store, { id, replicasPerShard }: ResolvedDocumentStore): Alert[] {
  const connections = (kind: 'current' | 'available') => `mongodb_ss_connections${matching({ ...labels, conn_type: kind })}`;
  const optime = (state: string) => `mongodb_rs_members_optimeDate${matching({ ...labels, member_state: state })}`;
  const status = 'rs.status() in mongosh on any member';
  const unhealthy: Alert = {
    name: 'DocumentStoreMemberDown',
    severity: 'warning',
    component: id,
    expr: `min by (namespace, rs_nm, member_idx) (mongodb_rs_members_health${all}) == 0`,
    forMinutes: 5,
    summary: `member {{ $labels.member_idx }} of ${id} ({{ $labels.rs_nm }}) is down`,
    description: 'The other members cannot reach it. If one more member fails, the replica set may lose its majority and its primary.',
    runbook: `${status}; kubectl -n ${scope.namespace} get pods -l ${selectorText(source.endpoint.labels)} -o wide.`,
  };
  return [
    ...atLevels(levelOf(scope, 'connections', id), (level) => ({
      name: 'DocumentStoreConnectionsHigh',
      component: id,
      expr: [
        `sum without (conn_type) (${connections('current')})`,
        `/ (sum without (conn_type) (${connections('current')}) + sum without (conn_type) (${connections('available')}))`,
        `> ${level}`,
      ].join('\n'),
      summary: '{{ $labels.pod }} has few connections left',
      description: '{{ $value | humanizePercentage }} of its connections are in use.',
      runbook:
        'Run db.serverStatus().connections and db.currentOp(): either the connection pools of the services are too large, or operations wait for a lock or the disk.',
    })),
    {
      name: 'DocumentStoreWithoutPrimary',
      severity: 'critical',
      component: id,
      expr: [
        `group by (namespace, rs_nm) (mongodb_rs_members_state${all})`,
        `unless group by (namespace, rs_nm) (mongodb_rs_members_state${all} == ${PRIMARY})`,
      ].join('\n'),
      forMinutes: 2,
      summary: `{{ $labels.rs_nm }} of ${id} has no primary`,
      description: 'Writes are rejected. An election takes seconds; after two minutes it is unlikely to succeed without intervention.',
      runbook: `${status}: a majority of members must be up and able to reach each other (check network policies and the DNS of the headless Service).`,
    },
    ...(replicasPerShard > 0
      ? [
          unhealthy,
          ...atLevels(levelOf(scope, 'replication-lag', id), (level) => ({
            name: 'ReplicationLag',
            component: id,
            expr: [
              `(max by (namespace, rs_nm) (${optime('PRIMARY')}) - min by (namespace, rs_nm) (${optime('SECONDARY')})) / ${MS_PER_SECOND}`,
              `> ${level}`,
            ].join('\n'),
            summary: `a secondary of {{ $labels.rs_nm }} is more than ${level} s behind`,
            description:
              'The secondary is {{ $value | humanizeDuration }} behind the primary. Writes with majority write concern may wait for it.',
            runbook:
              'Run rs.printSecondaryReplicationInfo(). The usual causes are a slow disk, an index build or an oplog that is too small for a restart.',
          })),
        ]
      : []),
  ];
}

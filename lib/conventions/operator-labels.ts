/** Labels of pods. */
type Labels = Readonly<Record<string, string>>;

const NAME = 'app.kubernetes.io/name';
const INSTANCE = 'app.kubernetes.io/instance';
const COMPONENT = 'app.kubernetes.io/component';
const MANAGED_BY = 'app.kubernetes.io/managed-by';
const PART_OF = 'app.kubernetes.io/part-of';

const PERCONA_MYSQL_COMPONENTS = { mysql: 'database', haproxy: 'proxy', router: 'proxy', orchestrator: 'orchestrator' } as const;

/** Pods of the Percona Operator for MySQL, by the label `app.kubernetes.io/name`. */
export type PerconaMysqlPods = keyof typeof PERCONA_MYSQL_COMPONENTS;

/**
 * Labels that the Percona Operator for MySQL sets on pods of a `PerconaServerMySQL`; they replace those of the resource. Selectors
 * of the operator are these labels. Source: percona/percona-server-mysql-operator, `Labels` in pkg/mysql/mysql.go and
 * pkg/naming/kubernetes.go; the same in v1.0.0, v1.1.0, v1.2.0 and commit 9adfefa (1.3.0).
 */
export function perconaMysqlLabels(resource: string, pods: PerconaMysqlPods): Labels {
  return {
    [COMPONENT]: PERCONA_MYSQL_COMPONENTS[pods],
    [INSTANCE]: resource,
    [MANAGED_BY]: 'percona-server-mysql-operator',
    [NAME]: pods,
    [PART_OF]: 'percona-server',
  };
}

/**
 * Labels that mariadb-operator sets on servers and jobs of a `MariaDB`; they replace those of the resource. Source:
 * mariadb-operator/mariadb-operator, pkg/builder/labels/labels.go and pkg/builder/pod_builder.go, commit 8970edf (v26).
 */
export function mariadbLabels(resource: string, pods: 'mariadb' | 'maxscale' = 'mariadb'): Labels {
  return { [INSTANCE]: resource, [NAME]: pods };
}

/**
 * Labels that CloudNativePG selects the pods of a `Pooler` by. Source: cloudnative-pg/cloudnative-pg,
 * pkg/specs/pgbouncer/deployments.go, the same from v1.26.0 to v1.30.0.
 */
export function cloudnativePgPoolerLabels(pooler: string): Labels {
  return { 'cnpg.io/poolerName': pooler };
}

/**
 * All labels that CloudNativePG sets on the pods of a `Pooler`; from 1.28 on they replace those of its template. Source:
 * cloudnative-pg/cloudnative-pg, pkg/specs/pgbouncer/deployments.go, v1.28.0 to v1.30.0.
 */
export function cloudnativePgPoolerPodLabels(pooler: string, cluster: string): Labels {
  return {
    ...cloudnativePgPoolerLabels(pooler),
    'cnpg.io/cluster': cluster,
    'cnpg.io/podRole': 'pooler',
    [COMPONENT]: 'pooler',
    [INSTANCE]: cluster,
    [MANAGED_BY]: 'cloudnative-pg',
    [NAME]: 'postgresql',
  };
}

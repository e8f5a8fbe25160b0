/** An operator, with facts that its custom resource definitions do not contain. */
export interface Operator {
  /** API groups of its kinds. */
  readonly groups: readonly string[];
  /** The project on GitHub, which publishes the definitions with each release. */
  readonly url: string;
  /** The oldest release that was read: the oldest that the generated manifests support, or the last tag before it where it is not released yet. */
  readonly minimum: string;
  /** The newest release that was read: the main branch of July or August 2026, named by the release before or after it. */
  readonly newest: string;
  /** Kinds that are in no namespace. Checked where an input is a whole definition, which has `spec.scope`. */
  readonly clusterWide?: readonly string[];
  /** Kinds of which the operator makes pods and other objects. Source: the documentation of the operator. */
  readonly makesPods?: readonly string[];
  /**
   * Kinds that do something useful without a `spec`. Of all others `spec` is required here, also where the definition
   * doesn't say so because the operator's Go type has it by value. Source: the documentation of the operator.
   */
  readonly worksWithoutSpec?: readonly string[];
  /** Whether a webhook of the operator sets fields of its objects, so that the API server validates other ones than were written. Source: the MutatingWebhookConfiguration of the operator. */
  readonly mutatesObjects?: true;
}

/** Month in which the definitions were read. */
export const READ_IN = '2026-11';

/** Operators of the kinds that manifests use here. A kind of another group is an error. */
export const OPERATORS: readonly Operator[] = [
  {
    groups: ['postgresql.cnpg.io'],
    url: github('cloudnative-pg/cloudnative-pg'),
    minimum: '1.27.0',
    newest: '1.30.0',
    makesPods: ['Cluster', 'Pooler'],
    mutatesObjects: true,
  },
  { groups: ['barmancloud.cnpg.io'], url: github('cloudnative-pg/plugin-barman-cloud'), minimum: '0.11.0', newest: '0.14.0' },
  {
    groups: ['ps.percona.com'],
    url: github('percona/percona-server-mysql-operator'),
    minimum: '1.2.0',
    newest: '1.3.0 (main branch of August 2026)',
    makesPods: ['PerconaServerMySQL'],
  },
  {
    groups: ['psmdb.percona.com'],
    url: github('percona/percona-server-mongodb-operator'),
    minimum: '1.22.0',
    newest: '1.23.0 (main branch)',
    makesPods: ['PerconaServerMongoDB'],
  },
  {
    groups: ['k8s.mariadb.com'],
    url: github('mariadb-operator/mariadb-operator'),
    minimum: '26.3.0',
    newest: '26.6.0',
    makesPods: ['MariaDB', 'MaxScale', 'PhysicalBackup'],
  },
  {
    groups: ['karpenter.sh', 'karpenter.k8s.aws'],
    url: github('aws/karpenter-provider-aws'),
    minimum: '1.0.0',
    newest: '1.14.1',
    clusterWide: ['EC2NodeClass', 'NodePool'],
  },
  {
    groups: ['cert-manager.io'],
    url: github('cert-manager/cert-manager'),
    minimum: '1.12.0',
    newest: '1.21.1',
    clusterWide: ['ClusterIssuer'],
  },
  {
    groups: ['autoscaling.k8s.io'],
    url: `${github('kubernetes/autoscaler')}/tree/master/vertical-pod-autoscaler`,
    minimum: '1.0.0',
    newest: '1.7.1',
  },
  { groups: ['keda.sh'], url: github('kedacore/keda'), minimum: '2.13.0', newest: '2.20.2' },
  {
    groups: ['external-secrets.io'],
    url: github('external-secrets/external-secrets'),
    minimum: '0.16.0',
    newest: '2.9.0',
    clusterWide: ['ClusterSecretStore'],
  },
  {
    groups: ['gateway.networking.k8s.io'],
    url: github('kubernetes-sigs/gateway-api'),
    minimum: '1.1.0',
    newest: '1.6.1',
    clusterWide: ['GatewayClass'],
  },
  {
    groups: ['gateway.k8s.aws'],
    url: github('kubernetes-sigs/aws-load-balancer-controller'),
    minimum: '2.14.0',
    newest: '3.5.0',
    worksWithoutSpec: ['LoadBalancerConfiguration'],
  },
  { groups: ['snapscheduler.backube'], url: github('backube/snapscheduler'), minimum: '3.4.0', newest: '3.5.0' },
  { groups: ['monitoring.coreos.com'], url: github('prometheus-operator/prometheus-operator'), minimum: '0.65.0', newest: '0.93.0' },
  {
    groups: ['rabbitmq.com'],
    url: github('rabbitmq/cluster-operator'),
    minimum: '2.0.0',
    newest: '2.22.3',
    makesPods: ['RabbitmqCluster'],
    worksWithoutSpec: ['RabbitmqCluster'],
  },
];

/** The operator of a kind such as `karpenter.sh/v1/NodePool`. Throws for a group that is in no row. */
export function operatorOf(key: string): Operator {
  const group = key.split('/')[0] ?? '';
  const found = OPERATORS.find(({ groups }) => groups.includes(group));
  if (found === undefined) throw new Error(`${key}: add the operator of ${group} to scripts/custom-resources/operators.ts`);
  return found;
}

function github(project: string): string {
  return `https://github.com/${project}`;
}

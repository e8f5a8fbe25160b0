/** Subjects that have no charge, by id; `output` words them. */
export type NoCharge =
  | 'accounts'
  | 'api-keys'
  | 'api-settings'
  | 'app-metadata'
  | 'broker-requests'
  | 'broker-settings'
  | 'budgets'
  | 'cache-settings'
  | 'cache-users'
  | 'certificates'
  | 'cluster-addresses'
  | 'copied-secrets'
  | 'cost-reports'
  | 'database-settings'
  | 'deployments'
  | 'device-settings'
  | 'distribution-policies'
  | 'empty-rule-groups'
  | 'empty-scaling-groups'
  | 'gateway-endpoints'
  | 'identities'
  | 'identity-pools'
  | 'key-pairs'
  | 'kind-definitions'
  | 'leases'
  | 'messages'
  | 'namespaces'
  | 'network-firewall-rules'
  | 'network-policies'
  | 'networks'
  | 'node-disks'
  | 'notifications'
  | 'permissions'
  | 'placement'
  | 'public-certificates'
  | 'rbac'
  | 'registry-settings'
  | 'resource-groups'
  | 'routes'
  | 'saved-queries'
  | 'scaling'
  | 'scheduler-settings'
  | 'secret-link'
  | 'service-addresses'
  | 'service-mesh'
  | 'service-names'
  | 'settings'
  | 'standard-parameters'
  | 'systems-manager-documents'
  | 'task-set-choice'
  | 'tasks-outside-aws'
  | 'trace-settings';

/** Lines that contain the cost of a resource, by id; `output` words them. */
export type BilledAs =
  | 'add-on-tasks'
  | 'address'
  | 'api-requests'
  | 'attached-load-balancer'
  | 'attachments'
  | 'auto-scaling-group'
  | 'backup-vault'
  | 'bound-volume'
  | 'called-pods'
  | 'catalog-api-calls'
  | 'claimed-volumes'
  | 'cluster-capacity'
  | 'cluster-instances'
  | 'consumer-endpoints'
  | 'database-cluster'
  | 'database-server'
  | 'distribution'
  | 'endpoint-traffic'
  | 'file-system'
  | 'firewall'
  | 'function'
  | 'functions'
  | 'gateway-traffic'
  | 'group-instances'
  | 'hosted-zone'
  | 'key'
  | 'launched-instances'
  | 'linked-capacity'
  | 'load-balancer'
  | 'log-destination'
  | 'log-group'
  | 'log-group-ingestion'
  | 'metric-filter'
  | 'monitoring-pods'
  | 'nodes-of-chart'
  | 'nodes-of-objects'
  | 'nodes-of-pods'
  | 'own-nodes'
  | 'owner'
  | 'owning-resource'
  | 'pool-nodes'
  | 'pool-users'
  | 'proxy'
  | 'public-addresses'
  | 'resolver-endpoints'
  | 'rotation-function'
  | 'rule-targets'
  | 'scaled-pods'
  | 'scaling-alarms'
  | 'scaling-policies'
  | 'service-tasks'
  | 'state-machine-executions'
  | 'stated-requests'
  | 'stored-backups'
  | 'topic-messages'
  | 'volume'
  | 'volume-snapshots'
  | 'vpn-connections';

/** Activities of resources that exist for deployments only, by id; `output` words them. */
export type DeploymentActivity =
  | 'custom-resource'
  | 'function'
  | 'function-on-deletion'
  | 'function-on-deployment'
  | 'macro'
  | 'wait-condition';

/** Why a resource or object costs nothing itself: data for code, which `output` words. */
export type FreeReason =
  /** Its service has no charge for it. */
  | {
      readonly kind: 'no-charge';
      /** Subject that the service has no charge for. */
      readonly of: NoCharge;
    }
  /** Other lines contain its cost. */
  | {
      readonly kind: 'billed-elsewhere';
      /** Line that contains the cost. */
      readonly as: BilledAs;
    }
  /** It is active only while the stack is deployed or deleted. */
  | {
      readonly kind: 'deployment-only';
      /** Activity during which the resource is in use. */
      readonly activity: DeploymentActivity;
    }
  /** The resources of a nested stack are lines of its template, which has this file name. */
  | {
      readonly kind: 'billed-in-template';
      /** File name of the template. */
      readonly template: string;
    }
  /** Tasks run on Auto Scaling groups or capacity providers with these names; none: on instances of the cluster. */
  | {
      readonly kind: 'billed-as-capacity';
      /** Names of the Auto Scaling groups or capacity providers. Empty: instances of the cluster. */
      readonly capacity: readonly string[];
    }
  /** The pods of the controller of an Ingress class serve it. */
  | {
      readonly kind: 'served-by-controller';
      /** Class of the object, whose controller serves it on nodes that are billed. */
      readonly className: string;
    }
  /** It uses the load balancer of another Ingress of its group. */
  | {
      readonly kind: 'shared-load-balancer';
      /** Ingress whose line contains the load balancer. */
      readonly ingress: string;
    };

/** Kinds of reasons why a line is free. */
export const FREE_REASON_KINDS = [
  'no-charge',
  'billed-elsewhere',
  'deployment-only',
  'billed-in-template',
  'billed-as-capacity',
  'served-by-controller',
  'shared-load-balancer',
] as const satisfies readonly FreeReason['kind'][];

/** The reason of a resource that its service has no charge for. */
export function noCharge(of: NoCharge): FreeReason {
  return { kind: 'no-charge', of };
}

/** The reason of a resource whose cost is contained in other lines. */
export function billedAs(as: BilledAs): FreeReason {
  return { kind: 'billed-elsewhere', as };
}

/** The reason of a resource that is active only while the stack is deployed or deleted. */
export function atDeployment(activity: DeploymentActivity): FreeReason {
  return { kind: 'deployment-only', activity };
}

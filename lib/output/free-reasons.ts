import type { BilledAs, DeploymentActivity, FreeReason, NoCharge } from '../core/free-reason';

const NO_CHARGE: Readonly<Record<NoCharge, string>> = {
  accounts: 'accounts and their organization have no charge',
  'api-keys': 'keys, names and plans of an API have no charge',
  'api-settings': 'settings of an API have no charge',
  'app-metadata': 'describes the app, and is not a resource of AWS',
  'broker-requests': 'a broker in the cluster takes no fee for requests',
  'broker-settings': 'settings of brokers have no charge',
  budgets: 'a budget has no charge; its actions have',
  'cache-settings': 'settings of caches have no charge',
  'cache-users': 'users of caches have no charge',
  certificates: 'stored as a Secret of the cluster',
  'cluster-addresses': 'a name and an address inside the cluster',
  'copied-secrets': 'copies a secret into the cluster; the secret store is not in the manifests',
  'cost-reports': 'reports and monitors of cost have no charge',
  'database-settings': 'settings of databases have no charge',
  deployments: 'deployments to EC2 instances, ECS tasks and Lambda functions have no charge',
  'device-settings': 'certificates, policies and groups of devices have no charge',
  'distribution-policies': 'policies, headers and identities of a distribution have no charge',
  'empty-rule-groups': 'a group without rules has no charge',
  'empty-scaling-groups': 'starts no instance: its maximum size is 0',
  'gateway-endpoints': 'gateway endpoints have no charge',
  identities: 'identities and permissions have no charge',
  'identity-pools': 'identity pools have no charge',
  'key-pairs': 'key pairs have no charge',
  'kind-definitions': 'defines a kind of objects',
  leases: 'records the leader of an election',
  messages: 'a message',
  namespaces: 'groups objects by name',
  'network-firewall-rules': 'firewall rules of a network have no charge',
  'network-policies': 'enforced by the network of the cluster',
  networks: 'networks have no charge',
  'node-disks': 'stored on a disk of its node',
  notifications: 'notifications have no charge of their own',
  permissions: 'permissions have no charge',
  placement: 'placement has no charge',
  'public-certificates': 'public certificates have no charge',
  rbac: 'RBAC has no charge',
  'registry-settings': 'settings of a registry have no charge',
  'resource-groups': 'groups of resources have no charge',
  routes: 'routes have no charge',
  'saved-queries': 'saved queries have no charge until they run',
  scaling: 'scaling has no charge',
  'scheduler-settings': 'configures the scheduler',
  'secret-link': 'links a secret to its database',
  'service-addresses': 'addresses of a Service',
  'service-mesh': 'the service mesh has no charge; its proxies run in tasks that are billed',
  'service-names': 'names of services that ECS registers have no charge',
  settings: 'settings have no charge',
  'standard-parameters': 'standard parameters have no charge',
  'systems-manager-documents': 'documents and associations on EC2 have no charge',
  'task-set-choice': 'states which tasks of a service are in use',
  'tasks-outside-aws': 'runs on servers outside of AWS',
  'trace-settings': 'settings of traces have no charge',
};

const BILLED_AS: Readonly<Record<BilledAs, string>> = {
  'add-on-tasks': 'billed as the tasks that it runs',
  address: 'billed as the address',
  'api-requests': 'billed as the requests of its API',
  'catalog-api-calls': 'billed as the API calls to its catalog',
  'attached-load-balancer': 'billed as the load balancer that it is attached to',
  attachments: 'billed by its attachments',
  'auto-scaling-group': 'billed as the instances of its Auto Scaling group',
  'backup-vault': 'plans have no charge; the stored backups are billed by the vault',
  'bound-volume': 'billed as the volume that it is bound to',
  'called-pods': 'calls pods, which are billed as nodes',
  'claimed-volumes': 'billed as the volumes of its claims',
  'cluster-capacity': 'a cluster has no charge; its instances and tasks are billed',
  'cluster-instances': 'runs on the instances of its cluster, which are priced separately',
  'consumer-endpoints': 'billed as the endpoints of its consumers, and as its load balancer',
  'database-cluster': 'a database inside a cluster that is billed',
  'database-server': 'a database inside a server that is billed',
  distribution: 'billed as the distribution',
  'endpoint-traffic': 'the endpoint has no charge; its traffic is billed as data transfer',
  'file-system': 'billed as the file system',
  firewall: 'billed as the firewall',
  function: 'billed as the function',
  functions: 'billed as the functions that use it',
  'gateway-traffic': 'the gateway has no charge; its traffic is billed as data transfer',
  'group-instances': 'billed as the instances of its group',
  'hosted-zone': 'billed as the hosted zone',
  key: 'another name of a key, which is billed',
  'launched-instances': 'billed as the instances that are launched from it',
  'linked-capacity': 'links a cluster to its capacity, which is billed',
  'load-balancer': 'billed as the load balancer',
  'log-destination': 'billed as its destination',
  'log-group': 'billed as lines of the log group',
  'log-group-ingestion': 'billed as ingestion of the log group that it writes to',
  'metric-filter': 'writes to the metrics of another filter, which are billed there',
  'monitoring-pods': 'read by the monitoring of the cluster, whose pods are billed',
  'nodes-of-chart': 'its pods run on nodes, which are billed',
  'nodes-of-objects': 'objects have no charge; their pods run on nodes, which are billed',
  'nodes-of-pods': 'billed as the nodes that its pods run on',
  'own-nodes': 'billed as its nodes',
  owner: 'created by its owner, which is billed',
  'owning-resource': 'billed as the resource that it belongs to',
  'pool-nodes': 'billed as the nodes of its pools',
  'pool-users': 'billed as the users of its pool',
  proxy: 'billed as the proxy',
  'public-addresses': 'network interfaces have no charge; their public addresses are resources',
  'resolver-endpoints': 'billed as its endpoints',
  'rotation-function': 'a schedule; the function that rotates is a resource of its own',
  'rule-targets': 'rules, schedules and events of AWS services have no charge; their targets are billed',
  'scaled-pods': 'billed as the pods that it scales',
  'scaling-alarms': 'scaling has no charge; the alarms that start it are resources',
  'scaling-policies': 'scaling has no charge; its policies are resources',
  'service-tasks': 'billed as the tasks of the services that run it',
  'state-machine-executions': 'billed as the executions of the state machine',
  'stated-requests': 'changes requests of pods, which are estimated as the manifests state them',
  'stored-backups': 'a schedule or its record; the stored objects are usage of object storage',
  'topic-messages': 'billed as the messages that are published to the topic',
  volume: 'billed as the volume',
  'volume-snapshots': 'the schedule has no charge; its snapshots are billed with their volume',
  'vpn-connections': 'billed by its connections',
};

const ACTIVITIES: Readonly<Record<DeploymentActivity, string>> = {
  'custom-resource': 'runs a function when it is deployed, whose role allows nothing that creates a resource with a charge',
  function: 'runs only while the stack is deployed',
  'function-on-deletion': 'runs a function when it is deleted; the function is a resource of its own',
  'function-on-deployment': 'runs a function when it is deployed; the function is a resource of its own',
  macro: 'expands a template while it is deployed',
  'wait-condition': 'waits for a deployment',
};

/** Why a resource or object costs nothing itself. */
export function freeReasonText(reason: FreeReason): string {
  switch (reason.kind) {
    case 'no-charge':
      return NO_CHARGE[reason.of];
    case 'billed-elsewhere':
      return BILLED_AS[reason.as];
    case 'deployment-only':
      return ACTIVITIES[reason.activity];
    case 'billed-in-template':
      return `its resources are billed in ${reason.template}`;
    case 'billed-as-capacity':
      return `runs on ${capacityText(reason.capacity)}, billed there`;
    case 'served-by-controller':
      return `served by the pods of the controller of class ${reason.className}, and by the Service in front of them`;
    case 'shared-load-balancer':
      return `shares the load balancer of ${reason.ingress}, which is in the same group`;
  }
}

function capacityText(names: readonly string[]): string {
  return names.length === 0 ? 'the instances of its cluster' : `the capacity of ${names.join(' and ')}`;
}

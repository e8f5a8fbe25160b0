const RIGHTS = 'RBAC has no charge';
const SETTINGS = 'settings have no charge';
const SCALING = 'billed as the pods that it scales';
const ROUTING = 'billed as the load balancer that it is attached to';
const MONITORING = 'read by the monitoring of the cluster, whose pods are billed';
const SCHEDULING = 'configures the scheduler';
const DEFINITION = 'defines a kind of objects';
const SECRETS = 'copies a secret into the cluster; the secret store is not in the manifests';
const BACKUP = 'a schedule or its record; the stored objects are usage of object storage';

/** Kinds of objects that cost nothing themselves, each with the reason: group and kind, the core group being empty. */
export const FREE_KINDS: Readonly<Record<string, string>> = {
  // Kubernetes.
  '/Namespace': 'groups objects by name',
  '/ConfigMap': SETTINGS,
  '/Secret': SETTINGS,
  '/ServiceAccount': RIGHTS,
  '/Endpoints': 'addresses of a Service',
  '/Event': 'a message',
  '/LimitRange': SETTINGS,
  '/ResourceQuota': SETTINGS,
  '/PodTemplate': SETTINGS,
  'discovery.k8s.io/EndpointSlice': 'addresses of a Service',
  'rbac.authorization.k8s.io/Role': RIGHTS,
  'rbac.authorization.k8s.io/RoleBinding': RIGHTS,
  'rbac.authorization.k8s.io/ClusterRole': RIGHTS,
  'rbac.authorization.k8s.io/ClusterRoleBinding': RIGHTS,
  'autoscaling/HorizontalPodAutoscaler': SCALING,
  'autoscaling.k8s.io/VerticalPodAutoscaler': 'changes requests of pods, which are estimated as the manifests state them',
  'policy/PodDisruptionBudget': SCHEDULING,
  'policy/PodSecurityPolicy': RIGHTS,
  'scheduling.k8s.io/PriorityClass': SCHEDULING,
  'node.k8s.io/RuntimeClass': SCHEDULING,
  'networking.k8s.io/NetworkPolicy': 'enforced by the network of the cluster',
  'networking.k8s.io/IngressClass': SETTINGS,
  'storage.k8s.io/StorageClass': 'billed as the volumes of its claims',
  'storage.k8s.io/CSIDriver': SETTINGS,
  'storage.k8s.io/VolumeAttributesClass': SETTINGS,
  'snapshot.storage.k8s.io/VolumeSnapshotClass': SETTINGS,
  'apiextensions.k8s.io/CustomResourceDefinition': DEFINITION,
  'apiregistration.k8s.io/APIService': DEFINITION,
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': 'calls pods, which are billed as nodes',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': 'calls pods, which are billed as nodes',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy': RIGHTS,
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding': RIGHTS,
  'certificates.k8s.io/CertificateSigningRequest': RIGHTS,
  'coordination.k8s.io/Lease': 'records the leader of an election',

  // Gateway API and the AWS Load Balancer Controller.
  'gateway.networking.k8s.io/GatewayClass': SETTINGS,
  'gateway.networking.k8s.io/HTTPRoute': ROUTING,
  'gateway.networking.k8s.io/GRPCRoute': ROUTING,
  'gateway.networking.k8s.io/TCPRoute': ROUTING,
  'gateway.networking.k8s.io/UDPRoute': ROUTING,
  'gateway.networking.k8s.io/TLSRoute': ROUTING,
  'gateway.networking.k8s.io/ReferenceGrant': RIGHTS,
  'gateway.networking.k8s.io/BackendTLSPolicy': SETTINGS,
  'gateway.k8s.aws/LoadBalancerConfiguration': SETTINGS,
  'gateway.k8s.aws/TargetGroupConfiguration': SETTINGS,
  'gateway.k8s.aws/ListenerRuleConfiguration': SETTINGS,
  'elbv2.k8s.aws/TargetGroupBinding': SETTINGS,
  'elbv2.k8s.aws/IngressClassParams': SETTINGS,

  // Karpenter and KEDA.
  'karpenter.k8s.aws/EC2NodeClass': 'billed as the nodes of its pools',
  'keda.sh/ScaledObject': SCALING,
  'keda.sh/TriggerAuthentication': RIGHTS,
  'keda.sh/ClusterTriggerAuthentication': RIGHTS,

  // Monitoring.
  'monitoring.coreos.com/ServiceMonitor': MONITORING,
  'monitoring.coreos.com/PodMonitor': MONITORING,
  'monitoring.coreos.com/Probe': MONITORING,
  'monitoring.coreos.com/PrometheusRule': MONITORING,
  'monitoring.coreos.com/AlertmanagerConfig': MONITORING,

  // Secrets and certificates.
  'external-secrets.io/ExternalSecret': SECRETS,
  'external-secrets.io/ClusterExternalSecret': SECRETS,
  'external-secrets.io/SecretStore': SECRETS,
  'external-secrets.io/ClusterSecretStore': SECRETS,
  'external-secrets.io/PushSecret': SECRETS,
  'generators.external-secrets.io/Password': SECRETS,
  'bitnami.com/SealedSecret': SECRETS,
  'cert-manager.io/Certificate': 'stored as a Secret of the cluster',
  'cert-manager.io/Issuer': SETTINGS,
  'cert-manager.io/ClusterIssuer': SETTINGS,

  // Data stores: configuration of their operators.
  'postgresql.cnpg.io/Backup': BACKUP,
  'postgresql.cnpg.io/ScheduledBackup': BACKUP,
  'postgresql.cnpg.io/Database': 'a database inside a cluster that is billed',
  'postgresql.cnpg.io/ImageCatalog': SETTINGS,
  'barmancloud.cnpg.io/ObjectStore': BACKUP,
  'psmdb.percona.com/PerconaServerMongoDBBackup': BACKUP,
  'psmdb.percona.com/PerconaServerMongoDBRestore': BACKUP,
  'pxc.percona.com/PerconaXtraDBClusterBackup': BACKUP,
  'ps.percona.com/PerconaServerMySQLBackup': BACKUP,
  'ps.percona.com/PerconaServerMySQLRestore': BACKUP,
  'k8s.mariadb.com/Backup': BACKUP,
  'k8s.mariadb.com/PhysicalBackup': BACKUP,
  'k8s.mariadb.com/Database': 'a database inside a server that is billed',
  'k8s.mariadb.com/User': RIGHTS,
  'k8s.mariadb.com/Grant': RIGHTS,
  'k8s.mariadb.com/Connection': SETTINGS,

  // Networks.
  'cilium.io/CiliumNetworkPolicy': 'enforced by the network of the cluster',
  'crd.projectcalico.org/NetworkPolicy': 'enforced by the network of the cluster',
};

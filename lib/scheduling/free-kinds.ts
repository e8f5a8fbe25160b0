import { billedAs, type FreeReason, noCharge } from '../core/free-reason';

const RIGHTS = noCharge('rbac');
const SETTINGS = noCharge('settings');
const SCALING = billedAs('scaled-pods');
const ROUTING = billedAs('attached-load-balancer');
const MONITORING = billedAs('monitoring-pods');
const SCHEDULING = noCharge('scheduler-settings');
const DEFINITION = noCharge('kind-definitions');
const SECRETS = noCharge('copied-secrets');
const BACKUP = billedAs('stored-backups');

/** Kinds of objects that cost nothing themselves, each with the reason: group and kind, the core group being empty. */
export const FREE_KINDS: Readonly<Record<string, FreeReason>> = {
  // Kubernetes.
  '/Namespace': noCharge('namespaces'),
  '/ConfigMap': SETTINGS,
  '/Secret': SETTINGS,
  '/ServiceAccount': RIGHTS,
  '/Endpoints': noCharge('service-addresses'),
  '/Event': noCharge('messages'),
  '/LimitRange': SETTINGS,
  '/ResourceQuota': SETTINGS,
  '/PodTemplate': SETTINGS,
  'discovery.k8s.io/EndpointSlice': noCharge('service-addresses'),
  'rbac.authorization.k8s.io/Role': RIGHTS,
  'rbac.authorization.k8s.io/RoleBinding': RIGHTS,
  'rbac.authorization.k8s.io/ClusterRole': RIGHTS,
  'rbac.authorization.k8s.io/ClusterRoleBinding': RIGHTS,
  'autoscaling/HorizontalPodAutoscaler': SCALING,
  'policy/PodDisruptionBudget': SCHEDULING,
  'policy/PodSecurityPolicy': RIGHTS,
  'scheduling.k8s.io/PriorityClass': SCHEDULING,
  'node.k8s.io/RuntimeClass': SCHEDULING,
  'networking.k8s.io/NetworkPolicy': noCharge('network-policies'),
  'networking.k8s.io/IngressClass': SETTINGS,
  'storage.k8s.io/StorageClass': billedAs('claimed-volumes'),
  'storage.k8s.io/CSIDriver': SETTINGS,
  'storage.k8s.io/VolumeAttributesClass': SETTINGS,
  'snapshot.storage.k8s.io/VolumeSnapshotClass': SETTINGS,
  'apiextensions.k8s.io/CustomResourceDefinition': DEFINITION,
  'apiregistration.k8s.io/APIService': DEFINITION,
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': billedAs('called-pods'),
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': billedAs('called-pods'),
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy': RIGHTS,
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding': RIGHTS,
  'certificates.k8s.io/CertificateSigningRequest': RIGHTS,
  'coordination.k8s.io/Lease': noCharge('leases'),
  '/Binding': SCHEDULING,
  '/Node': billedAs('nodes-of-pods'),
  'admissionregistration.k8s.io/MutatingAdmissionPolicy': RIGHTS,
  'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding': RIGHTS,
  'apps/ControllerRevision': SETTINGS,
  'authentication.k8s.io/SelfSubjectReview': RIGHTS,
  'authentication.k8s.io/TokenReview': RIGHTS,
  'authorization.k8s.io/LocalSubjectAccessReview': RIGHTS,
  'authorization.k8s.io/SelfSubjectAccessReview': RIGHTS,
  'authorization.k8s.io/SelfSubjectRulesReview': RIGHTS,
  'authorization.k8s.io/SubjectAccessReview': RIGHTS,
  'certificates.k8s.io/ClusterTrustBundle': RIGHTS,
  'certificates.k8s.io/PodCertificateRequest': RIGHTS,
  'coordination.k8s.io/LeaseCandidate': noCharge('leases'),
  'events.k8s.io/Event': noCharge('messages'),
  'flowcontrol.apiserver.k8s.io/FlowSchema': SETTINGS,
  'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration': SETTINGS,
  'internal.apiserver.k8s.io/StorageVersion': SETTINGS,
  'networking.k8s.io/IPAddress': noCharge('service-addresses'),
  'networking.k8s.io/ServiceCIDR': noCharge('service-addresses'),
  // Pods that claim devices have no price.
  'resource.k8s.io/DeviceClass': SCHEDULING,
  'resource.k8s.io/DeviceTaintRule': SCHEDULING,
  'resource.k8s.io/ResourceClaim': SCHEDULING,
  'resource.k8s.io/ResourceClaimTemplate': SCHEDULING,
  'resource.k8s.io/ResourcePoolStatusRequest': SCHEDULING,
  'resource.k8s.io/ResourceSlice': SCHEDULING,
  'scheduling.k8s.io/PodGroup': SCHEDULING,
  'scheduling.k8s.io/Workload': SCHEDULING,
  'storage.k8s.io/CSINode': SETTINGS,
  'storage.k8s.io/CSIStorageCapacity': SETTINGS,
  'storage.k8s.io/VolumeAttachment': billedAs('claimed-volumes'),
  'storagemigration.k8s.io/StorageVersionMigration': SETTINGS,

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
  'karpenter.k8s.aws/EC2NodeClass': billedAs('pool-nodes'),
  'keda.sh/ScaledObject': SCALING,
  'keda.sh/TriggerAuthentication': RIGHTS,
  'keda.sh/ClusterTriggerAuthentication': RIGHTS,

  // Monitoring.
  'monitoring.coreos.com/ServiceMonitor': MONITORING,
  'monitoring.coreos.com/PodMonitor': MONITORING,
  'monitoring.coreos.com/Probe': MONITORING,
  'monitoring.coreos.com/PrometheusRule': MONITORING,
  'monitoring.coreos.com/AlertmanagerConfig': MONITORING,
  'monitoring.coreos.com/ScrapeConfig': MONITORING,

  // Secrets and certificates.
  'external-secrets.io/ExternalSecret': SECRETS,
  'external-secrets.io/ClusterExternalSecret': SECRETS,
  'external-secrets.io/SecretStore': SECRETS,
  'external-secrets.io/ClusterSecretStore': SECRETS,
  'external-secrets.io/PushSecret': SECRETS,
  'generators.external-secrets.io/Password': SECRETS,
  'bitnami.com/SealedSecret': SECRETS,
  'cert-manager.io/Certificate': noCharge('certificates'),
  'cert-manager.io/Issuer': SETTINGS,
  'cert-manager.io/ClusterIssuer': SETTINGS,

  // Data stores: configuration of their operators.
  'postgresql.cnpg.io/Backup': BACKUP,
  'postgresql.cnpg.io/ScheduledBackup': BACKUP,
  'postgresql.cnpg.io/Database': billedAs('database-cluster'),
  'postgresql.cnpg.io/ImageCatalog': SETTINGS,
  'barmancloud.cnpg.io/ObjectStore': BACKUP,
  'psmdb.percona.com/PerconaServerMongoDBBackup': BACKUP,
  'psmdb.percona.com/PerconaServerMongoDBRestore': BACKUP,
  'pxc.percona.com/PerconaXtraDBClusterBackup': BACKUP,
  'ps.percona.com/PerconaServerMySQLBackup': BACKUP,
  'ps.percona.com/PerconaServerMySQLRestore': BACKUP,
  'k8s.mariadb.com/Backup': BACKUP,
  'k8s.mariadb.com/PhysicalBackup': BACKUP,
  'k8s.mariadb.com/Database': billedAs('database-server'),
  'k8s.mariadb.com/User': RIGHTS,
  'k8s.mariadb.com/Grant': RIGHTS,
  'k8s.mariadb.com/Connection': SETTINGS,

  // Argo Rollouts. Source of the kinds: CustomResourceDefinitions of argo-rollouts. Experiments create pods.
  'argoproj.io/AnalysisTemplate': SETTINGS,
  'argoproj.io/ClusterAnalysisTemplate': SETTINGS,

  // Istio. Source of the kinds: istio, manifests/charts/base/files/crd-all.gen.yaml. Its gateways are Deployments and Services.
  'extensions.istio.io/TrafficExtension': SETTINGS,
  'extensions.istio.io/WasmPlugin': SETTINGS,
  'networking.istio.io/DestinationRule': SETTINGS,
  'networking.istio.io/EnvoyFilter': SETTINGS,
  'networking.istio.io/Gateway': SETTINGS,
  'networking.istio.io/ProxyConfig': SETTINGS,
  'networking.istio.io/ServiceEntry': SETTINGS,
  'networking.istio.io/Sidecar': SETTINGS,
  'networking.istio.io/VirtualService': SETTINGS,
  'networking.istio.io/WorkloadEntry': SETTINGS,
  'networking.istio.io/WorkloadGroup': SETTINGS,
  'security.istio.io/AuthorizationPolicy': RIGHTS,
  'security.istio.io/PeerAuthentication': RIGHTS,
  'security.istio.io/RequestAuthentication': RIGHTS,
  'telemetry.istio.io/Telemetry': SETTINGS,

  // Networks.
  'cilium.io/CiliumNetworkPolicy': noCharge('network-policies'),
  'crd.projectcalico.org/NetworkPolicy': noCharge('network-policies'),
};

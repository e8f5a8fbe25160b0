/**
 * Kinds of well-known operators, spelt as in `schema.ts`. By hand and small: what people write, as far as a mistake in
 * it is caught here before a cluster refuses it. `any` is what is left to the operator's own schema. Sources: the custom
 * resource definitions of Karpenter 1.x, KEDA 2.x, Gateway API 1.x, External Secrets 1.x and the Prometheus Operator;
 * compared with the models of `@kubernetes-models/*` in the tests.
 */
import type { Kind } from './schema';

export const CUSTOM_KINDS: Readonly<Record<string, Kind>> = {
  'karpenter.sh/v1/NodePool': { type: 'KarpenterNodePool', namespaced: false },
  'karpenter.k8s.aws/v1/EC2NodeClass': { type: 'Ec2NodeClass', namespaced: false },
  'keda.sh/v1alpha1/ScaledObject': { type: 'KedaScaledObject', namespaced: true },
  'keda.sh/v1alpha1/TriggerAuthentication': { type: 'KedaTriggerAuthentication', namespaced: true },
  'gateway.networking.k8s.io/v1/GatewayClass': { type: 'GatewayClass', namespaced: false },
  'gateway.networking.k8s.io/v1/Gateway': { type: 'Gateway', namespaced: true },
  'gateway.networking.k8s.io/v1/HTTPRoute': { type: 'GatewayHttpRoute', namespaced: true },
  'external-secrets.io/v1/ExternalSecret': { type: 'ExternalSecret', namespaced: true },
  'external-secrets.io/v1/SecretStore': { type: 'SecretStore', namespaced: true },
  'external-secrets.io/v1/ClusterSecretStore': { type: 'SecretStore', namespaced: false },
  'monitoring.coreos.com/v1/PrometheusRule': { type: 'PrometheusRule', namespaced: true },
  'monitoring.coreos.com/v1/ServiceMonitor': { type: 'ServiceMonitor', namespaced: true },
  'monitoring.coreos.com/v1/PodMonitor': { type: 'PodMonitor', namespaced: true },
};

type Fields = Readonly<Record<string, string>>;

function kind(spec: string, more: Fields = {}): Fields {
  return { apiVersion: 'string', kind: 'string', metadata: 'V1ObjectMeta!', spec: `${spec}!`, status: 'any', ...more };
}

const KARPENTER: Readonly<Record<string, Fields>> = {
  KarpenterNodePool: kind('KarpenterNodePoolSpec'),
  KarpenterNodePoolSpec: {
    disruption: 'KarpenterDisruption',
    limits: '{}quantity',
    replicas: 'int64',
    template: 'KarpenterTemplate!',
    weight: 'int32',
  },
  KarpenterDisruption: { budgets: '[]KarpenterBudget', consolidateAfter: 'duration', consolidationPolicy: 'string' },
  KarpenterBudget: { duration: 'duration', nodes: 'string!', reasons: '[]string', schedule: 'string' },
  KarpenterTemplate: { metadata: 'KarpenterTemplateMetadata', spec: 'KarpenterTemplateSpec!' },
  KarpenterTemplateMetadata: { annotations: '{}string', labels: '{}string' },
  KarpenterTemplateSpec: {
    expireAfter: 'duration',
    nodeClassRef: 'KarpenterNodeClassRef!',
    requirements: '[]KarpenterRequirement!',
    startupTaints: '[]V1Taint',
    taints: '[]V1Taint',
    terminationGracePeriod: 'duration',
  },
  KarpenterNodeClassRef: { group: 'string!', kind: 'string!', name: 'string!' },
  KarpenterRequirement: { key: 'string!', minValues: 'int32', operator: 'string!', values: '[]string' },
  Ec2NodeClass: kind('Ec2NodeClassSpec'),
  Ec2NodeClassSpec: {
    amiFamily: 'string',
    amiSelectorTerms: '[]any!',
    associatePublicIPAddress: 'boolean',
    blockDeviceMappings: '[]any',
    capacityReservationSelectorTerms: '[]any',
    context: 'string',
    detailedMonitoring: 'boolean',
    instanceProfile: 'string',
    instanceStorePolicy: 'string',
    ipPrefixCount: 'int32',
    kubelet: 'any',
    metadataOptions: 'any',
    networkInterfaces: '[]any',
    placementGroupSelector: 'any',
    role: 'string',
    securityGroupSelectorTerms: '[]any!',
    subnetSelectorTerms: '[]any!',
    tags: '{}string',
    userData: 'string',
  },
};

const KEDA: Readonly<Record<string, Fields>> = {
  KedaScaledObject: kind('KedaScaledObjectSpec'),
  KedaScaledObjectSpec: {
    advanced: 'any',
    cooldownPeriod: 'int32',
    fallback: 'any',
    idleReplicaCount: 'int32',
    initialCooldownPeriod: 'int32',
    maxReplicaCount: 'int32',
    minReplicaCount: 'int32',
    pollingInterval: 'int32',
    scaleTargetRef: 'KedaTarget!',
    triggers: '[]KedaTrigger!',
  },
  KedaTarget: { apiVersion: 'string', envSourceContainerName: 'string', kind: 'string', name: 'string!' },
  KedaTrigger: {
    authenticationRef: 'KedaAuthenticationRef',
    metadata: '{}string!',
    metricType: 'string',
    name: 'string',
    type: 'string!',
    useCachedMetrics: 'boolean',
  },
  KedaAuthenticationRef: { kind: 'string', name: 'string!' },
  KedaTriggerAuthentication: kind('any'),
};

const GATEWAY: Readonly<Record<string, Fields>> = {
  GatewayClass: kind('GatewayClassSpec'),
  GatewayClassSpec: { controllerName: 'string!', description: 'string', parametersRef: 'any' },
  Gateway: kind('GatewaySpec'),
  GatewaySpec: {
    addresses: '[]any',
    allowedListeners: 'any',
    backendTLS: 'any',
    defaultScope: 'string',
    gatewayClassName: 'string!',
    infrastructure: 'any',
    listeners: '[]GatewayListener!',
    tls: 'any',
  },
  GatewayListener: {
    allowedRoutes: 'GatewayAllowedRoutes',
    hostname: 'string',
    name: 'string!',
    port: 'int32!',
    protocol: 'string!',
    tls: 'GatewayListenerTls',
  },
  GatewayListenerTls: { certificateRefs: '[]GatewayCertificateRef', frontendValidation: 'any', mode: 'string', options: '{}string' },
  GatewayCertificateRef: { group: 'string', kind: 'string', name: 'string!', namespace: 'string' },
  GatewayAllowedRoutes: { kinds: '[]any', namespaces: 'GatewayRouteNamespaces' },
  GatewayRouteNamespaces: { from: 'string', selector: 'V1LabelSelector' },
  GatewayHttpRoute: kind('GatewayHttpRouteSpec'),
  GatewayHttpRouteSpec: {
    hostnames: '[]string',
    parentRefs: '[]GatewayParentRef',
    rules: '[]GatewayHttpRule',
    useDefaultGateways: 'string',
  },
  GatewayParentRef: { group: 'string', kind: 'string', name: 'string!', namespace: 'string', port: 'int32', sectionName: 'string' },
  GatewayHttpRule: {
    backendRefs: '[]GatewayBackendRef',
    filters: '[]GatewayHttpFilter',
    matches: '[]GatewayHttpMatch',
    name: 'string',
    retry: 'any',
    sessionPersistence: 'any',
    timeouts: 'GatewayTimeouts',
  },
  GatewayTimeouts: { backendRequest: 'duration', request: 'duration' },
  GatewayHttpMatch: { headers: '[]GatewayHeaderMatch', method: 'string', path: 'GatewayPathMatch', queryParams: '[]GatewayHeaderMatch' },
  GatewayPathMatch: { type: 'string', value: 'string' },
  GatewayHeaderMatch: { name: 'string!', type: 'string', value: 'string!' },
  GatewayBackendRef: {
    filters: '[]GatewayHttpFilter',
    group: 'string',
    kind: 'string',
    name: 'string!',
    namespace: 'string',
    port: 'int32',
    weight: 'int32',
  },
  GatewayHttpFilter: {
    cors: 'any',
    extensionRef: 'any',
    externalAuth: 'any',
    requestHeaderModifier: 'any',
    requestMirror: 'any',
    requestRedirect: 'any',
    responseHeaderModifier: 'any',
    type: 'string!',
    urlRewrite: 'any',
  },
};

const EXTERNAL_SECRETS: Readonly<Record<string, Fields>> = {
  ExternalSecret: kind('ExternalSecretSpec'),
  ExternalSecretSpec: {
    data: '[]ExternalSecretData',
    dataFrom: '[]any',
    refreshInterval: 'duration',
    refreshPolicy: 'string',
    secretStoreRef: 'SecretStoreRef',
    target: 'ExternalSecretTarget',
  },
  SecretStoreRef: { kind: 'string', name: 'string' },
  ExternalSecretData: { remoteRef: 'ExternalSecretRemoteRef!', secretKey: 'string!', sourceRef: 'any' },
  ExternalSecretRemoteRef: {
    conversionStrategy: 'string',
    decodingStrategy: 'string',
    key: 'string!',
    metadataPolicy: 'string',
    nullBytePolicy: 'string',
    property: 'string',
    version: 'string',
  },
  ExternalSecretTarget: {
    creationPolicy: 'string',
    deletionPolicy: 'string',
    immutable: 'boolean',
    manifest: 'any',
    name: 'string',
    template: 'any',
  },
  SecretStore: kind('SecretStoreSpec'),
  SecretStoreSpec: { conditions: '[]any', controller: 'string', provider: 'any!', refreshInterval: 'int32', retrySettings: 'any' },
};

const PROMETHEUS: Readonly<Record<string, Fields>> = {
  PrometheusRule: kind('PrometheusRuleSpec'),
  PrometheusRuleSpec: { groups: '[]PrometheusRuleGroup' },
  PrometheusRuleGroup: {
    interval: 'duration',
    labels: '{}string',
    limit: 'int32',
    name: 'string!',
    partial_response_strategy: 'string',
    query_offset: 'duration',
    rules: '[]PrometheusRuleItem',
  },
  PrometheusRuleItem: {
    alert: 'string',
    annotations: '{}string',
    expr: 'int-or-string!',
    for: 'duration',
    keep_firing_for: 'duration',
    labels: '{}string',
    record: 'string',
  },
  ServiceMonitor: kind('ServiceMonitorSpec'),
  ServiceMonitorSpec: { ...monitorSpec(), endpoints: '[]MonitorEndpoint!', jobLabel: 'string', targetLabels: '[]string' },
  PodMonitor: kind('PodMonitorSpec'),
  PodMonitorSpec: { ...monitorSpec(), jobLabel: 'string', podMetricsEndpoints: '[]MonitorEndpoint', podTargetLabels: '[]string' },
  MonitorNamespaces: { any: 'boolean', matchNames: '[]string' },
  MonitorEndpoint: {
    authorization: 'any',
    basicAuth: 'any',
    bearerTokenFile: 'string',
    bearerTokenSecret: 'any',
    enableHttp2: 'boolean',
    filterRunning: 'boolean',
    followRedirects: 'boolean',
    honorLabels: 'boolean',
    honorTimestamps: 'boolean',
    interval: 'duration',
    metricRelabelings: '[]any',
    noProxy: 'string',
    oauth2: 'any',
    params: '{}any',
    path: 'string',
    port: 'string',
    portNumber: 'int32',
    proxyConnectHeader: 'any',
    proxyFromEnvironment: 'boolean',
    proxyUrl: 'string',
    relabelings: '[]any',
    scheme: 'string',
    scrapeTimeout: 'duration',
    targetPort: 'int-or-string',
    tlsConfig: 'any',
    trackTimestampsStaleness: 'boolean',
  },
};

/** What monitors of services and of pods have in common. */
function monitorSpec(): Fields {
  return {
    attachMetadata: 'any',
    bodySizeLimit: 'string',
    convertClassicHistogramsToNHCB: 'boolean',
    fallbackScrapeProtocol: 'string',
    keepDroppedTargets: 'int64',
    labelLimit: 'int64',
    labelNameLengthLimit: 'int64',
    labelValueLengthLimit: 'int64',
    namespaceSelector: 'MonitorNamespaces',
    nativeHistogramBucketLimit: 'int64',
    nativeHistogramMinBucketFactor: 'quantity',
    podTargetLabels: '[]string',
    sampleLimit: 'int64',
    scrapeClass: 'string',
    scrapeClassicHistograms: 'boolean',
    scrapeNativeHistograms: 'boolean',
    scrapeProtocols: '[]string',
    selector: 'V1LabelSelector!',
    selectorMechanism: 'string',
    serviceDiscoveryRole: 'string',
    targetLimit: 'int64',
  };
}

/** Of a custom resource that nobody described here, at least the metadata is known. */
const UNKNOWN: Readonly<Record<string, Fields>> = { ObjectWithMetadata: { metadata: 'V1ObjectMeta!' } };

export const CUSTOM_TYPES: Readonly<Record<string, Fields>> = {
  ...KARPENTER,
  ...KEDA,
  ...GATEWAY,
  ...EXTERNAL_SECRETS,
  ...PROMETHEUS,
  ...UNKNOWN,
};

/**
 * The Go types of the AWS Load Balancer Controller that its custom resource definitions for Gateway API are generated from,
 * condensed as in `psmdb.ts`. Source: github.com/kubernetes-sigs/aws-load-balancer-controller, apis/gateway/v1beta1:
 * loadbalancerconfig_types.go (01a7b9a) and targetgroupconfig_types.go (0a5fb76), read on 2026-11-21.
 */
export const LOAD_BALANCER_STRUCTS: Readonly<Record<string, string>> = {
  LoadBalancerConfigurationSpec: `mergingMode string, loadBalancerName string, scheme string, ipAddressType string,
    enforceSecurityGroupInboundRulesOnPrivateLinkTraffic string, customerOwnedIpv4Pool string, ipv4IPAMPoolId string,
    loadBalancerSubnets []other, loadBalancerSubnetsSelector map, listenerConfigurations []ListenerConfiguration,
    securityGroups []string, securityGroupPrefixes []string, sourceRanges []string, vpcId string,
    loadBalancerAttributes []Attribute, tags map, enableICMP bool, manageBackendSecurityGroupRules bool,
    minimumLoadBalancerCapacity other, wafV2 other, shieldConfiguration other`,
  ListenerConfiguration: `protocolPort* string, defaultCertificate string, certificates []string, sslPolicy string, alpnPolicy string,
    mutualAuthentication other, listenerAttributes []Attribute`,
  Attribute: 'key* string, value* string',
  TargetGroupConfigurationSpec: 'targetReference* Reference, defaultConfiguration TargetGroupProps, routeConfigurations []other',
  Reference: 'group string, kind string, name* string',
  TargetGroupProps: `targetGroupName string, ipAddressType string, healthCheckConfig HealthCheckConfiguration, nodeSelector other,
    targetGroupAttributes []Attribute, targetType string, protocol string, protocolVersion string, enableMultiCluster bool,
    vpcID string, tags []Attribute`,
  HealthCheckConfiguration: `healthyThresholdCount int, healthCheckInterval int, healthCheckPath string, healthCheckPort string,
    healthCheckProtocol string, healthCheckTimeout int, unhealthyThresholdCount int, matcher other`,
};

/** What `+kubebuilder:validation:Enum` and `Pattern` allow. */
export const LOAD_BALANCER_VALUES: Readonly<Record<string, readonly string[] | RegExp>> = {
  'LoadBalancerConfigurationSpec.scheme': ['internal', 'internet-facing'],
  'LoadBalancerConfigurationSpec.ipAddressType': ['ipv4', 'dualstack', 'dualstack-without-public-ipv4'],
  'ListenerConfiguration.protocolPort':
    /^(HTTP|HTTPS|TLS|TCP|UDP)?:(6553[0-5]|655[0-2]\d|65[0-4]\d{2}|6[0-4]\d{3}|[1-5]\d{4}|[1-9]\d{0,3})?$/,
  'TargetGroupProps.targetType': ['instance', 'ip'],
  'TargetGroupProps.protocol': ['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP'],
  'TargetGroupProps.protocolVersion': ['HTTP1', 'HTTP2', 'GRPC'],
};

import { type Rejected, rows, spec } from './rows';

/** Services that the API server rejects. */
export const REJECTED_SERVICES: readonly Rejected[] = [
  ...rows('invalid-service', spec('Service', 'v1'), [
    [
      'ValidateNonSpecialIP',
      'ports: [{ port: 80 }], externalIPs: ["::1"]',
      'ports: [{ port: 80 }], externalIPs: ["2001:db8::1"]',
      'spec.externalIPs[0]',
    ],
    ['ValidateService', 'selector: {}', 'clusterIP: None', 'spec.ports'],
    [
      'ValidateService',
      'type: NodePort, clusterIP: None, ports: [{ port: 80 }]',
      'type: NodePort, ports: [{ port: 80 }]',
      'spec.clusterIP',
    ],
    ['ValidateService', 'type: ExternalName', 'type: ExternalName, externalName: db.example.com.', 'spec.externalName'],
    [
      'ValidateService',
      'type: ExternalName, externalName: db.example.com, clusterIP: None',
      'type: ExternalName, externalName: db.example.com, clusterIP: ""',
      'spec.clusterIP',
    ],
    [
      'ValidateService',
      'ports: [{ port: 80, nodePort: 30080 }]',
      'type: NodePort, ports: [{ port: 80, nodePort: 30080 }]',
      'spec.ports[0].nodePort',
    ],
    [
      'ValidateService',
      'ports: [{ name: a, port: 80 }, { name: b, port: 80 }]',
      'ports: [{ name: a, port: 53 }, { name: b, port: 53, protocol: UDP }]',
      'spec.ports[1].port',
    ],
    [
      'ValidateService',
      'type: NodePort, ports: [{ name: a, port: 80, nodePort: 30080 }, { name: b, port: 81, nodePort: 30080 }]',
      'type: NodePort, ports: [{ name: a, port: 80, nodePort: 30080 }, { name: b, port: 81, nodePort: 30081 }]',
      'spec.ports[1].nodePort',
    ],
    [
      'ValidateService',
      'ports: [{ port: 80 }], loadBalancerSourceRanges: [10.0.0.0/8]',
      'type: LoadBalancer, ports: [{ port: 80 }], loadBalancerSourceRanges: [10.0.0.0/8]',
      'spec.loadBalancerSourceRanges',
    ],
    [
      'IsValidCIDR',
      'type: LoadBalancer, ports: [{ port: 80 }], loadBalancerSourceRanges: [10.0.0.1]',
      'type: LoadBalancer, ports: [{ port: 80 }], loadBalancerSourceRanges: [10.0.0.1/32]',
      'spec.loadBalancerSourceRanges[0]',
    ],
    [
      'ValidateService',
      'ports: [{ port: 80 }], allocateLoadBalancerNodePorts: false',
      'type: LoadBalancer, ports: [{ port: 80 }], allocateLoadBalancerNodePorts: false',
      'spec.allocateLoadBalancerNodePorts',
    ],
    [
      'validateLoadBalancerClassField',
      'ports: [{ port: 80 }], loadBalancerClass: service.k8s.aws/nlb',
      'type: LoadBalancer, ports: [{ port: 80 }], loadBalancerClass: service.k8s.aws/nlb',
      'spec.loadBalancerClass',
    ],
    [
      'validateServiceExternalTrafficPolicy',
      'ports: [{ port: 80 }], externalTrafficPolicy: Local',
      'type: NodePort, ports: [{ port: 80 }], externalTrafficPolicy: Local',
      'spec.externalTrafficPolicy',
    ],
    [
      'validateServiceExternalTrafficPolicy',
      'type: NodePort, ports: [{ port: 80 }], externalTrafficPolicy: Local, healthCheckNodePort: 30001',
      'type: LoadBalancer, ports: [{ port: 80 }], externalTrafficPolicy: Local, healthCheckNodePort: 30001',
      'spec.healthCheckNodePort',
    ],
    [
      'validateServiceTrafficDistribution',
      'ports: [{ port: 80 }], trafficDistribution: Close',
      'ports: [{ port: 80 }], trafficDistribution: PreferClose',
      'spec.trafficDistribution',
    ],
    [
      'validateClientIPAffinityConfig',
      'ports: [{ port: 80 }], sessionAffinity: ClientIP, sessionAffinityConfig: { clientIP: { timeoutSeconds: 86401 } }',
      'ports: [{ port: 80 }], sessionAffinity: ClientIP',
      'spec.sessionAffinityConfig.clientIP.timeoutSeconds',
    ],
    [
      'ValidateService',
      'ports: [{ port: 80 }], sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } }',
      'ports: [{ port: 80 }], sessionAffinity: ClientIP, sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } }',
      'spec.sessionAffinityConfig',
    ],
    [
      'ValidateServiceClusterIPsRelatedFields',
      'ports: [{ port: 80 }], clusterIP: none',
      'ports: [{ port: 80 }], clusterIP: 10.0.0.10',
      'spec.clusterIP',
    ],
    [
      'ValidateServiceClusterIPsRelatedFields',
      'ports: [{ port: 80 }], ipFamilies: [ipv4]',
      'ports: [{ port: 80 }], ipFamilies: [IPv4]',
      'spec.ipFamilies[0]',
    ],
    [
      'validateServicePort',
      'ports: [{ port: 80, appProtocol: "http 2" }]',
      'ports: [{ port: 80, appProtocol: kubernetes.io/h2c }]',
      'spec.ports[0].appProtocol',
    ],
    [
      'IsValidIP',
      'ports: [{ port: 80 }], externalIPs: [example.com]',
      'ports: [{ port: 80 }], externalIPs: [203.0.113.5]',
      'spec.externalIPs[0]',
    ],
  ]),
];

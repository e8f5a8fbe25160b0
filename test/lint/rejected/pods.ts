import { CONTAINER_PATH, container, META, pod, type Rejected, rows } from './rows';

/** Pods that the API server rejects. */
export const REJECTED_PODS: readonly Rejected[] = [
  ...rows('invalid-pod', pod, [
    [
      'validatePodDNSConfig',
      'dnsConfig: { searches: ["a b"] }',
      'dnsConfig: { searches: [a_b.example.com., "."] }',
      'spec.dnsConfig.searches[0]',
    ],
    [
      'ValidateDNS1123SubdomainWithUnderScore',
      'dnsConfig: { searches: [a..example.com] }',
      'dnsConfig: { searches: [_tcp.a-b.example.com] }',
      'spec.dnsConfig.searches[0]',
    ],
    [
      'validatePodDNSConfig',
      'dnsConfig: { options: [{ value: "1" }] }',
      'dnsConfig: { options: [{ name: ndots, value: "1" }] }',
      'spec.dnsConfig.options[0].name',
    ],
    ['validateHostUsers', 'hostUsers: false, hostNetwork: true', 'hostUsers: false', 'spec.hostNetwork'],
    ['validatePodDNSConfig', 'dnsPolicy: None', 'dnsPolicy: None, dnsConfig: { nameservers: [10.0.0.2] }', 'spec.dnsConfig.nameservers'],
    [
      'validatePodDNSConfig',
      'dnsConfig: { nameservers: [1.1.1.1, 1.1.1.2, 1.1.1.3, 1.1.1.4] }',
      'dnsConfig: { nameservers: [1.1.1.1, 1.1.1.2, "2606:4700::1111"] }',
      'spec.dnsConfig.nameservers',
    ],
    [
      'validatePodDNSConfig',
      'dnsConfig: { nameservers: [dns.example.com] }',
      'dnsConfig: { nameservers: [1.1.1.1] }',
      'spec.dnsConfig.nameservers[0]',
    ],
    [
      'ValidateHostAliases',
      'hostAliases: [{ ip: a, hostnames: [b] }]',
      'hostAliases: [{ ip: 10.0.0.1, hostnames: [b.c] }]',
      'spec.hostAliases[0].ip',
    ],
    [
      'ValidateHostAliases',
      'hostAliases: [{ ip: 10.0.0.1, hostnames: [B_C] }]',
      'hostAliases: [{ ip: 10.0.0.1, hostnames: [b-c] }]',
      'spec.hostAliases[0].hostnames[0]',
    ],
    ['ValidatePodSpec', 'hostname: a.b', 'hostname: a-b', 'spec.hostname'],
    ['ValidatePodSpec', 'subdomain: A', 'subdomain: a', 'spec.subdomain'],
    [
      'validateSchedulingGates',
      'schedulingGates: [{ name: a }, { name: a }]',
      'schedulingGates: [{ name: a }, { name: b }]',
      'spec.schedulingGates[1].name',
    ],
    [
      'validateReadinessGates',
      'readinessGates: [{ conditionType: a b }]',
      'readinessGates: [{ conditionType: example.com/a }]',
      'spec.readinessGates[0].conditionType',
    ],
    ['validateOS', 'os: { name: Linux }', 'os: { name: linux }', 'spec.os.name'],
    [
      'validateWindows',
      'os: { name: windows }, securityContext: { fsGroup: 5 }',
      'os: { name: windows }, securityContext: { runAsNonRoot: true }',
      'spec.securityContext.fsGroup',
    ],
    [
      'validateLinux',
      'os: { name: linux }, securityContext: { windowsOptions: { runAsUserName: a } }',
      'os: { name: windows }, securityContext: { windowsOptions: { runAsUserName: a } }',
      'spec.securityContext.windowsOptions',
    ],
    [
      'validatePodResourceClaim',
      'resourceClaims: [{ name: a }]',
      'resourceClaims: [{ name: a, resourceClaimName: b }]',
      'spec.resourceClaims[0]',
    ],
    ['ValidatePodCreate', 'nodeName: node-a, schedulingGates: [{ name: a }]', 'schedulingGates: [{ name: a }]', 'spec.nodeName'],
  ]),
  ...rows('invalid-pod', container, [
    [
      'validateResizePolicy',
      'resizePolicy: [{ resourceName: cpu, restartPolicy: NotRequired }, { resourceName: cpu, restartPolicy: RestartContainer }]',
      'resizePolicy: [{ resourceName: cpu, restartPolicy: NotRequired }, { resourceName: memory, restartPolicy: RestartContainer }]',
      `${CONTAINER_PATH}.resizePolicy[1].resourceName`,
    ],
    [
      'validateStopSignal',
      'lifecycle: { stopSignal: SIGTERM }',
      'lifecycle: { stopSignal: SIGTERM } }], os: { name: linux }, tolerations: [{ operator: Exists',
      `${CONTAINER_PATH}.lifecycle.stopSignal`,
    ],
  ]),
  ...rows('invalid-pod', (fields) => `apiVersion: v1\nkind: Pod\n${META}\nspec: { containers: [{ name: a${fields} }] }\n`, [
    ['validateContainerCommon', '', ', image: "a:1"', `${CONTAINER_PATH}.image`],
    ['validateContainerOnlyForPod', ', image: " a:1"', ', image: "a:1"', `${CONTAINER_PATH}.image`],
  ]),
  ...rows(
    'invalid-pod-annotation',
    (annotation) => pod('nodeName: node-1').replace('name: x,', `name: x, annotations: { ${annotation} },`),
    [
      [
        'GetDeletionCostFromPodAnnotations',
        'controller.kubernetes.io/pod-deletion-cost: "+5"',
        'controller.kubernetes.io/pod-deletion-cost: "-5"',
        'metadata.annotations["controller.kubernetes.io/pod-deletion-cost"]',
      ],
      [
        'ValidateAppArmorPodAnnotations',
        'container.apparmor.security.beta.kubernetes.io/b: runtime/default',
        'container.apparmor.security.beta.kubernetes.io/a: runtime/default',
        'metadata.annotations["container.apparmor.security.beta.kubernetes.io/b"]',
      ],
      [
        'ValidateSeccompPodAnnotations',
        'seccomp.security.alpha.kubernetes.io/pod: runtime',
        'seccomp.security.alpha.kubernetes.io/pod: runtime/default',
        'metadata.annotations["seccomp.security.alpha.kubernetes.io/pod"]',
      ],
    ],
  ),
  ...rows('invalid-pod-resource', pod, [
    [
      'validatePodResourceName',
      'resources: { limits: { nvidia.com/gpu: 1 } }',
      'resources: { limits: { hugepages-2Mi: 4Mi, cpu: 1 } }',
      'spec.resources.limits["nvidia.com/gpu"]',
    ],
    [
      'validatePodResourceRequirements',
      'resources: { requests: { cpu: 2 }, limits: { cpu: 1 } }',
      'resources: { requests: { cpu: 1 }, limits: { cpu: 1 } }',
      'spec.resources.requests.cpu',
    ],
  ]),
];

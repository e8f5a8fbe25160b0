import { object, pod } from './fault-text';

function deployment(
  fields: string,
  template = 'metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] }',
): string {
  const more = fields === '' ? '' : `, ${fields}`;
  return object('apps/v1', 'Deployment', `spec: { selector: { matchLabels: { a: b } }, template: { ${template} }${more} }`);
}

/**
 * Faults that the API server rejects, each in a manifest of its own. They were written from the validation of Kubernetes 1.36
 * (the folders `validation` of pkg/apis) before the rules were looked at. 149 of the 200 were found then.
 */
export const FAULTS: readonly (readonly [title: string, manifest: string])[] = [
  [
    'deletion cost that is no number',
    object(
      'v1',
      'Pod',
      'spec: { containers: [{ name: a, image: "a:1" }] }',
      'metadata: { name: x, annotations: { controller.kubernetes.io/pod-deletion-cost: "high" } }',
    ),
  ],
  [
    'mirror pod without a node',
    object(
      'v1',
      'Pod',
      'spec: { containers: [{ name: a, image: "a:1" }] }',
      'metadata: { name: x, annotations: { kubernetes.io/config.mirror: "a" } }',
    ),
  ],
  [
    'seccomp annotation without a profile',
    object(
      'v1',
      'Pod',
      'spec: { containers: [{ name: a, image: "a:1" }] }',
      'metadata: { name: x, annotations: { seccomp.security.alpha.kubernetes.io/pod: "runtime" } }',
    ),
  ],
  ['partition of a disk above 255', pod('volumes: [{ name: v, gcePersistentDisk: { pdName: a, partition: 300 } }]')],
  ['NFS volume without a server', pod('volumes: [{ name: v, nfs: { server: "", path: /a } }]')],
  ['NFS volume with a relative path', pod('volumes: [{ name: v, nfs: { server: a, path: a } }]')],
  ['iSCSI name without a format', pod('volumes: [{ name: v, iscsi: { targetPortal: "10.0.0.1", iqn: "foo", lun: 0 } }]')],
  ['file mode above 0777', pod('volumes: [{ name: v, secret: { secretName: s, defaultMode: 1000 } }]')],
  ['item path that leaves the volume', pod('volumes: [{ name: v, configMap: { name: s, items: [{ key: a, path: "../a" }] } }]')],
  [
    'field that volumes cannot have',
    pod('volumes: [{ name: v, downwardAPI: { items: [{ path: a, fieldRef: { fieldPath: status.podIP } }] } }]'),
  ],
  [
    'token that expires in less than 10 minutes',
    pod('volumes: [{ name: v, projected: { sources: [{ serviceAccountToken: { path: t, expirationSeconds: 60 } }] } }]'),
  ],
  ['CSI driver with a space', pod('volumes: [{ name: v, csi: { driver: "a b" } }]')],
  ['unknown type of hostPath', pod('volumes: [{ name: v, hostPath: { path: /a, type: Folder } }]')],
  ['hostPath with ..', pod('volumes: [{ name: v, hostPath: { path: /a/../b } }]')],
  ['emptyDir with a negative size', pod('volumes: [{ name: v, emptyDir: { sizeLimit: "-1Gi" } }]')],
  [
    'ephemeral volume without a size',
    pod('volumes: [{ name: v, ephemeral: { volumeClaimTemplate: { spec: { accessModes: [ReadWriteOnce] } } } }]'),
  ],
  ['name of a variable with =', pod('', 'env: [{ name: "a=b", value: "1" }]')],
  ['resource that variables cannot have', pod('', 'env: [{ name: A, valueFrom: { resourceFieldRef: { resource: limits.gpu } } }]')],
  ['prefix of variables with =', pod('', 'envFrom: [{ prefix: "a=b", configMapRef: { name: c } }]')],
  ['port name with more than 15 characters', pod('', 'ports: [{ name: averylongportname, containerPort: 80 }]')],
  ['port name without a letter', pod('', 'ports: [{ name: "8080", containerPort: 80 }]')],
  ['grace period of a readiness probe', pod('', 'readinessProbe: { tcpSocket: { port: 80 }, terminationGracePeriodSeconds: 5 }')],
  ['liveness probe with two successes', pod('', 'livenessProbe: { tcpSocket: { port: 80 }, successThreshold: 2 }')],
  ['header with a space', pod('', 'livenessProbe: { httpGet: { port: 80, httpHeaders: [{ name: "a b", value: c }] } }')],
  ['unknown scheme of a probe', pod('', 'livenessProbe: { httpGet: { port: 80, scheme: TCP } }')],
  ['gRPC port 0', pod('', 'livenessProbe: { grpc: { port: 0 } }')],
  ['sleep longer than the grace period', pod('terminationGracePeriodSeconds: 5', 'lifecycle: { preStop: { sleep: { seconds: 50 } } }')],
  ['stop signal without an operating system', pod('', 'lifecycle: { stopSignal: SIGTERM }')],
  ['unknown resource claim', pod('', 'resources: { claims: [{ name: gpu }] }')],
  ['huge pages without CPU and memory', pod('', 'resources: { limits: { hugepages-2Mi: 4Mi } }')],
  ['huge pages that are no multiple of their size', pod('', 'resources: { requests: { cpu: 1 }, limits: { cpu: 1, hugepages-2Mi: 3Mi } }')],
  ['request of a device without a limit', pod('', 'resources: { requests: { nvidia.com/gpu: 1 } }')],
  ['fraction of a device', pod('', 'resources: { limits: { nvidia.com/gpu: 500m } }')],
  [
    'subPath and subPathExpr',
    pod('volumes: [{ name: v, emptyDir: {} }]', 'volumeMounts: [{ name: v, mountPath: /a, subPath: a, subPathExpr: b }]'),
  ],
  [
    'bidirectional mount of a container that is not privileged',
    pod('volumes: [{ name: v, emptyDir: {} }]', 'volumeMounts: [{ name: v, mountPath: /a, mountPropagation: Bidirectional }]'),
  ],
  [
    'recursive read-only mount that is not read-only',
    pod('volumes: [{ name: v, emptyDir: {} }]', 'volumeMounts: [{ name: v, mountPath: /a, recursiveReadOnly: Enabled }]'),
  ],
  ['emptyDir as a device', pod('volumes: [{ name: v, emptyDir: {} }]', 'volumeDevices: [{ name: v, devicePath: /dev/a }]')],
  [
    'resize policy twice',
    pod('', 'resizePolicy: [{ resourceName: cpu, restartPolicy: NotRequired }, { resourceName: cpu, restartPolicy: NotRequired }]'),
  ],
  ['unknown restart policy of a container', pod('initContainers: [{ name: i, image: "i:1", restartPolicy: Sometimes }]')],
  ['readiness probe of an init container', pod('initContainers: [{ name: i, image: "i:1", readinessProbe: { tcpSocket: { port: 1 } } }]')],
  ['host alias without an address', pod('hostAliases: [{ ip: a.b, hostnames: [x] }]')],
  ['host alias with an underscore', pod('hostAliases: [{ ip: 10.0.0.1, hostnames: ["a_b"] }]')],
  ['host name with a dot', pod('hostname: a.b')],
  ['network of the host in a user namespace', pod('hostNetwork: true, hostUsers: false')],
  ['deadline of 0 seconds', pod('activeDeadlineSeconds: 0')],
  ['search domain with a space', pod('dnsConfig: { searches: ["a_ b"] }')],
  ['name server that is no address', pod('dnsConfig: { nameservers: [a.b] }')],
  ['DNS option without a name', pod('dnsConfig: { options: [{ value: "1" }] }')],
  ['readiness gate with a space', pod('readinessGates: [{ conditionType: "a b" }]')],
  ['name of a priority class in upper case', pod('priorityClassName: "A B"')],
  ['name of a runtime class in upper case', pod('runtimeClassName: "A_B"')],
  ['scheduling gate twice', pod('schedulingGates: [{ name: a.b/c }, { name: a.b/c }]')],
  ['scheduling gate of a pod with a node', pod('nodeName: node-1, schedulingGates: [{ name: a.b/c }]')],
  ['SELinux on Windows', pod('os: { name: windows }, securityContext: { seLinuxOptions: { level: s0 } }')],
  ['Windows options on Linux', pod('os: { name: linux }, securityContext: { windowsOptions: { runAsUserName: a } }')],
  ['negative group', pod('securityContext: { fsGroup: -1 }')],
  ['negative supplemental group', pod('securityContext: { supplementalGroups: [-5] }')],
  [
    'kernel parameter twice',
    pod('securityContext: { sysctls: [{ name: net.ipv4.tcp_syncookies, value: "1" }, { name: net.ipv4.tcp_syncookies, value: "0" }] }'),
  ],
  ['user above 2^31', pod('securityContext: { runAsUser: 4294967296 }')],
  ['profile of the node without its type', pod('securityContext: { seccompProfile: { type: RuntimeDefault, localhostProfile: a.json } }')],
  ['absolute path of a profile', pod('securityContext: { seccompProfile: { type: Localhost, localhostProfile: /a.json } }')],
  ['privileged container without privilege escalation', pod('', 'securityContext: { privileged: true, allowPrivilegeEscalation: false }')],
  [
    'minDomains of a soft constraint',
    pod(
      'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, minDomains: 2 }]',
    ),
  ],
  ['skew of 0', pod('topologySpreadConstraints: [{ maxSkew: 0, topologyKey: z, whenUnsatisfiable: DoNotSchedule }]')],
  [
    'spread constraint twice',
    pod(
      'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule }, { maxSkew: 2, topologyKey: z, whenUnsatisfiable: DoNotSchedule }]',
    ),
  ],
  [
    'matchLabelKeys without a selector',
    pod('topologySpreadConstraints: [{ maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule, matchLabelKeys: [a] }]'),
  ],
  [
    'node affinity without terms',
    pod('affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } }'),
  ],
  [
    'weight above 100',
    pod(
      'affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 200, preference: { matchExpressions: [{ key: a, operator: Exists }] } }] } }',
    ),
  ],
  [
    'Gt with two values',
    pod(
      'affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, operator: Gt, values: ["1", "2"] }] }] } } }',
    ),
  ],
  [
    'unknown field of a node',
    pod(
      'affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchFields: [{ key: metadata.uid, operator: In, values: ["1"] }] }] } } }',
    ),
  ],
  [
    'anti-affinity without a topology key',
    pod('affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: "" }] } }'),
  ],
  ['toleration seconds with NoSchedule', pod('tolerations: [{ key: a, operator: Exists, effect: NoSchedule, tolerationSeconds: 5 }]')],
  ['toleration without a key', pod('tolerations: [{ operator: Equal, value: a }]')],
  ['unknown pull policy', pod('', 'imagePullPolicy: Sometimes')],
  ['unknown policy of the termination message', pod('', 'terminationMessagePolicy: Logs')],
  ['image with a space', pod('', 'imagePullPolicy: Always').replace('"a:1"', '" a:1"')],
  ['container name in upper case', pod('').replace('name: a,', 'name: A,')],
  ['ephemeral container of a new pod', pod('ephemeralContainers: [{ name: e, image: "e:1" }]')],
  ['name of a ServiceAccount in upper case', pod('serviceAccountName: "A"')],
  [
    'Deployment whose pods never restart',
    deployment('', 'metadata: { labels: { a: b } }, spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] }'),
  ],
  [
    'Deployment with a deadline',
    deployment('', 'metadata: { labels: { a: b } }, spec: { activeDeadlineSeconds: 5, containers: [{ name: a, image: "a:1" }] }'),
  ],
  ['rollout that cannot proceed', deployment('strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } }')],
  ['more than 100% unavailable', deployment('strategy: { rollingUpdate: { maxUnavailable: 150% } }')],
  ['Recreate with rollingUpdate', deployment('strategy: { type: Recreate, rollingUpdate: { maxSurge: 1 } }')],
  ['deadline below minReadySeconds', deployment('minReadySeconds: 700, progressDeadlineSeconds: 600')],
  ['negative history', deployment('revisionHistoryLimit: -1')],
  [
    'Deployment with an empty selector',
    object(
      'apps/v1',
      'Deployment',
      'spec: { selector: {}, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'unknown pod management policy',
    object(
      'apps/v1',
      'StatefulSet',
      'spec: { serviceName: x, podManagementPolicy: Serial, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'negative partition',
    object(
      'apps/v1',
      'StatefulSet',
      'spec: { serviceName: x, updateStrategy: { rollingUpdate: { partition: -1 } }, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'OnDelete with rollingUpdate',
    object(
      'apps/v1',
      'StatefulSet',
      'spec: { serviceName: x, updateStrategy: { type: OnDelete, rollingUpdate: { partition: 1 } }, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'negative ordinal',
    object(
      'apps/v1',
      'StatefulSet',
      'spec: { serviceName: x, ordinals: { start: -1 }, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'DaemonSet with surge and unavailable pods',
    object(
      'apps/v1',
      'DaemonSet',
      'spec: { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } }, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'Indexed job without completions',
    object(
      'batch/v1',
      'Job',
      'spec: { completionMode: Indexed, template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'failure policy with OnFailure',
    object(
      'batch/v1',
      'Job',
      'spec: { podFailurePolicy: { rules: [{ action: Ignore, onPodConditions: [{ type: DisruptionTarget, status: "True" }] }] }, template: { spec: { restartPolicy: OnFailure, containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'exit code 0 as a failure',
    object(
      'batch/v1',
      'Job',
      'spec: { podFailurePolicy: { rules: [{ action: FailJob, onExitCodes: { operator: In, values: [0] } }] }, template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'limit per index of a job without indexes',
    object(
      'batch/v1',
      'Job',
      'spec: { backoffLimitPerIndex: 1, template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'failed indexes without a limit per index',
    object(
      'batch/v1',
      'Job',
      'spec: { completionMode: Indexed, completions: 3, maxFailedIndexes: 1, template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'selector of a job',
    object(
      'batch/v1',
      'Job',
      'spec: { selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'success policy of a job without indexes',
    object(
      'batch/v1',
      'Job',
      'spec: { successPolicy: { rules: [{ succeededCount: 1 }] }, template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'manager of a job without a domain',
    object(
      'batch/v1',
      'Job',
      'spec: { managedBy: "x", template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'time zone in the schedule',
    object(
      'batch/v1',
      'CronJob',
      'spec: { schedule: "TZ=UTC 0 0 * * *", jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } } } }',
    ),
  ],
  [
    'time zone Local',
    object(
      'batch/v1',
      'CronJob',
      'spec: { schedule: "0 0 * * *", timeZone: Local, jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } } } }',
    ),
  ],
  [
    'unknown time zone',
    object(
      'batch/v1',
      'CronJob',
      'spec: { schedule: "0 0 * * *", timeZone: Europe/Zurichh, jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } } } }',
    ),
  ],
  [
    'name of a CronJob with 53 characters',
    object(
      'batch/v1',
      'CronJob',
      'spec: { schedule: "0 0 * * *", jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } } } }',
      `metadata: { name: ${'a'.repeat(53)} }`,
    ),
  ],
  [
    'negative starting deadline',
    object(
      'batch/v1',
      'CronJob',
      'spec: { schedule: "0 0 * * *", startingDeadlineSeconds: -1, jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } } } }',
    ),
  ],
  ['ExternalName without a name', object('v1', 'Service', 'spec: { type: ExternalName }')],
  ['cluster IP that is no address', object('v1', 'Service', 'spec: { clusterIP: abc, ports: [{ port: 80 }] }')],
  ['headless load balancer', object('v1', 'Service', 'spec: { type: LoadBalancer, clusterIP: None, ports: [{ port: 80 }] }')],
  ['external traffic policy of a ClusterIP', object('v1', 'Service', 'spec: { externalTrafficPolicy: Local, ports: [{ port: 80 }] }')],
  [
    'health check port without Local',
    object('v1', 'Service', 'spec: { type: LoadBalancer, healthCheckNodePort: 30000, ports: [{ port: 80 }] }'),
  ],
  [
    'source range without a prefix',
    object('v1', 'Service', 'spec: { type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0], ports: [{ port: 80 }] }'),
  ],
  [
    'session affinity of more than a day',
    object(
      'v1',
      'Service',
      'spec: { sessionAffinity: ClientIP, sessionAffinityConfig: { clientIP: { timeoutSeconds: 90000 } }, ports: [{ port: 80 }] }',
    ),
  ],
  [
    'session affinity settings without session affinity',
    object('v1', 'Service', 'spec: { sessionAffinityConfig: { clientIP: { timeoutSeconds: 9 } }, ports: [{ port: 80 }] }'),
  ],
  ['load balancer class of a ClusterIP', object('v1', 'Service', 'spec: { loadBalancerClass: a.b/c, ports: [{ port: 80 }] }')],
  [
    'node ports of a load balancer on a ClusterIP',
    object('v1', 'Service', 'spec: { allocateLoadBalancerNodePorts: false, ports: [{ port: 80 }] }'),
  ],
  ['IP family twice', object('v1', 'Service', 'spec: { ipFamilies: [IPv4, IPv4], ports: [{ port: 80 }] }')],
  ['node port of a ClusterIP', object('v1', 'Service', 'spec: { ports: [{ port: 80, nodePort: 30001 }] }')],
  ['port of a Service twice', object('v1', 'Service', 'spec: { ports: [{ name: a, port: 80 }, { name: b, port: 80 }] }')],
  ['loopback address as an external IP', object('v1', 'Service', 'spec: { externalIPs: [127.0.0.1], ports: [{ port: 80 }] }')],
  ['unknown traffic distribution', object('v1', 'Service', 'spec: { trafficDistribution: Near, ports: [{ port: 80 }] }')],
  ['application protocol with a space', object('v1', 'Service', 'spec: { ports: [{ port: 80, appProtocol: "a b" }] }')],
  ['name of a Service with a digit first', object('v1', 'Service', 'spec: { ports: [{ port: 80 }] }', 'metadata: { name: 1a }')],
  [
    'claim of 0 bytes',
    object('v1', 'PersistentVolumeClaim', 'spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 0 } } }'),
  ],
  ['claim without a size', object('v1', 'PersistentVolumeClaim', 'spec: { accessModes: [ReadWriteOnce], resources: { requests: {} } }')],
  [
    'ReadWriteOncePod with another mode',
    object(
      'v1',
      'PersistentVolumeClaim',
      'spec: { accessModes: [ReadWriteOncePod, ReadWriteOnce], resources: { requests: { storage: 1Gi } } }',
    ),
  ],
  [
    'claim from a Secret',
    object(
      'v1',
      'PersistentVolumeClaim',
      'spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }, dataSource: { kind: Secret, name: a } }',
    ),
  ],
  [
    'volume without a source',
    object('v1', 'PersistentVolume', 'spec: { accessModes: [ReadWriteOnce], capacity: { storage: 1Gi } }', 'metadata: { name: x }'),
  ],
  [
    'volume with two sources',
    object(
      'v1',
      'PersistentVolume',
      'spec: { accessModes: [ReadWriteOnce], capacity: { storage: 1Gi }, nfs: { server: a, path: /a }, hostPath: { path: /a } }',
      'metadata: { name: x }',
    ),
  ],
  [
    'local volume without a node',
    object(
      'v1',
      'PersistentVolume',
      'spec: { accessModes: [ReadWriteOnce], capacity: { storage: 1Gi }, storageClassName: a, local: { path: /a } }',
      'metadata: { name: x }',
    ),
  ],
  [
    'recycled root of a node',
    object(
      'v1',
      'PersistentVolume',
      'spec: { accessModes: [ReadWriteOnce], persistentVolumeReclaimPolicy: Recycle, capacity: { storage: 1Gi }, hostPath: { path: / } }',
      'metadata: { name: x }',
    ),
  ],
  ['key with a slash', object('v1', 'ConfigMap', 'data: { "a/b": c }')],
  ['key in data and binaryData', object('v1', 'ConfigMap', 'data: { a: c }\nbinaryData: { a: Yg== }')],
  [
    'registry credentials that are no JSON',
    object('v1', 'Secret', 'type: kubernetes.io/dockerconfigjson\ndata: { .dockerconfigjson: YQ== }'),
  ],
  ['token without an account', object('v1', 'Secret', 'type: kubernetes.io/service-account-token')],
  ['SSH key without ssh-privatekey', object('v1', 'Secret', 'type: kubernetes.io/ssh-auth\ndata: { a: Yg== }')],
  ['credentials without a user', object('v1', 'Secret', 'type: kubernetes.io/basic-auth\ndata: { a: Yg== }')],
  ['name of a Namespace with a dot', object('v1', 'Namespace', '', 'metadata: { name: a.b }')],
  ['finalizer without a domain', object('v1', 'Namespace', 'spec: { finalizers: [foo] }', 'metadata: { name: a }')],
  ['unknown scope', object('v1', 'ResourceQuota', 'spec: { hard: { pods: 1 }, scopes: [Fast] }')],
  ['opposite scopes', object('v1', 'ResourceQuota', 'spec: { hard: { pods: 1 }, scopes: [Terminating, NotTerminating] }')],
  ['CPU of BestEffort pods', object('v1', 'ResourceQuota', 'spec: { hard: { requests.cpu: 1 }, scopes: [BestEffort] }')],
  ['half a pod', object('v1', 'ResourceQuota', 'spec: { hard: { pods: 500m } }')],
  ['unknown resource of a quota', object('v1', 'ResourceQuota', 'spec: { hard: { gpus: 1 } }')],
  ['min above max', object('v1', 'LimitRange', 'spec: { limits: [{ type: Container, min: { cpu: 2 }, max: { cpu: 1 } }] }')],
  ['default of pods', object('v1', 'LimitRange', 'spec: { limits: [{ type: Pod, default: { cpu: 1 } }] }')],
  ['ratio below 1', object('v1', 'LimitRange', 'spec: { limits: [{ type: Container, maxLimitRequestRatio: { cpu: 500m } }] }')],
  ['limits of claims without a size', object('v1', 'LimitRange', 'spec: { limits: [{ type: PersistentVolumeClaim }] }')],
  ['unknown effect of a taint', object('v1', 'Node', 'spec: { taints: [{ key: a, effect: Never }] }', 'metadata: { name: node-1 }')],
  ['loopback endpoint', object('v1', 'Endpoints', 'subsets: [{ addresses: [{ ip: 127.0.0.1 }], ports: [{ port: 80 }] }]')],
  ['endpoints without an address', object('v1', 'Endpoints', 'subsets: [{ ports: [{ port: 80 }] }]')],
  [
    'IPv6 address in an IPv4 slice',
    object('discovery.k8s.io/v1', 'EndpointSlice', 'addressType: IPv4\nendpoints: [{ addresses: ["::1"] }]\nports: []'),
  ],
  ['unknown address type', object('discovery.k8s.io/v1', 'EndpointSlice', 'addressType: Name\nendpoints: [{ addresses: [a] }]\nports: []')],
  [
    'minimum above maximum',
    object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: a }, minReplicas: 5, maxReplicas: 3 }',
    ),
  ],
  [
    'metric with two sources',
    object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: a }, maxReplicas: 3, metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 50 } }, pods: { metric: { name: a }, target: { type: AverageValue, averageValue: 1 } } }] }',
    ),
  ],
  [
    'target with two values',
    object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: a }, maxReplicas: 3, metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 50, averageValue: 1 } } }] }',
    ),
  ],
  [
    'period of an hour',
    object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: a }, maxReplicas: 3, behavior: { scaleUp: { policies: [{ type: Pods, value: 1, periodSeconds: 3600 }] } } }',
    ),
  ],
  [
    'stabilization of more than an hour',
    object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: a }, maxReplicas: 3, behavior: { scaleUp: { stabilizationWindowSeconds: 4000 } } }',
    ),
  ],
  [
    'budget with both limits',
    object('policy/v1', 'PodDisruptionBudget', 'spec: { minAvailable: 1, maxUnavailable: 1, selector: { matchLabels: { a: b } } }'),
  ],
  [
    'unknown eviction policy',
    object(
      'policy/v1',
      'PodDisruptionBudget',
      'spec: { minAvailable: 1, unhealthyPodEvictionPolicy: Never, selector: { matchLabels: { a: b } } }',
    ),
  ],
  [
    'address as a host',
    object(
      'networking.k8s.io/v1',
      'Ingress',
      'spec: { rules: [{ host: 10.0.0.1, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: a, port: { number: 80 } } } }] } }] }',
    ),
  ],
  [
    'relative path',
    object(
      'networking.k8s.io/v1',
      'Ingress',
      'spec: { rules: [{ http: { paths: [{ path: a, pathType: Prefix, backend: { service: { name: a, port: { number: 80 } } } }] } }] }',
    ),
  ],
  [
    'port with a name and a number',
    object('networking.k8s.io/v1', 'Ingress', 'spec: { defaultBackend: { service: { name: a, port: { number: 80, name: http } } } }'),
  ],
  [
    'two classes of an Ingress',
    object(
      'networking.k8s.io/v1',
      'Ingress',
      'spec: { ingressClassName: a, defaultBackend: { service: { name: a, port: { number: 80 } } } }',
      'metadata: { name: x, annotations: { kubernetes.io/ingress.class: b } }',
    ),
  ],
  ['controller with a space', object('networking.k8s.io/v1', 'IngressClass', 'spec: { controller: "a b" }', 'metadata: { name: x }')],
  [
    'parameters of a namespace without its name',
    object(
      'networking.k8s.io/v1',
      'IngressClass',
      'spec: { controller: a.b/c, parameters: { kind: Settings, name: a, scope: Namespace } }',
      'metadata: { name: x }',
    ),
  ],
  [
    'end of a port range below its start',
    object('networking.k8s.io/v1', 'NetworkPolicy', 'spec: { podSelector: {}, ingress: [{ ports: [{ port: 80, endPort: 70 }] }] }'),
  ],
  [
    'block with a pod selector',
    object(
      'networking.k8s.io/v1',
      'NetworkPolicy',
      'spec: { podSelector: {}, ingress: [{ from: [{ podSelector: {}, ipBlock: { cidr: 10.0.0.0/8 } }] }] }',
    ),
  ],
  [
    'exception outside of its block',
    object(
      'networking.k8s.io/v1',
      'NetworkPolicy',
      'spec: { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8, except: [11.0.0.0/16] } }] }] }',
    ),
  ],
  [
    'ICMP in a NetworkPolicy',
    object('networking.k8s.io/v1', 'NetworkPolicy', 'spec: { podSelector: {}, ingress: [{ ports: [{ protocol: ICMP }] }] }'),
  ],
  ['empty peer', object('networking.k8s.io/v1', 'NetworkPolicy', 'spec: { podSelector: {}, ingress: [{ from: [{}] }] }')],
  ['role without verbs', object('rbac.authorization.k8s.io/v1', 'Role', 'rules: [{ apiGroups: [""], resources: [pods], verbs: [] }]')],
  ['URL in a Role', object('rbac.authorization.k8s.io/v1', 'Role', 'rules: [{ nonResourceURLs: [/a], verbs: [get] }]')],
  ['resources without a group', object('rbac.authorization.k8s.io/v1', 'Role', 'rules: [{ resources: [pods], verbs: [get] }]')],
  [
    'binding of a group',
    object(
      'rbac.authorization.k8s.io/v1',
      'RoleBinding',
      'roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Group, name: a }\nsubjects: []',
    ),
  ],
  [
    'ClusterRoleBinding of a Role',
    object(
      'rbac.authorization.k8s.io/v1',
      'ClusterRoleBinding',
      'roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: a }\nsubjects: []',
      'metadata: { name: x }',
    ),
  ],
  [
    'user of another group',
    object(
      'rbac.authorization.k8s.io/v1',
      'RoleBinding',
      'roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: a }\nsubjects: [{ kind: User, name: a, apiGroup: v1 }]',
    ),
  ],
  ['priority above one billion', object('scheduling.k8s.io/v1', 'PriorityClass', 'value: 1000000001', 'metadata: { name: x }')],
  ['priority class of the system', object('scheduling.k8s.io/v1', 'PriorityClass', 'value: 1', 'metadata: { name: system-x }')],
  ['provisioner with a space', object('storage.k8s.io/v1', 'StorageClass', 'provisioner: "a b"', 'metadata: { name: x }')],
  [
    'parameter without a name',
    object('storage.k8s.io/v1', 'StorageClass', 'provisioner: a.b\nparameters: { "": x }', 'metadata: { name: x }'),
  ],
  ['storage class without a provisioner', object('storage.k8s.io/v1', 'StorageClass', 'reclaimPolicy: Delete', 'metadata: { name: x }')],
  [
    'unknown lifecycle of volumes',
    object('storage.k8s.io/v1', 'CSIDriver', 'spec: { volumeLifecycleModes: [Forever] }', 'metadata: { name: x }'),
  ],
  [
    'name of a webhook without a domain',
    object(
      'admissionregistration.k8s.io/v1',
      'ValidatingWebhookConfiguration',
      'webhooks: [{ name: a, sideEffects: None, admissionReviewVersions: [v1], clientConfig: { url: "https://a.b/c" } }]',
      'metadata: { name: x }',
    ),
  ],
  [
    'webhook without TLS',
    object(
      'admissionregistration.k8s.io/v1',
      'ValidatingWebhookConfiguration',
      'webhooks: [{ name: a.b.c, sideEffects: None, admissionReviewVersions: [v1], clientConfig: { url: "http://a.b/c" } }]',
      'metadata: { name: x }',
    ),
  ],
  [
    'webhook with a URL and a Service',
    object(
      'admissionregistration.k8s.io/v1',
      'ValidatingWebhookConfiguration',
      'webhooks: [{ name: a.b.c, sideEffects: None, admissionReviewVersions: [v1], clientConfig: { url: "https://a.b/c", service: { name: a, namespace: b } } }]',
      'metadata: { name: x }',
    ),
  ],
  [
    'webhook with side effects',
    object(
      'admissionregistration.k8s.io/v1',
      'ValidatingWebhookConfiguration',
      'webhooks: [{ name: a.b.c, sideEffects: Some, admissionReviewVersions: [v1], clientConfig: { url: "https://a.b/c" } }]',
      'metadata: { name: x }',
    ),
  ],
  [
    'timeout of a minute',
    object(
      'admissionregistration.k8s.io/v1',
      'ValidatingWebhookConfiguration',
      'webhooks: [{ name: a.b.c, sideEffects: None, timeoutSeconds: 60, admissionReviewVersions: [v1], clientConfig: { url: "https://a.b/c" } }]',
      'metadata: { name: x }',
    ),
  ],
  [
    'rule without operations',
    object(
      'admissionregistration.k8s.io/v1',
      'ValidatingWebhookConfiguration',
      'webhooks: [{ name: a.b.c, sideEffects: None, admissionReviewVersions: [v1], clientConfig: { url: "https://a.b/c" }, rules: [{ apiGroups: [""], apiVersions: [v1], resources: [pods] }] }]',
      'metadata: { name: x }',
    ),
  ],
  [
    'webhook twice',
    object(
      'admissionregistration.k8s.io/v1',
      'MutatingWebhookConfiguration',
      'webhooks: [{ name: a.b.c, sideEffects: None, admissionReviewVersions: [v1], clientConfig: { url: "https://a.b/c" } }, { name: a.b.c, sideEffects: None, admissionReviewVersions: [v1], clientConfig: { url: "https://a.b/c" } }]',
      'metadata: { name: x }',
    ),
  ],
  [
    'admission policy without validations',
    object(
      'admissionregistration.k8s.io/v1',
      'ValidatingAdmissionPolicy',
      'spec: { matchConstraints: { resourceRules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }] } }',
      'metadata: { name: x }',
    ),
  ],
  [
    'name of an APIService',
    object(
      'apiregistration.k8s.io/v1',
      'APIService',
      'spec: { group: a.b, version: v1, groupPriorityMinimum: 100, versionPriority: 10, service: { name: a, namespace: b } }',
      'metadata: { name: x }',
    ),
  ],
  [
    'priority 0 of a group',
    object(
      'apiregistration.k8s.io/v1',
      'APIService',
      'spec: { group: a.b, version: v1, groupPriorityMinimum: 0, versionPriority: 10, insecureSkipTLSVerify: true, service: { name: a, namespace: b } }',
      'metadata: { name: v1.a.b }',
    ),
  ],
  ['handler in upper case', object('node.k8s.io/v1', 'RuntimeClass', 'handler: "A_B"', 'metadata: { name: x }')],
  ['lease of 0 seconds', object('coordination.k8s.io/v1', 'Lease', 'spec: { leaseDurationSeconds: 0 }')],
  [
    'precedence above 10,000',
    object(
      'flowcontrol.apiserver.k8s.io/v1',
      'FlowSchema',
      'spec: { priorityLevelConfiguration: { name: a }, matchingPrecedence: 20000 }',
      'metadata: { name: x }',
    ),
  ],
  ['label with 64 characters', object('v1', 'ConfigMap', '', `metadata: { name: x, labels: { a: ${'a'.repeat(64)} } }`)],
  ['annotation with a space', object('v1', 'ConfigMap', '', 'metadata: { name: x, annotations: { "a b": c } }')],
  [
    'two controllers',
    object(
      'v1',
      'ConfigMap',
      '',
      'metadata: { name: x, ownerReferences: [{ apiVersion: v1, kind: A, name: a, uid: u, controller: true }, { apiVersion: v1, kind: B, name: b, uid: v, controller: true }] }',
    ),
  ],
  ['generated name in upper case', object('v1', 'ConfigMap', '', 'metadata: { generateName: "A_" }')],
  ['unknown field of a reference', object('v1', 'ServiceAccount', 'imagePullSecrets: [{ nam: a }]')],
];

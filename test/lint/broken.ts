/**
 * Broken manifests: each is a valid one of the folder `valid` with a single violation. A change is the text to replace and its
 * replacement, or the text that is added at the end.
 */
export interface Broken {
  /** ID of the only rule that finds a violation. */
  readonly rule: string;
  /** Description of the violation, for the title of the test. */
  readonly title: string;
  /** Name of the valid file. */
  readonly base: string;
  /** The change that makes the file invalid. */
  readonly change: readonly [from: string, to: string] | { readonly add: string };
  /** Path of the violation. */
  readonly path: string;
}

type Row = readonly [rule: string, title: string, base: string, change: Broken['change'], path: string];

const WEB = 'spec.template.spec.containers[0]';

/** A pod that no rule finds anything in, with a change. */
function extra(from: string, to: string, kind = 'apiVersion: v1\nkind: Pod\n'): Broken['change'] {
  const pod = `${kind}metadata: { name: extra, namespace: shop }
spec:
  serviceAccountName: extra
  automountServiceAccountToken: false
  securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
  containers:
    - name: extra
      image: example.com/extra:1
      env: [{ name: MODE, value: fast }]
      ports: [{ containerPort: 8080 }]
      livenessProbe: { httpGet: { path: /, port: 8080 }, failureThreshold: 6 }
      readinessProbe: { httpGet: { path: /, port: 8080 } }
      resources: { requests: { cpu: 100m, memory: 64Mi }, limits: { memory: 64Mi } }
      securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: [ALL] } }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: extra, namespace: shop }
`;
  if (!pod.includes(from)) throw new Error(`the pod has no ${from}`);
  return { add: pod.replace(from, to) };
}

const EXTRA = 'spec.containers[0]';

function configMap(data: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: extra, namespace: shop }\ndata: { ${data} }\n`;
}

function role(rules: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: extra, namespace: shop }\nrules: [${rules}]\n`;
}

const ROWS: readonly Row[] = [
  [
    'operator-release',
    'a field that only a later release has',
    'cluster.yaml',
    {
      add: 'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: { name: extra, namespace: shop }\nspec: { gatewayClassName: alb, infrastructure: { labels: { team: shop } }, listeners: [{ name: http, port: 80, protocol: HTTP }] }\n',
    },
    'spec.infrastructure',
  ],
  ['plain-secret', 'a password', 'cluster.yaml', extra('name: MODE', 'name: DB_PASSWORD'), `${EXTRA}.env[0].value`],
  [
    'writable-root-filesystem',
    'no setting',
    'cluster.yaml',
    extra('readOnlyRootFilesystem: true, ', ''),
    `${EXTRA}.securityContext.readOnlyRootFilesystem`,
  ],
  [
    'default-service-account',
    'a token of the default account',
    'cluster.yaml',
    extra('  serviceAccountName: extra\n  automountServiceAccountToken: false\n', ''),
    'spec.serviceAccountName',
  ],
  [
    'wildcard-permission',
    'every verb',
    'cluster.yaml',
    {
      add: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: any }\nrules: [{ apiGroups: [""], resources: [pods], verbs: ["*"] }]\n',
    },
    'rules[0].verbs',
  ],
  [
    'cluster-admin',
    'a binding',
    'cluster.yaml',
    {
      add: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: ops }\nroleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }\nsubjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: ops }]\n',
    },
    'roleRef.name',
  ],
  [
    'ssh-port',
    'port 22',
    'cluster.yaml',
    extra('[{ containerPort: 8080 }]', '[{ containerPort: 8080 }, { containerPort: 22 }]'),
    `${EXTRA}.ports[1].containerPort`,
  ],
  [
    'missing-spread',
    'two replicas',
    'operators.yaml',
    [
      '      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: { matchLabels: { app: api } } }]\n',
      '',
    ],
    'spec.template.spec.topologySpreadConstraints',
  ],
  ['same-probes', 'the same probes', 'cluster.yaml', extra(', failureThreshold: 6', ''), `${EXTRA}.livenessProbe`],
  ['job-without-ttl', 'no time', 'agent.yaml', ['  ttlSecondsAfterFinished: 3600\n', ''], 'spec.ttlSecondsAfterFinished'],
  ['plain-secret', 'a password in a ConfigMap', 'cluster.yaml', { add: configMap('db.password: hunter2') }, 'data["db.password"]'],
  [
    'plain-secret',
    'a private key in a ConfigMap',
    'cluster.yaml',
    { add: configMap('key.pem: "-----BEGIN RSA PRIVATE KEY-----\\nMIIE\\n-----END RSA PRIVATE KEY-----"') },
    'data["key.pem"]',
  ],
  [
    'baseline-standard',
    'a kernel parameter of the node',
    'queue.yaml',
    extra('{ runAsNonRoot: true,', '{ sysctls: [{ name: kernel.msgmax, value: "65536" }], runAsNonRoot: true,'),
    'spec.securityContext.sysctls[0].name',
  ],
  [
    'baseline-standard',
    'no AppArmor',
    'queue.yaml',
    extra('{ allowPrivilegeEscalation: false,', '{ appArmorProfile: { type: Unconfined }, allowPrivilegeEscalation: false,'),
    `${EXTRA}.securityContext.appArmorProfile.type`,
  ],
  [
    'escalating-permission',
    'programs in every pod',
    'cluster.yaml',
    { add: role('{ apiGroups: [""], resources: [pods/exec], verbs: [create] }') },
    'rules[0]',
  ],
  [
    'escalating-permission',
    'permissions that it does not have',
    'cluster.yaml',
    {
      add: role(
        '{ apiGroups: [""], resources: [secrets], resourceNames: [one], verbs: [get] }, { apiGroups: ["*"], resources: [roles], verbs: [bind] }',
      ),
    },
    'rules[1]',
  ],
  [
    'system-group-binding',
    'everybody',
    'cluster.yaml',
    {
      add: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: extra }\nroleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }\nsubjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:unauthenticated" }]\n',
    },
    'subjects[0].name',
  ],
  [
    'external-ips',
    'an address of others',
    'cluster.yaml',
    {
      add: 'apiVersion: v1\nkind: Service\nmetadata: { name: extra, namespace: shop }\nspec: { ports: [{ port: 80 }], externalIPs: [192.0.2.1] }\n',
    },
    'spec.externalIPs',
  ],
  [
    'static-token',
    'a token in a Secret',
    'cluster.yaml',
    {
      add: 'apiVersion: v1\nkind: Secret\nmetadata: { name: extra, namespace: shop, annotations: { kubernetes.io/service-account.name: default } }\ntype: kubernetes.io/service-account-token\n',
    },
    'type',
  ],
  ['ingress-without-tls', 'no certificate', 'ingress.yaml', ['  tls: [{ hosts: [example.com], secretName: front-tls }]\n', ''], 'spec.tls'],
  ['pod-without-network-policy', 'a pod', 'cluster.yaml', extra('kind: Pod', 'kind: Pod'), 'metadata.labels'],
  [
    'missing-disruption-budget',
    'no budget',
    'shop.yaml',
    [
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: web, namespace: shop }\nspec:\n  minAvailable: 50%\n  selector: { matchLabels: { app.kubernetes.io/name: web } }\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: extra, namespace: shop }\n',
    ],
    '',
  ],
  ['single-replica', 'one replica', 'two-replicas.yaml', ['replicas: 2', 'replicas: 1'], 'spec.replicas'],
  ['missing-memory-limit', 'no limit', 'cluster.yaml', extra(', limits: { memory: 64Mi }', ''), `${EXTRA}.resources.limits.memory`],
  ['bare-pod', 'a pod', 'cluster.yaml', extra('kind: Pod', 'kind: Pod'), ''],
  [
    'unevaluated-rules',
    'a definition with a function of CEL that is not known',
    'cluster.yaml',
    {
      add: 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object, x-kubernetes-validations: [{ rule: "authorizer.path(self.kind).check()" }] } } }] }\n---\napiVersion: example.com/v1\nkind: Widget\nmetadata: { name: one, namespace: shop }\n',
    },
    'spec.versions[0].schema.openAPIV3Schema.x-kubernetes-validations[0]',
  ],
  ['duplicate-key', 'a key twice', 'shop.yaml', ['minReplicas: 3', 'minReplicas: 2\n  minReplicas: 3'], ''],
  [
    'bad-suppression',
    'an unknown rule',
    'operators.yaml',
    {
      add: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: flags, namespace: shop, annotations: { sizing-blueprints/ignore: "missing-probe: none needed" } }\n',
    },
    'metadata.annotations["sizing-blueprints/ignore"]',
  ],
  [
    'bad-suppression',
    'no reason',
    'operators.yaml',
    {
      add: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: flags, namespace: shop, annotations: { sizing-blueprints/ignore: missing-probes } }\n',
    },
    'metadata.annotations["sizing-blueprints/ignore"]',
  ],
  ['unknown-kind', 'a kind in the wrong group', 'shop.yaml', ['apiVersion: policy/v1\n', 'apiVersion: apps/v1\n'], 'kind'],
  ['unknown-kind', 'a misspelt kind', 'cluster.yaml', ['kind: ResourceQuota', 'kind: ResourceQouta'], 'kind'],
  ['unknown-kind', 'a misspelt group', 'node-pools.yaml', ['apiVersion: karpenter.sh/v1\n', 'apiVersion: Karpenter.sh/v1\n'], 'kind'],
  [
    'unknown-field',
    'a misspelt field of an operator',
    'document-store.yaml',
    ['antiAffinityTopologyKey', 'antiAffinityTopology'],
    'spec.replsets[0].affinity.antiAffinityTopology',
  ],
  [
    'unknown-field',
    'a misspelt field',
    'shop.yaml',
    ['terminationGracePeriodSeconds', 'terminationGraceSeconds'],
    'spec.template.spec.terminationGraceSeconds',
  ],
  [
    'unknown-field',
    'a field at the wrong level',
    'shop.yaml',
    ['minReplicas: 3', 'minReplicas: 3\n  targetUtilization: 60'],
    'spec.targetUtilization',
  ],
  [
    'unknown-field',
    'a field in the wrong case',
    'database.yaml',
    ['clusterIP: None', 'clusterIP: None\n  sessionaffinity: None'],
    'spec.sessionaffinity',
  ],
  [
    'unknown-field',
    'an unknown field of a custom resource',
    'node-pools.yaml',
    ['expireAfter: 720h', 'ttlSecondsUntilExpired: "720"'],
    'spec.template.spec.ttlSecondsUntilExpired',
  ],
  [
    'unknown-field',
    'an unknown field in the metadata of a custom resource',
    'operators.yaml',
    ['{ name: orders, namespace: shop }\nspec: { instances', '{ name: orders, namespace: shop, label: {} }\nspec: { instances'],
    'metadata.label',
  ],
  ['wrong-type', 'a string instead of a number', 'shop.yaml', ['maxReplicas: 30', 'maxReplicas: "30"'], 'spec.maxReplicas'],
  [
    'wrong-type',
    'a number instead of a string',
    'database.yaml',
    ['stringData: { password: from-somewhere-else }', 'stringData: { password: 12345 }'],
    'stringData.password',
  ],
  [
    'wrong-type',
    'an unquoted y, which is a boolean',
    'shop.yaml',
    ['app.kubernetes.io/part-of: shop', 'app.kubernetes.io/part-of: y'],
    'spec.template.metadata.labels["app.kubernetes.io/part-of"]',
  ],
  [
    'wrong-type',
    'an object instead of a list',
    'shop.yaml',
    ['ports: [{ port: metrics }]', 'ports: { port: metrics }'],
    'spec.ingress[0].ports',
  ],
  [
    'wrong-type',
    'a string instead of a list',
    'database.yaml',
    ['command: [mysqladmin, ping]', 'command: mysqladmin'],
    `${WEB}.readinessProbe.exec.command`,
  ],
  [
    'wrong-type',
    'a string instead of a list, in a custom resource',
    'shop.yaml',
    ['hostnames: [shop.example.com]', 'hostnames: shop.example.com'],
    'spec.hostnames',
  ],
  ['missing-field', 'a container without a name', 'operators.yaml', ['- name: api\n          image', '- image'], `${WEB}.name`],
  ['missing-field', 'an autoscaler without a maximum', 'shop.yaml', ['  maxReplicas: 30\n', ''], 'spec.maxReplicas'],
  [
    'missing-field',
    'no containers',
    'cluster.yaml',
    { add: 'apiVersion: v1\nkind: Pod\nmetadata: { name: empty }\nspec: { containers: [] }\n' },
    'spec.containers',
  ],
  ['missing-field', 'a rule without an expression', 'shop.yaml', ['expr: up == 0, ', ''], 'spec.groups[0].rules[1].expr'],
  ['bad-quantity', 'a unit that does not exist', 'shop.yaml', ['memory: 256Mi', 'memory: 256MiB'], `${WEB}.resources.requests.memory`],
  ['bad-quantity', 'a decimal comma', 'database.yaml', ['storage: 1Ti', 'storage: "1,5Ti"'], 'spec.resources.requests.storage'],
  ['bad-quantity', 'a unit in the wrong case', 'node-pools.yaml', ['memory: 400Gi', 'memory: 400gi'], 'spec.limits.memory'],
  [
    'bad-value',
    'a protocol that does not exist',
    'agent.yaml',
    ['internalTrafficPolicy: Local', 'internalTrafficPolicy: Locale'],
    'spec.internalTrafficPolicy',
  ],
  [
    'bad-value',
    'an unknown type of metric target',
    'shop.yaml',
    ['type: Utilization', 'type: Utilisation'],
    'spec.metrics[0].resource.target.type',
  ],
  ['bad-value', 'a secret that is not base64', 'shop.yaml', ['tls.key: Yg==', 'tls.key: "-----BEGIN"'], 'data["tls.key"]'],
  [
    'bad-value',
    'a duration that is not a number with a unit',
    'shop.yaml',
    ['for: 5m', 'for: five minutes'],
    'spec.groups[0].rules[1].for',
  ],
  [
    'bad-value',
    'a policy of Karpenter before 1.0',
    'node-pools.yaml',
    ['WhenEmptyOrUnderutilized', 'WhenUnderutilized'],
    'spec.disruption.consolidationPolicy',
  ],
  [
    'port-out-of-range',
    'a port above 65535',
    'ingress.yaml',
    ['name: web, port: 80 }, { name: admin, port: 8443', 'name: web, port: 80 }, { name: admin, port: 84430'],
    'spec.ports[1].port',
  ],
  [
    'port-out-of-range',
    'a node port out of range',
    'ingress.yaml',
    [
      '{ ports: [{ name: web, port: 80 }, { name: admin, port: 8443, nodePort: 0 }] }',
      '{ type: NodePort, ports: [{ name: web, port: 80 }, { name: admin, port: 8443, nodePort: 8443 }] }',
    ],
    'spec.ports[1].nodePort',
  ],
  ['number-out-of-range', 'a negative number of replicas', 'two-replicas.yaml', ['replicas: 2\n', 'replicas: -2\n'], 'spec.replicas'],
  [
    'number-out-of-range',
    'a probe with a negative period',
    'shop.yaml',
    ['periodSeconds: 5', 'periodSeconds: -5'],
    `${WEB}.readinessProbe.periodSeconds`,
  ],
  [
    'bad-name',
    'capitals and underscores',
    'cluster.yaml',
    ['metadata: { name: archive }', 'metadata: { name: Our_Archive }'],
    'metadata.name',
  ],
  [
    'bad-name',
    'a port name that is too long',
    'agent.yaml',
    ['{ name: grpc, containerPort', '{ name: opentelemetry-grpc, containerPort'],
    `${WEB}.ports[0].name`,
  ],
  ['bad-name', 'a Service that starts with a digit', 'operators.yaml', ['name: orders-reports', 'name: 2-orders'], 'metadata.name'],
  [
    'bad-name',
    'a CronJob whose job names are too long',
    'agent.yaml',
    ['name: tidy, namespace', `name: ${'tidy-'.repeat(11)}x, namespace`],
    'metadata.name',
  ],
  [
    'bad-label',
    'a label with a blank',
    'shop.yaml',
    ['app.kubernetes.io/part-of: shop', 'app.kubernetes.io/part-of: the shop'],
    'spec.template.metadata.labels["app.kubernetes.io/part-of"]',
  ],
  [
    'bad-label',
    'an annotation with two slashes',
    'queue.yaml',
    ['"example.com/note"', '"example.com/a/note"'],
    'spec.template.metadata.annotations["example.com/a/note"]',
  ],
  [
    'duplicate-object',
    'a duplicate object',
    'cluster.yaml',
    { add: 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n' },
    'metadata.name',
  ],
  [
    'duplicate-variable',
    'a duplicate environment variable',
    'shop.yaml',
    ['- { name: PASSWORD,', '- { name: LOG_LEVEL,'],
    `${WEB}.env[1].name`,
  ],
  [
    'duplicate-item',
    'two mounts at the same path',
    'shop.yaml',
    ['mountPath: /tmp', 'mountPath: /etc/web'],
    `${WEB}.volumeMounts[1].mountPath`,
  ],
  ['unnamed-port', 'two ports, one without a name', 'ingress.yaml', ['{ name: admin, port: 8443', '{ port: 8443'], 'spec.ports[1].name'],
  [
    'cluster-wide-namespace',
    'a StorageClass in a namespace',
    'cluster.yaml',
    ['{ name: gp3, annotations', '{ name: gp3, namespace: shop, annotations'],
    'metadata.namespace',
  ],
  [
    'removed-api',
    'an Ingress of extensions/v1beta1',
    'cluster.yaml',
    { add: 'apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: { name: old }\n' },
    'apiVersion',
  ],
  [
    'removed-api',
    'a CronJob of batch/v1beta1',
    'agent.yaml',
    ['apiVersion: batch/v1\nkind: CronJob', 'apiVersion: batch/v1beta1\nkind: CronJob'],
    'apiVersion',
  ],
  [
    'removed-api',
    'a PodDisruptionBudget of policy/v1beta1',
    'shop.yaml',
    ['apiVersion: policy/v1\n', 'apiVersion: policy/v1beta1\n'],
    'apiVersion',
  ],
  [
    'deprecated-api',
    'an ExternalSecret of v1beta1',
    'shop.yaml',
    ['external-secrets.io/v1\n', 'external-secrets.io/v1beta1\n'],
    'apiVersion',
  ],
  [
    'deprecated-key',
    'a node label that was renamed',
    'two-replicas.yaml',
    [
      '      containers:\n        - name: api',
      '      nodeSelector: { beta.kubernetes.io/arch: amd64 }\n      containers:\n        - name: api',
    ],
    'spec.template.spec.nodeSelector["beta.kubernetes.io/arch"]',
  ],
  [
    'missing-requests',
    'a container without requests',
    'operators.yaml',
    ['          resources: { requests: { cpu: 100m, memory: 128Mi } }\n', '          resources: { requests: { cpu: 100m } }\n'],
    `${WEB}.resources.requests.memory`,
  ],
  [
    'limit-below-request',
    'a memory limit below the request',
    'shop.yaml',
    ['memory: 512Mi', 'memory: 128Mi'],
    `${WEB}.resources.limits.memory`,
  ],
  [
    'data-store-memory-limit',
    'a data store without a memory limit',
    'database.yaml',
    [', limits: { memory: 4096Mi }', ''],
    `${WEB}.resources.limits.memory`,
  ],
  [
    'data-store-memory-limit',
    'a data store with a limit above its request',
    'database.yaml',
    ['limits: { memory: 4096Mi }', 'limits: { memory: 8Gi }'],
    `${WEB}.resources.limits.memory`,
  ],
  ['unpinned-image', 'an image without a tag', 'operators.yaml', ['example.com/api:2', 'example.com:5000/api'], `${WEB}.image`],
  ['unpinned-image', 'the tag latest', 'operators.yaml', ['example.com/api:2', 'example.com/api:latest'], `${WEB}.image`],
  [
    'bitnami-image',
    'an image of the frozen archive',
    'two-replicas.yaml',
    ['valkey/valkey:8.1', 'docker.io/bitnamilegacy/valkey:8.1'],
    `${WEB}.image`,
  ],
  [
    'bitnami-image',
    'an image of an operator',
    'operators.yaml',
    ['ghcr.io/cloudnative-pg/postgresql:17.2', 'bitnami/postgresql:17.2'],
    'spec.imageName',
  ],
  [
    'selector-mismatch',
    'a selector that differs from the labels of the template',
    'queue.yaml',
    ['selector: { matchLabels: { app: worker } }\n  template', 'selector: { matchLabels: { app: workers } }\n  template'],
    'spec.selector',
  ],
  [
    'selector-mismatch',
    'an empty selector',
    'queue.yaml',
    ['selector: { matchLabels: { app: worker } }\n  template', 'selector: {}\n  template'],
    'spec.selector',
  ],
  [
    'overlapping-selectors',
    'a selector that also selects pods of another workload',
    'operators.yaml',
    {
      add:
        workload('other', { labels: '{ app: other, tier: api }', selector: '{ app: other }' }) +
        '---\n' +
        workload('another', { labels: '{ app: other, tier: other }', selector: '{ tier: other }' }),
    },
    'spec.selector',
  ],
  [
    'service-without-pods',
    'a misspelt selector',
    'database.yaml',
    ['selector: { app: database }\n  ports: [{ port: 3306 }]', 'selector: { app: databse }\n  ports: [{ port: 3306 }]'],
    'spec.selector',
  ],
  [
    'service-without-pods',
    'pods in another namespace',
    'agent.yaml',
    [
      'metadata: { name: agent, namespace: two }\nspec:\n  selector: { app: agent }',
      'metadata: { name: agent, namespace: three }\nspec:\n  selector: { app: agent }',
    ],
    'spec.selector',
  ],
  [
    'network-policy-without-pods',
    'a policy that selects no pods',
    'shop.yaml',
    [
      '  podSelector: { matchLabels: { app.kubernetes.io/name: web } }\n  policyTypes',
      '  podSelector: { matchLabels: { app.kubernetes.io/name: wbe } }\n  policyTypes',
    ],
    'spec.podSelector',
  ],
  [
    'network-policy-without-pods',
    'a peer that does not exist',
    'operators.yaml',
    ['from: [{ podSelector: { matchLabels: { app: api } } }]', 'from: [{ podSelector: { matchLabels: { app: apo } } }]'],
    'spec.ingress[0].from[0].podSelector',
  ],
  [
    'monitor-without-targets',
    'a monitor that selects no Service',
    'shop.yaml',
    [
      '  selector: { matchLabels: { app.kubernetes.io/name: web } }\n  endpoints',
      '  selector: { matchLabels: { app.kubernetes.io/name: shop } }\n  endpoints',
    ],
    'spec.selector',
  ],
  [
    'monitor-port',
    'a port that the service does not name',
    'shop.yaml',
    ['endpoints: [{ port: metrics,', 'endpoints: [{ port: prometheus,'],
    'spec.endpoints[0].port',
  ],
  [
    'service-port',
    'a port name that no container has',
    'shop.yaml',
    ['port: 80, targetPort: http }', 'port: 80, targetPort: web }'],
    'spec.ports[0].targetPort',
  ],
  [
    'undeclared-port',
    'a target port number that no container has',
    'shop.yaml',
    ['targetPort: 9090', 'targetPort: 9091'],
    'spec.ports[1].targetPort',
  ],
  [
    'undeclared-port',
    'the right port and the wrong protocol',
    'agent.yaml',
    ['{ name: dns, port: 53, protocol: UDP }, { name: dns-tcp, port: 53, targetPort: dns-tcp }', '{ name: dns, port: 53, protocol: SCTP }'],
    'spec.ports[0].targetPort',
  ],
  [
    'route-without-service',
    'an Ingress to a missing Service',
    'ingress.yaml',
    ['service: { name: outside,', 'service: { name: outsid,'],
    'spec.rules[0].http.paths[1].backend.service.name',
  ],
  [
    'route-without-service',
    'a route to a missing Service',
    'shop.yaml',
    ['backendRefs: [{ name: web,', 'backendRefs: [{ name: api,'],
    'spec.rules[0].backendRefs[0].name',
  ],
  [
    'route-port',
    'the port of the pods, not of the service',
    'shop.yaml',
    ['{ name: web, port: 80, weight: 1 }', '{ name: web, port: 8080, weight: 1 }'],
    'spec.rules[0].backendRefs[0].port',
  ],
  [
    'route-port',
    'a port name that the service does not have',
    'ingress.yaml',
    ['port: { name: web }', 'port: { name: http }'],
    'spec.rules[0].http.paths[1].backend.service.port',
  ],
  [
    'probe-port',
    'a probe of a port name that does not exist',
    'shop.yaml',
    ['readinessProbe: { httpGet: { path: /health, port: http }', 'readinessProbe: { httpGet: { path: /health, port: htpp }'],
    `${WEB}.readinessProbe.httpGet.port`,
  ],
  [
    'undeclared-port',
    'a probe of another port',
    'shop.yaml',
    ['port: 8080 }, timeoutSeconds', 'port: 8081 }, timeoutSeconds'],
    `${WEB}.livenessProbe.httpGet.port`,
  ],
  [
    'ingress-nginx',
    'the class of the retired controller',
    'ingress.yaml',
    ['ingressClassName: alb', 'ingressClassName: nginx'],
    'spec.ingressClassName',
  ],
  [
    'gateway-missing',
    'a Gateway that does not exist',
    'shop.yaml',
    ['parentRefs: [{ name: shop, ', 'parentRefs: [{ name: store, '],
    'spec.parentRefs[0].name',
  ],
  [
    'gateway-missing',
    'a listener that does not exist',
    'shop.yaml',
    ['sectionName: https', 'sectionName: http'],
    'spec.parentRefs[0].sectionName',
  ],
  [
    'route-not-attached',
    'a host name that no listener has',
    'shop.yaml',
    ['port: 443, protocol: HTTPS', 'port: 443, protocol: HTTPS, hostname: "*.example.org"'],
    'spec.parentRefs[0]',
  ],
  [
    'route-not-attached',
    'a listener for another kind of route',
    'shop.yaml',
    ['port: 443, protocol: HTTPS', 'port: 443, protocol: HTTPS, allowedRoutes: { kinds: [{ kind: GRPCRoute }] }'],
    'spec.parentRefs[0]',
  ],
  [
    'reference-not-granted',
    'a Service of another namespace',
    'shop.yaml',
    {
      add: 'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: extra, namespace: shop }\nspec: { parentRefs: [{ name: shop }], rules: [{ backendRefs: [{ name: legacy, namespace: other, port: 443 }] }] }\n---\napiVersion: v1\nkind: Service\nmetadata: { name: legacy, namespace: other }\nspec: { type: ExternalName, externalName: legacy.example.org }\n',
    },
    'spec.rules[0].backendRefs[0].namespace',
  ],
  [
    'disruption-budget-twice',
    'a second PodDisruptionBudget',
    'shop.yaml',
    {
      add: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: other, namespace: shop }\nspec: { maxUnavailable: 1, selector: { matchLabels: { app.kubernetes.io/name: web } } }\n',
    },
    'spec.selector',
  ],
  [
    'network-policy-type',
    'egress rules of a policy for ingress',
    'shop.yaml',
    {
      add: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: extra, namespace: shop }\nspec: { podSelector: {}, policyTypes: [Ingress], ingress: [{}], egress: [{}] }\n',
    },
    'spec.egress',
  ],
  [
    'network-policy-port',
    'the port of the Service',
    'shop.yaml',
    {
      add: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: extra, namespace: shop }\nspec: { podSelector: { matchLabels: { app.kubernetes.io/name: web } }, policyTypes: [Ingress], ingress: [{ ports: [{ port: http }, { port: 80 }] }] }\n',
    },
    'spec.ingress[0].ports[1].port',
  ],
  [
    'autoscaler-conflict',
    'a VerticalPodAutoscaler for the CPU that the HPA scales by',
    'shop.yaml',
    {
      add: 'apiVersion: autoscaling.k8s.io/v1\nkind: VerticalPodAutoscaler\nmetadata: { name: web, namespace: shop }\nspec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }\n',
    },
    'spec.targetRef',
  ],
  [
    'access-mode-unsupported',
    'ReadWriteMany on EBS',
    'shop.yaml',
    {
      add: 'apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: disk }\nprovisioner: ebs.csi.aws.com\n---\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: extra, namespace: shop }\nspec: { storageClassName: disk, accessModes: [ReadWriteMany], resources: { requests: { storage: 1Gi } } }\n',
    },
    'spec.accessModes',
  ],
  [
    'image-name',
    'a repository in upper case',
    'shop.yaml',
    extra('example.com/extra:1', 'example.com/Extra:1'),
    'spec.containers[0].image',
  ],
  [
    'webhook-port',
    'no port of a Service without 443',
    'shop.yaml',
    {
      add: 'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: { name: extra }\nwebhooks: [{ name: a.example.com, sideEffects: None, admissionReviewVersions: [v1], clientConfig: { service: { name: web, namespace: shop } }, rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }] }]\n',
    },
    'webhooks[0].clientConfig.service.port',
  ],
  [
    'load-balancer-annotation',
    'a scheme that the controller does not know',
    'ingress.yaml',
    ['  annotations:\n', '  annotations:\n    alb.ingress.kubernetes.io/scheme: external\n'],
    'metadata.annotations["alb.ingress.kubernetes.io/scheme"]',
  ],
  [
    'load-balancer-annotation',
    'listeners that are not JSON',
    'ingress.yaml',
    ['  annotations:\n', '  annotations:\n    alb.ingress.kubernetes.io/listen-ports: "[{HTTP: 80}]"\n'],
    'metadata.annotations["alb.ingress.kubernetes.io/listen-ports"]',
  ],
  [
    'autoscaler-fixed-replicas',
    'spec.replicas together with an HPA',
    'shop.yaml',
    [
      'spec:\n  selector:\n    matchLabels: { app.kubernetes.io/name: web }\n  template',
      'spec:\n  replicas: 3\n  selector:\n    matchLabels: { app.kubernetes.io/name: web }\n  template',
    ],
    'spec.replicas',
  ],
  [
    'autoscaler-fixed-replicas',
    'spec.replicas together with a ScaledObject',
    'queue.yaml',
    ['spec:\n  selector: { matchLabels', 'spec:\n  replicas: 1\n  selector: { matchLabels'],
    'spec.replicas',
  ],
  ['autoscaler-bounds', 'a minimum above the maximum', 'shop.yaml', ['minReplicas: 3', 'minReplicas: 31'], 'spec.minReplicas'],
  [
    'autoscaler-bounds',
    'idle replicas that are not fewer than the minimum',
    'queue.yaml',
    ['minReplicaCount: 0', 'minReplicaCount: 0\n  idleReplicaCount: 1'],
    'spec.idleReplicaCount',
  ],
  [
    'autoscaler-target',
    'a target that does not exist',
    'queue.yaml',
    ['scaleTargetRef: { name: worker }', 'scaleTargetRef: { name: wroker }'],
    'spec.scaleTargetRef.name',
  ],
  [
    'autoscaler-target',
    'a target in another group',
    'shop.yaml',
    ['scaleTargetRef: { apiVersion: apps/v1', 'scaleTargetRef: { apiVersion: v1'],
    'spec.scaleTargetRef.name',
  ],
  [
    'autoscaler-requests',
    'utilization of a resource that is not requested',
    'shop.yaml',
    ['resource: { name: cpu, target', 'resource: { name: ephemeral-storage, target'],
    'spec.metrics[0].resource',
  ],
  [
    'autoscaler-twice',
    'a ScaledObject together with an HPA',
    'shop.yaml',
    {
      add: 'apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: { name: web, namespace: shop }\nspec:\n  scaleTargetRef: { name: web }\n  minReplicaCount: 3\n  triggers: [{ type: cron, metadata: { timezone: UTC } }]\n',
    },
    'spec.scaleTargetRef.name',
  ],
  [
    'disruption-budget-impossible',
    'a minimum above the maximum number of pods',
    'two-replicas.yaml',
    ['minAvailable: 2', 'minAvailable: 4'],
    'spec.minAvailable',
  ],
  [
    'disruption-budget-impossible',
    'both bounds',
    'two-replicas.yaml',
    ['minAvailable: 2', 'minAvailable: 1, maxUnavailable: 1'],
    'spec.maxUnavailable',
  ],
  [
    'disruption-budget-blocks',
    'a minimum above the number of pods',
    'two-replicas.yaml',
    ['minAvailable: 2', 'minAvailable: 3'],
    'spec.minAvailable',
  ],
  [
    'disruption-budget-blocks',
    'a percentage that rounds up to all pods',
    'shop.yaml',
    ['minAvailable: 50%', 'minAvailable: 70%'],
    'spec.minAvailable',
  ],
  [
    'disruption-budget-blocks',
    'a maximum of 0 unavailable pods',
    'queue.yaml',
    ['maxUnavailable: 25%', 'maxUnavailable: 0'],
    'spec.maxUnavailable',
  ],
  [
    'disruption-budget-without-pods',
    'a PodDisruptionBudget that selects no pods',
    'two-replicas.yaml',
    ['minAvailable: 2, selector: { matchLabels: { app: cache } }', 'minAvailable: 2, selector: { matchLabels: { app: cash } }'],
    'spec.selector',
  ],
  [
    'anti-affinity-unsatisfiable',
    'four pods, at most one per zone',
    'database.yaml',
    ['replicas: 3', 'replicas: 4'],
    'spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey',
  ],
  [
    'anti-affinity-unsatisfiable',
    'a rollout that requires a fourth zone',
    'two-replicas.yaml',
    ['  strategy: { type: Recreate }\n', ''],
    'spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey',
  ],
  [
    'spread-unsatisfiable',
    'more zones than there are',
    'two-replicas.yaml',
    ['minDomains: 3', 'minDomains: 4'],
    'spec.template.spec.topologySpreadConstraints[0].minDomains',
  ],
  [
    'spread-without-pods',
    'a spread of other pods',
    'shop.yaml',
    ['labelSelector: { matchLabels: { app.kubernetes.io/name: web } }', 'labelSelector: { matchLabels: { app: web } }'],
    'spec.template.spec.topologySpreadConstraints[0].labelSelector',
  ],
  [
    'affinity-without-pods',
    'near pods that are not there',
    'two-replicas.yaml',
    [
      '- { topologyKey: topology.kubernetes.io/zone, labelSelector: { matchLabels: { app: cache } } }\n        nodeAffinity',
      '- { topologyKey: topology.kubernetes.io/zone, labelSelector: { matchLabels: { app: redis } } }\n        nodeAffinity',
    ],
    'spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector',
  ],
  [
    'claim-without-class',
    'a claim of a StatefulSet',
    'database.yaml',
    ['storageClassName: gp3, ', ''],
    'spec.volumeClaimTemplates[0].spec.storageClassName',
  ],
  [
    'claim-without-class',
    'a PersistentVolumeClaim without a class',
    'database.yaml',
    ['storageClassName: efs, ', ''],
    'spec.storageClassName',
  ],
  [
    'volume-missing',
    'a mount of a missing volume',
    'shop.yaml',
    ['- { name: scratch, mountPath', '- { name: scrath, mountPath'],
    `${WEB}.volumeMounts[1].name`,
  ],
  [
    'claim-missing',
    'a claim that does not exist',
    'database.yaml',
    ['claimName: backups', 'claimName: backup'],
    'spec.jobTemplate.spec.template.spec.volumes[0].persistentVolumeClaim.claimName',
  ],
  [
    'device-claim-missing',
    'a ResourceClaimTemplate that does not exist',
    'agent.yaml',
    [
      '      tolerations: [{ operator: Exists }]\n',
      '      tolerations: [{ operator: Exists }]\n      resourceClaims: [{ name: gpu, resourceClaimTemplateName: gpu }]\n',
    ],
    'spec.template.spec.resourceClaims[0].resourceClaimTemplateName',
  ],
  [
    'secret-missing',
    'a Secret that does not exist',
    'database.yaml',
    ['secretRef: { name: database }', 'secretRef: { name: databse }'],
    `${WEB}.envFrom[0].secretRef.name`,
  ],
  [
    'secret-missing',
    'an ExternalSecret of another name',
    'shop.yaml',
    ['target: { name: web-secrets,', 'target: { name: web-secret,'],
    `${WEB}.env[1].valueFrom.secretKeyRef.name`,
  ],
  [
    'secret-missing',
    'a certificate Secret that does not exist',
    'shop.yaml',
    ['certificateRefs: [{ name: shop-tls }]', 'certificateRefs: [{ name: shop-cert }]'],
    'spec.listeners[0].tls.certificateRefs[0].name',
  ],
  [
    'config-map-missing',
    'a ConfigMap that does not exist',
    'shop.yaml',
    ['configMapKeyRef: { name: web,', 'configMapKeyRef: { name: web-config,'],
    `${WEB}.env[0].valueFrom.configMapKeyRef.name`,
  ],
  [
    'key-missing',
    'a key that the ConfigMap does not have',
    'shop.yaml',
    ['key: LOG_LEVEL', 'key: LOGLEVEL'],
    `${WEB}.env[0].valueFrom.configMapKeyRef.key`,
  ],
  [
    'key-missing',
    'a key that the ExternalSecret does not fetch',
    'shop.yaml',
    ['key: password } }', 'key: pasword } }'],
    `${WEB}.env[1].valueFrom.secretKeyRef.key`,
  ],
  [
    'service-account-missing',
    'a service account that does not exist',
    'shop.yaml',
    ['serviceAccountName: web', 'serviceAccountName: webb'],
    'spec.template.spec.serviceAccountName',
  ],
  [
    'ineffective-permission',
    'a resource in the singular',
    'cluster.yaml',
    ['resources: [pods]', 'resources: [pod]'],
    'rules[0].resources[0]',
  ],
  [
    'ineffective-permission',
    'a resource of another API group',
    'cluster.yaml',
    ['resources: [pods]', 'resources: [pods, deployments]'],
    'rules[0].resources[1]',
  ],
  [
    'priority-class-missing',
    'a priority class that does not exist',
    'shop.yaml',
    ['priorityClassName: shop-critical', 'priorityClassName: critical'],
    'spec.template.spec.priorityClassName',
  ],
  [
    'stated-priority',
    'a priority that the class does not have',
    'shop.yaml',
    ['priorityClassName: shop-critical', 'priorityClassName: shop-critical\n      priority: 5'],
    'spec.template.spec.priority',
  ],
  [
    'outside-limit-range',
    'a request above the maximum of the LimitRange',
    'queue.yaml',
    {
      add: 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: extra }\nspec: { limits: [{ type: Container, max: { memory: 512Mi } }] }\n',
    },
    'spec.template.spec.containers[0].resources.requests.memory',
  ],
  [
    'outside-quota',
    'pods that request more than the quota',
    'shop.yaml',
    { add: 'apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: extra, namespace: shop }\nspec: { hard: { requests.memory: 64Mi } }\n' },
    'spec.hard["requests.memory"]',
  ],
  [
    'trigger-authentication-missing',
    'credentials that are not there',
    'queue.yaml',
    ['authenticationRef: { name: queue }', 'authenticationRef: { name: queues }'],
    'spec.triggers[0].authenticationRef.name',
  ],
  [
    'secret-store-missing',
    'a store that does not exist',
    'shop.yaml',
    ['kind: ClusterSecretStore', 'kind: SecretStore'],
    'spec.secretStoreRef.name',
  ],
  [
    'node-class-missing',
    'a node class that does not exist',
    'node-pools.yaml',
    ['kind: EC2NodeClass, name: default', 'kind: EC2NodeClass, name: general'],
    'spec.template.spec.nodeClassRef.name',
  ],
  [
    'impossible-node-pool',
    'requirements that exclude each other',
    'node-pools.yaml',
    [
      'kubernetes.io/arch, operator: In, values: [arm64] }',
      'kubernetes.io/arch, operator: In, values: [arm64] }\n        - { key: kubernetes.io/arch, operator: NotIn, values: [arm64] }',
    ],
    'spec.template.spec.requirements[1]',
  ],
  ['node-pool-without-limits', 'a pool without limits', 'node-pools.yaml', ['  limits: { cpu: 100, memory: 400Gi }\n', ''], 'spec.limits'],
  [
    'restart-policy',
    'a Job that restarts for ever',
    'agent.yaml',
    [
      '  completionMode: Indexed\n  ttlSecondsAfterFinished: 3600\n  template:\n    spec:\n      restartPolicy: Never',
      '  template:\n    spec:',
    ],
    'spec.template.spec.restartPolicy',
  ],
  [
    'restart-policy',
    'a Deployment that does not',
    'queue.yaml',
    ['    spec:\n      securityContext', '    spec:\n      restartPolicy: OnFailure\n      securityContext'],
    'spec.template.spec.restartPolicy',
  ],
  ['cron-schedule', 'six fields', 'database.yaml', ['"15 3 * * mon-fri"', '"0 15 3 * * mon-fri"'], 'spec.schedule'],
  ['cron-schedule', 'an hour that does not exist', 'database.yaml', ['"15 3 * * mon-fri"', '"15 24 * * mon-fri"'], 'spec.schedule'],
  ['cron-schedule', 'a date that does not exist', 'database.yaml', ['"15 3 * * mon-fri"', '"15 3 31 2,4 *"'], 'spec.schedule'],
  [
    'cron-deadline',
    'a deadline below the pause',
    'database.yaml',
    ['startingDeadlineSeconds: 600', 'startingDeadlineSeconds: 5'],
    'spec.startingDeadlineSeconds',
  ],
  ['stateful-set-service', 'a missing serviceName', 'database.yaml', ['  serviceName: database-pods\n', ''], 'spec.serviceName'],
  [
    'stateful-set-service',
    'a service with an address',
    'database.yaml',
    ['serviceName: database-pods', 'serviceName: database-read'],
    'spec.serviceName',
  ],
  [
    'missing-probes',
    'a container that serves without a readiness probe',
    'shop.yaml',
    ['          readinessProbe: { httpGet: { path: /health, port: http }, periodSeconds: 5 }\n', ''],
    `${WEB}.readinessProbe`,
  ],
  ['alert-rule', 'neither an alert nor a record', 'shop.yaml', ['alert: WebDown, ', ''], 'spec.groups[0].rules[1]'],
  [
    'alert-rule',
    'a recording rule that waits',
    'shop.yaml',
    ['{ record: "web:requests:rate5m",', '{ record: "web:requests:rate5m", for: 5m,'],
    'spec.groups[0].rules[0].for',
  ],
  [
    'privileged-container',
    'all rights',
    'operators.yaml',
    ['allowPrivilegeEscalation: false, ', 'privileged: true, '],
    `${WEB}.securityContext.privileged`,
  ],
  [
    'host-namespace',
    'the network of the node',
    'operators.yaml',
    ['    spec:\n      securityContext', '    spec:\n      hostNetwork: true\n      securityContext'],
    'spec.template.spec.hostNetwork',
  ],
  [
    'host-namespace',
    'a port of the node',
    'agent.yaml',
    ['containerPort: 4317 }', 'containerPort: 4317, hostPort: 4317 }'],
    `${WEB}.ports[0].hostPort`,
  ],
  [
    'host-path',
    'a folder of the node',
    'shop.yaml',
    ['emptyDir: { sizeLimit: 1Gi }', 'hostPath: { path: /var/lib }'],
    'spec.template.spec.volumes[1].hostPath',
  ],
  ['run-as-root', 'runAsNonRoot is not set', 'operators.yaml', ['runAsNonRoot: true, ', ''], `${WEB}.securityContext.runAsNonRoot`],
  [
    'run-as-root',
    'the user 0',
    'operators.yaml',
    ['runAsNonRoot: true, ', 'runAsNonRoot: false, runAsUser: 0, '],
    `${WEB}.securityContext.runAsUser`,
  ],
  [
    'privilege-escalation',
    'processes that may gain rights',
    'operators.yaml',
    ['allowPrivilegeEscalation: false, ', ''],
    `${WEB}.securityContext.allowPrivilegeEscalation`,
  ],
  [
    'capabilities',
    'no capability dropped',
    'operators.yaml',
    [', capabilities: { drop: [ALL] }', ''],
    `${WEB}.securityContext.capabilities.drop`,
  ],
  [
    'capabilities',
    'a capability added',
    'list.json',
    ['NET_BIND_SERVICE', 'SYS_ADMIN'],
    'spec.containers[0].securityContext.capabilities.add',
  ],
  [
    'seccomp-profile',
    'no seccomp profile',
    'operators.yaml',
    [', seccompProfile: { type: RuntimeDefault }', ''],
    `${WEB}.securityContext.seccompProfile`,
  ],
];

export const BROKEN: readonly Broken[] = ROWS.map(([rule, title, base, change, path]) => ({ rule, title, base, change, path }));

/** A Deployment without violations of its own. */
function workload(name: string, { labels, selector }: { readonly labels: string; readonly selector: string }): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: ${selector} }
  template:
    metadata: { labels: ${labels} }
    spec:
      securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: main
          image: example.com/main:1
          resources: { requests: { cpu: 100m, memory: 128Mi } }
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
`;
}

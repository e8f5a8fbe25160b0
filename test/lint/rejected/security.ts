import { CONTAINER, CONTAINER_PATH, container, type Make, META, pod, type Rejected, rows } from './rows';

const namespaced = (level: string) =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: ${level} } }\n---\n`;
const baseline: Make = (fields) => namespaced('baseline') + pod(fields);
const restricted: Make = (fields) =>
  `${namespaced('restricted')}apiVersion: v1\nkind: Pod\n${META}\nspec: { securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }, containers: [{ ${CONTAINER}, securityContext: { ${fields} } }] }\n`;
const RESTRICTED = 'allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }';

/** Security contexts that the API server rejects, also by the Pod Security Standard of the namespace. */
export const REJECTED_SECURITY: readonly Rejected[] = [
  ...rows('invalid-security-context', container, [
    [
      'ValidateSecurityContext',
      'securityContext: { privileged: true, allowPrivilegeEscalation: false }',
      'securityContext: { privileged: true }',
      `${CONTAINER_PATH}.securityContext.allowPrivilegeEscalation`,
    ],
    [
      'ValidateSecurityContext',
      'securityContext: { capabilities: { add: [CAP_SYS_ADMIN] }, allowPrivilegeEscalation: false }',
      'securityContext: { capabilities: { add: [CAP_SYS_ADMIN] } }',
      `${CONTAINER_PATH}.securityContext.allowPrivilegeEscalation`,
    ],
    [
      'ValidateProcMountField',
      'securityContext: { procMount: Unmasked }',
      'securityContext: { procMount: Default }',
      `${CONTAINER_PATH}.securityContext.procMount`,
    ],
    [
      'validateSeccompProfileField',
      'securityContext: { seccompProfile: { type: Localhost } }',
      'securityContext: { seccompProfile: { type: Localhost, localhostProfile: a/b.json } }',
      `${CONTAINER_PATH}.securityContext.seccompProfile.localhostProfile`,
    ],
    [
      'validateSeccompProfileField',
      'securityContext: { seccompProfile: { type: RuntimeDefault, localhostProfile: a } }',
      'securityContext: { seccompProfile: { type: RuntimeDefault } }',
      `${CONTAINER_PATH}.securityContext.seccompProfile.localhostProfile`,
    ],
    [
      'ValidateAppArmorProfileField',
      'securityContext: { appArmorProfile: { type: Localhost } }',
      'securityContext: { appArmorProfile: { type: Unconfined } }',
      `${CONTAINER_PATH}.securityContext.appArmorProfile.localhostProfile`,
    ],
    [
      'IsValidUserID',
      'securityContext: { runAsUser: 2147483648 }',
      'securityContext: { runAsUser: 2147483647 }',
      `${CONTAINER_PATH}.securityContext.runAsUser`,
    ],
    [
      'verifyRunAsNonRoot of the kubelet',
      'securityContext: { runAsUser: 0, runAsNonRoot: true }',
      'securityContext: { runAsUser: 0, runAsNonRoot: false }',
      `${CONTAINER_PATH}.securityContext.runAsUser`,
    ],
  ]),
  ...rows('invalid-security-context', pod, [
    ['validatePodSpecSecurityContext', 'hostPID: true, shareProcessNamespace: true', 'hostPID: true', 'spec.shareProcessNamespace'],
    [
      'validateSysctls',
      'securityContext: { sysctls: [{ name: Net.x, value: "1" }] }',
      'securityContext: { sysctls: [{ name: net.core.somaxconn, value: "1" }] }',
      'spec.securityContext.sysctls[0].name',
    ],
    [
      'validateSysctls',
      'securityContext: { sysctls: [{ name: net.a, value: "1" }, { name: net.a, value: "2" }] }',
      'securityContext: { sysctls: [{ name: net.a, value: "1" }, { name: net.b, value: "2" }] }',
      'spec.securityContext.sysctls[1].name',
    ],
    [
      'ValidateHostSysctl',
      'hostNetwork: true, securityContext: { sysctls: [{ name: net.a, value: "1" }] }',
      'hostNetwork: true, securityContext: { sysctls: [{ name: kernel.shm_rmid_forced, value: "1" }] }',
      'spec.securityContext.sysctls[0].name',
    ],
    ['validateHostUsers', 'hostUsers: false, hostIPC: true', 'hostUsers: true, hostIPC: true', 'spec.hostIPC'],
  ]),
  ...rows('pod-security', baseline, [
    ['check_hostNamespaces', 'hostNetwork: true', 'hostNetwork: false', 'spec.hostNetwork'],
    [
      'check_hostPathVolumes',
      'volumes: [{ name: v, hostPath: { path: /a } }]',
      'volumes: [{ name: v, nfs: { server: s, path: /a } }]',
      'spec.volumes[0].hostPath',
    ],
    [
      'check_sysctls',
      'securityContext: { sysctls: [{ name: net.core.somaxconn, value: "1" }] }',
      'securityContext: { sysctls: [{ name: net.ipv4.tcp_syncookies, value: "1" }] }',
      'spec.securityContext.sysctls[0].name',
    ],
    [
      'check_seccompProfile_baseline',
      'securityContext: { seccompProfile: { type: Unconfined } }',
      'securityContext: { runAsUser: 0 }',
      'spec.securityContext.seccompProfile.type',
    ],
    [
      'check_seLinuxOptions',
      'securityContext: { seLinuxOptions: { type: spc_t } }',
      'securityContext: { seLinuxOptions: { type: container_t, level: s0 } }',
      'spec.securityContext.seLinuxOptions.type',
    ],
  ]),
  ...rows('pod-security', (fields) => namespaced('baseline') + container(fields), [
    [
      'check_privileged',
      'securityContext: { privileged: true }',
      'securityContext: { privileged: false }',
      `${CONTAINER_PATH}.securityContext.privileged`,
    ],
    [
      'check_capabilities_baseline',
      'securityContext: { capabilities: { add: [NET_ADMIN] } }',
      'securityContext: { capabilities: { add: [CHOWN] } }',
      `${CONTAINER_PATH}.securityContext.capabilities.add`,
    ],
    [
      'check_hostPorts',
      'ports: [{ containerPort: 80, hostPort: 80 }]',
      'ports: [{ containerPort: 80 }]',
      `${CONTAINER_PATH}.ports[0].hostPort`,
    ],
  ]),
  ...rows('pod-security', restricted, [
    [
      'check_allowPrivilegeEscalation',
      'capabilities: { drop: [ALL] }',
      RESTRICTED,
      `${CONTAINER_PATH}.securityContext.allowPrivilegeEscalation`,
    ],
    [
      'check_runAsNonRoot',
      `${RESTRICTED}, runAsNonRoot: false`,
      `${RESTRICTED}, runAsUser: 1000`,
      `${CONTAINER_PATH}.securityContext.runAsNonRoot`,
    ],
    ['check_capabilities_restricted', 'allowPrivilegeEscalation: false', RESTRICTED, `${CONTAINER_PATH}.securityContext.capabilities.drop`],
    [
      'check_capabilities_restricted',
      'allowPrivilegeEscalation: false, capabilities: { drop: [ALL], add: [CHOWN] }',
      'allowPrivilegeEscalation: false, capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] }',
      `${CONTAINER_PATH}.securityContext.capabilities.add`,
    ],
  ]),
];

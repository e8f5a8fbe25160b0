import type { ManifestObject } from '../manifests/manifest-object';
import { at, type Item, itemsOf, numberAt, stringAt } from '../manifests/values';
import { isSet, stringsIn, violationAt } from './field-checks';
import { securityContextOf } from './security-context';
import type { Violation } from './violation';
import type { Workload } from './workload';

/** Capabilities that the level baseline allows. Source: `check_capabilities_baseline.go` of k8s.io/pod-security-admission. */
const CAPABILITIES: readonly string[] = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

/** Kernel parameters that the level baseline allows, of all versions. Source: Kubernetes documentation, pod security standards. */
const SYSCTLS: readonly string[] = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
];

const SELINUX_TYPES: readonly string[] = ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];

/** Volumes that the level restricted allows. Source: Kubernetes documentation, pod security standards. */
const VOLUMES: readonly string[] = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** Violations of the level baseline of the pod security standards. */
export function* baselineViolations(workload: Workload): Generator<Violation> {
  const { object, pod, containers } = workload;
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC'])
    if (pod.value[field] === true) yield violationAt(object, pod, [field], 'false');
  for (const volume of itemsOf(pod, 'volumes'))
    if (isSet(volume.value.hostPath)) yield violationAt(object, volume, ['hostPath'], 'another kind of volume');
  yield* settingViolations(workload);
  for (const container of containers) {
    for (const port of itemsOf(container, 'ports'))
      if ((numberAt(port.value, 'hostPort') ?? 0) !== 0) yield violationAt(object, port, ['hostPort'], 'no value');
    const context = securityContextOf(container);
    if (context.value.privileged === true) yield violationAt(object, context, ['privileged'], 'false');
    const added = stringsIn(context.value, 'capabilities', 'add').filter((name) => !CAPABILITIES.includes(name));
    if (added.length > 0)
      yield {
        object,
        path: [...context.path, 'capabilities', 'add'],
        received: added.join(', '),
        expected: `only ${CAPABILITIES.join(', ')}`,
      };
  }
}

/** Violations of the level baseline by kernel parameters and by the profiles of seccomp, AppArmor, SELinux and Windows. */
export function* settingViolations({ object, pod, containers }: Workload): Generator<Violation> {
  for (const sysctl of itemsOf(pod, 'securityContext', 'sysctls')) {
    if (!SYSCTLS.includes(stringAt(sysctl.value, 'name') ?? ''))
      yield violationAt(object, sysctl, ['name'], `one of ${SYSCTLS.join(', ')}`);
  }
  yield* contextViolations(object, securityContextOf(pod));
  for (const container of containers) {
    const context = securityContextOf(container);
    yield* contextViolations(object, context);
    if ((stringAt(context.value, 'procMount') ?? 'Default') !== 'Default') yield violationAt(object, context, ['procMount'], 'Default');
  }
}

/** Settings that pods and containers both have. */
function* contextViolations(object: ManifestObject, context: Item): Generator<Violation> {
  for (const field of ['seccompProfile', 'appArmorProfile'])
    if (at(context.value, field, 'type') === 'Unconfined')
      yield violationAt(object, context, [field, 'type'], 'RuntimeDefault or Localhost');
  if (!SELINUX_TYPES.includes(stringAt(context.value, 'seLinuxOptions', 'type') ?? ''))
    yield violationAt(object, context, ['seLinuxOptions', 'type'], 'a type of containers, such as container_t');
  for (const field of ['user', 'role'])
    if ((stringAt(context.value, 'seLinuxOptions', field) ?? '') !== '')
      yield violationAt(object, context, ['seLinuxOptions', field], 'no value');
  if (at(context.value, 'windowsOptions', 'hostProcess') === true)
    yield violationAt(object, context, ['windowsOptions', 'hostProcess'], 'false');
}

/** Violations of the level restricted, in addition to those of the level baseline. */
export function* restrictedViolations({ object, pod, containers }: Workload): Generator<Violation> {
  const podContext = securityContextOf(pod);
  const isWindows = at(pod.value, 'os', 'name') === 'windows';
  const isMapped = pod.value.hostUsers === false;
  for (const volume of itemsOf(pod, 'volumes')) {
    const kind = Object.keys(volume.value).find((field) => field !== 'name' && field !== 'hostPath' && isSet(volume.value[field]));
    if (kind !== undefined && !VOLUMES.includes(kind)) yield violationAt(object, volume, [kind], `one of ${VOLUMES.join(', ')}`);
  }
  if (podContext.value.runAsUser === 0 && !isMapped) yield violationAt(object, podContext, ['runAsUser'], 'a user that is not root');
  for (const container of containers) {
    const context = securityContextOf(container);
    if (context.value.runAsUser === 0 && !isMapped) yield violationAt(object, context, ['runAsUser'], 'a user that is not root');
    if ((context.value.runAsNonRoot ?? podContext.value.runAsNonRoot) !== true && !isMapped)
      yield violationAt(object, context, ['runAsNonRoot'], 'true, on the container or the pod');
    if (!isWindows) yield* linuxViolations(object, context, podContext);
  }
}

function* linuxViolations(object: ManifestObject, context: Item, podContext: Item): Generator<Violation> {
  if (context.value.allowPrivilegeEscalation !== false) yield violationAt(object, context, ['allowPrivilegeEscalation'], 'false');
  if (!isSet(at(context.value, 'seccompProfile', 'type') ?? at(podContext.value, 'seccompProfile', 'type')))
    yield violationAt(object, context, ['seccompProfile', 'type'], 'RuntimeDefault or Localhost, on the container or the pod');
  if (!stringsIn(context.value, 'capabilities', 'drop').includes('ALL'))
    yield violationAt(object, context, ['capabilities', 'drop'], 'a list with ALL');
  const added = stringsIn(context.value, 'capabilities', 'add').filter(
    (name) => name !== 'NET_BIND_SERVICE' && CAPABILITIES.includes(name),
  );
  if (added.length > 0)
    yield { object, path: [...context.path, 'capabilities', 'add'], received: added.join(', '), expected: 'only NET_BIND_SERVICE' };
}

import { own } from '../../core/plain-object';
import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, itemsOf, objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { isSet, pathBelow, stringsIn, violationAt } from '../field-checks';
import type { Rule } from '../rule';
import { securityContextOf } from '../security-context';
import type { Violation } from '../violation';

export const invalidSecurityContext: Rule = {
  id: 'invalid-security-context',
  severity: 'error',
  description: 'Security context is invalid',
  fix: 'Remove one of the settings that contradict each other',
  citation: apiSource('core'),
  *check({ workloads }) {
    for (const { object, pod, containers } of workloads) {
      const context = securityContextOf(pod);
      yield* profiles(object, context);
      yield* sysctls(object, pod, context);
      if (pod.value.hostPID === true && pod.value.shareProcessNamespace === true)
        yield violationAt(object, pod, ['shareProcessNamespace'], 'false, because hostPID is true');
      for (const field of ['hostPID', 'hostIPC'])
        if (pod.value.hostUsers === false && pod.value[field] === true)
          yield violationAt(object, pod, [field], 'false, because hostUsers is false');
      const isHostProcess = (item: Item) => at(securityContextOf(item).value, 'windowsOptions', 'hostProcess');
      const processes = containers.map((container) => isHostProcess(container) ?? isHostProcess(pod));
      if (processes.includes(true)) {
        if (pod.value.hostNetwork !== true) yield violationAt(object, pod, ['hostNetwork'], 'true, because a container is a HostProcess');
        if (processes.some((process) => process !== true))
          yield { object, path: pod.path, received: 'with other containers', expected: 'only HostProcess containers, because one is' };
      }
      const ofPod = isHostProcess(pod);
      for (const container of containers) {
        const own = isHostProcess(container);
        if (isSet(ofPod) && isSet(own) && own !== ofPod)
          yield violationAt(object, container, ['securityContext', 'windowsOptions', 'hostProcess'], `${ofPod}, as the pod has`);
      }
      const users = new Set<Item>();
      for (const container of containers) {
        const own = securityContextOf(container);
        yield* profiles(object, own);
        yield* privileges(object, own, pod);
        const user = rootUser(own, context);
        if (user !== undefined) users.add(user);
      }
      for (const user of users) yield violationAt(object, user, ['runAsUser'], 'another user, because runAsNonRoot is true');
    }
  },
};

/** Largest ID of a user or group. Source: `IsValidUserID` of k8s.io/apimachinery. */
const MOST_ID = 2 ** 31 - 1;

/** Longest path of a profile. Source: `ValidateAppArmorProfileField` of the API server. */
const MOST_PROFILE_CHARACTERS = 4_095;

/** A name of a kernel parameter. Source: `SysctlContainSlashFmt` of the API server. */
const SYSCTL = /^[a-z0-9]+(?:[-_]+[a-z0-9]+)*(?:[./][a-z0-9]+(?:[-_]+[a-z0-9]+)*)*$/;
const MOST_SYSCTL_CHARACTERS = 253;

function* profiles(object: ManifestObject, context: Item): Generator<Violation> {
  for (const field of ['runAsUser', 'runAsGroup', 'fsGroup']) {
    const id = own(context.value, field);
    if (typeof id === 'number' && id > MOST_ID) yield violationAt(object, context, [field], `0 to ${MOST_ID}`);
  }
  for (const field of ['seccompProfile', 'appArmorProfile']) {
    if (!isSet(own(context.value, field))) continue;
    const profile = { value: objectAt(context.value, field), path: [...context.path, field] };
    const isLocal = profile.value.type === 'Localhost';
    const file = stringAt(profile.value, 'localhostProfile');
    if (isLocal && (file ?? '') === '') yield violationAt(object, profile, ['localhostProfile'], 'a profile with the type Localhost');
    else if (!isLocal && file !== undefined)
      yield violationAt(object, profile, ['localhostProfile'], 'no value without the type Localhost');
    else if (field === 'appArmorProfile' && file !== undefined && (file !== file.trim() || file.length > MOST_PROFILE_CHARACTERS))
      yield violationAt(object, profile, ['localhostProfile'], `at most ${MOST_PROFILE_CHARACTERS} characters, without spaces around them`);
    else if (field === 'seccompProfile') yield* pathBelow(object, profile, 'localhostProfile');
  }
}

function* sysctls(object: ManifestObject, pod: Item, context: Item): Generator<Violation> {
  const seen = new Set<string>();
  for (const item of itemsOf(context, 'sysctls')) {
    const name = stringAt(item.value, 'name');
    if (name === undefined) continue;
    const dotted = name.replaceAll('/', '.');
    if (name.length > MOST_SYSCTL_CHARACTERS || !SYSCTL.test(name))
      yield violationAt(object, item, ['name'], 'the name of a kernel parameter, such as net.core.somaxconn');
    else if (seen.has(name)) yield violationAt(object, item, ['name'], 'each parameter once');
    else if (pod.value.hostNetwork === true && dotted.startsWith('net.'))
      yield violationAt(object, item, ['name'], 'no parameter of the network, because hostNetwork is true');
    else if (pod.value.hostIPC === true && /^(?:kernel\.(?:shm|msg|sem)|fs\.mqueue\.)/.test(dotted))
      yield violationAt(object, item, ['name'], 'no parameter of IPC, because hostIPC is true');
    seen.add(name);
  }
}

function* privileges(object: ManifestObject, context: Item, pod: Item): Generator<Violation> {
  if (context.value.allowPrivilegeEscalation === false) {
    if (context.value.privileged === true)
      yield violationAt(object, context, ['allowPrivilegeEscalation'], 'no value, because the container is privileged');
    if (stringsIn(context.value, 'capabilities', 'add').includes('CAP_SYS_ADMIN'))
      yield violationAt(object, context, ['allowPrivilegeEscalation'], 'no value, because CAP_SYS_ADMIN is added');
  }
  if (context.value.procMount === 'Unmasked' && pod.value.hostUsers !== false)
    yield violationAt(object, context, ['procMount'], 'Default, because hostUsers is not false');
}

/**
 * The context that makes root the user of a container that must not run as root, which the kubelet does not start.
 * Source: `verifyRunAsNonRoot` of the kubelet.
 */
function rootUser(context: Item, pod: Item): Item | undefined {
  const setting = (field: string) => (isSet(own(context.value, field)) ? context : pod);
  const user = setting('runAsUser');
  return user.value.runAsUser === 0 && setting('runAsNonRoot').value.runAsNonRoot === true ? user : undefined;
}

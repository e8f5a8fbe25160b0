import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, itemsOf, stringAt } from '../../manifests/values';
import { isAddress } from '../addresses';
import { apiSource } from '../api-source';
import { eachOnce, exactlyOneOf, formatAt, isSet, lengthOf, stringsIn, violationAt } from '../field-checks';
import { DNS_LABEL, DNS_SUBDOMAIN, EXPECTED_LABEL_KEY, hasFormat, isLabelKey } from '../names';
import type { Rule } from '../rule';
import { securityContextOf } from '../security-context';
import type { Violation } from '../violation';
import type { Workload } from '../workload';

export const invalidPod: Rule = {
  id: 'invalid-pod',
  severity: 'error',
  description: 'Specification of a pod is invalid',
  fix: 'Give each container an image, and each field of the pod a value that fits the others',
  citation: apiSource('core'),
  *check({ workloads }) {
    for (const workload of workloads) {
      const { object, pod } = workload;
      yield* images(workload);
      yield* names(object, pod);
      yield* nameServers(object, pod);
      yield* gates(object, pod);
      yield* containerSettings(workload);
      yield* operatingSystem(workload);
      for (const claim of itemsOf(pod, 'resourceClaims'))
        yield* exactlyOneOf(object, claim, ['resourceClaimName', 'resourceClaimTemplateName']);
      yield* eachOnce(object, itemsOf(pod, 'resourceClaims'), ({ value }) => stringAt(value, 'name'), ['name'], 'each name once');
      if (lengthOf(pod.value, 'ephemeralContainers') > 0)
        yield violationAt(object, pod, ['ephemeralContainers'], 'no value, because `kubectl debug` adds them to running pods');
    }
  },
};

/** Limits of name resolution. Source: `MaxDNSNameservers`, `MaxDNSSearchPaths` and `MaxDNSSearchListChars` of the API server. */
const MOST_SERVERS = 3;
const MOST_SEARCHES = 32;
const MOST_SEARCH_CHARACTERS = 2_048;

/** A subdomain whose labels may have underscores. Source: `ValidateDNS1123SubdomainWithUnderScore` of the API server. */
const SEARCH_DOMAIN = /^[a-z0-9_](?:[-a-z0-9_]*[a-z0-9_])?(?:\.[a-z0-9_](?:[-a-z0-9_]*[a-z0-9_])?)*\.?$/;

function* images({ object, kind, containers }: Workload): Generator<Violation> {
  for (const container of containers) {
    const image = stringAt(container.value, 'image');
    if (!isSet(container.value.image) || image === '') yield violationAt(object, container, ['image'], 'an image');
    else if (kind === 'Pod' && image !== undefined && image !== image.trim())
      yield violationAt(object, container, ['image'], 'an image without spaces around it');
  }
}

function* names(object: ManifestObject, pod: Item): Generator<Violation> {
  for (const field of ['hostname', 'subdomain']) yield* formatAt(object, pod, [field], DNS_LABEL);
  for (const field of ['serviceAccountName', 'nodeName', 'priorityClassName', 'runtimeClassName'])
    yield* formatAt(object, pod, [field], DNS_SUBDOMAIN);
  for (const alias of itemsOf(pod, 'hostAliases')) {
    const address = stringAt(alias.value, 'ip');
    if (address !== undefined && !isAddress(address)) yield violationAt(object, alias, ['ip'], 'an IP address');
    for (const [index, host] of stringsIn(alias.value, 'hostnames').entries())
      if (!hasFormat(host, DNS_SUBDOMAIN)) yield violationAt(object, alias, ['hostnames', index], DNS_SUBDOMAIN.expected);
  }
}

function* nameServers(object: ManifestObject, pod: Item): Generator<Violation> {
  const servers = stringsIn(pod.value, 'dnsConfig', 'nameservers');
  if (pod.value.dnsPolicy === 'None' && servers.length === 0)
    yield violationAt(object, pod, ['dnsConfig', 'nameservers'], 'at least one server with dnsPolicy: None');
  if (servers.length > MOST_SERVERS) yield violationAt(object, pod, ['dnsConfig', 'nameservers'], `at most ${MOST_SERVERS} servers`);
  for (const [index, server] of servers.entries())
    if (!isAddress(server)) yield violationAt(object, pod, ['dnsConfig', 'nameservers', index], 'an IP address');
  if (stringsIn(pod.value, 'dnsConfig', 'searches').join(' ').length > MOST_SEARCH_CHARACTERS)
    yield violationAt(object, pod, ['dnsConfig', 'searches'], `at most ${MOST_SEARCH_CHARACTERS} characters in total`);
  if (lengthOf(pod.value, 'dnsConfig', 'searches') > MOST_SEARCHES)
    yield violationAt(object, pod, ['dnsConfig', 'searches'], `at most ${MOST_SEARCHES} domains`);
  for (const [index, domain] of stringsIn(pod.value, 'dnsConfig', 'searches').entries())
    if (domain !== '.' && !SEARCH_DOMAIN.test(domain)) yield violationAt(object, pod, ['dnsConfig', 'searches', index], 'a domain');
  for (const option of itemsOf(pod, 'dnsConfig', 'options'))
    if ((stringAt(option.value, 'name') ?? '') === '') yield violationAt(object, option, ['name'], 'a name');
}

function* containerSettings({ object, pod, containers }: Workload): Generator<Violation> {
  if (isSet(pod.value.hostnameOverride) && pod.value.hostNetwork === true)
    yield violationAt(object, pod, ['hostnameOverride'], 'no value, because hostNetwork is true');
  if (pod.value.hostUsers === false && pod.value.hostNetwork === true)
    yield violationAt(object, pod, ['hostNetwork'], 'false, because hostUsers is false');
  if (isSet(pod.value.hostnameOverride) && pod.value.setHostnameAsFQDN === true)
    yield violationAt(object, pod, ['hostnameOverride'], 'no value, because setHostnameAsFQDN is true');
  for (const container of containers) {
    if (pod.value.hostUsers === false && lengthOf(container.value, 'volumeDevices') > 0)
      yield violationAt(object, container, ['volumeDevices'], 'no devices, because hostUsers is false');
    const system = at(pod.value, 'os', 'name');
    const signal = at(container.value, 'lifecycle', 'stopSignal');
    if (isSet(signal) && !isSet(system)) yield violationAt(object, container, ['lifecycle', 'stopSignal'], 'no value without os.name');
    else if (isSet(signal) && system === 'windows' && !WINDOWS_SIGNALS.includes(signal))
      yield violationAt(object, container, ['lifecycle', 'stopSignal'], `${WINDOWS_SIGNALS.join(' or ')} on windows`);
    yield* restartRules(object, container);
    const seen = new Set<unknown>();
    for (const policy of itemsOf(container, 'resizePolicy')) {
      if (pod.value.restartPolicy === 'Never' && policy.value.restartPolicy === 'RestartContainer')
        yield violationAt(object, policy, ['restartPolicy'], 'NotRequired, because the pod has restartPolicy: Never');
      if (seen.has(policy.value.resourceName)) yield violationAt(object, policy, ['resourceName'], 'each resource once');
      seen.add(policy.value.resourceName);
    }
  }
}

/** Signals that containers on Windows can stop by. Source: `supportedStopSignalsWindows` of the API server. */
const WINDOWS_SIGNALS: readonly unknown[] = ['SIGKILL', 'SIGTERM'];

const MOST_RESTART_RULES = 20;

/** Sources: `validateContainerRestartPolicy` and `validateInitContainerRestartPolicy` of the API server. */
function* restartRules(object: ManifestObject, container: Item): Generator<Violation> {
  const count = lengthOf(container.value, 'restartPolicyRules');
  if (count === 0) return;
  if (!isSet(container.value.restartPolicy)) yield violationAt(object, container, ['restartPolicy'], 'a value with restartPolicyRules');
  else if (container.value.restartPolicy === 'Always' && container.path.includes('initContainers'))
    yield {
      object,
      path: [...container.path, 'restartPolicyRules'],
      received: `${count} rules`,
      expected: 'none with restartPolicy: Always',
    };
  if (count > MOST_RESTART_RULES)
    yield {
      object,
      path: [...container.path, 'restartPolicyRules'],
      received: `${count} rules`,
      expected: `at most ${MOST_RESTART_RULES} rules`,
    };
}

function* gates(object: ManifestObject, pod: Item): Generator<Violation> {
  const seen = new Set<unknown>();
  for (const gate of itemsOf(pod, 'schedulingGates')) {
    if (seen.has(gate.value.name)) yield violationAt(object, gate, ['name'], 'each gate once');
    seen.add(gate.value.name);
  }
  if (object.kind === 'Pod' && seen.size > 0 && (stringAt(pod.value, 'nodeName') ?? '') !== '')
    yield violationAt(object, pod, ['nodeName'], 'no value, because there are schedulingGates');
  for (const gate of itemsOf(pod, 'readinessGates')) {
    const type = stringAt(gate.value, 'conditionType');
    if (type !== undefined && !isLabelKey(type)) yield violationAt(object, gate, ['conditionType'], EXPECTED_LABEL_KEY);
  }
}

/** Fields that pods of an operating system do not have. Source: `validateWindows` and `validateLinux` of the API server. */
const NOT_ON_WINDOWS = {
  pod: ['hostPID', 'hostIPC', 'shareProcessNamespace', 'hostUsers', 'resources'],
  podContext: [
    'seLinuxOptions',
    'seccompProfile',
    'appArmorProfile',
    'fsGroup',
    'fsGroupChangePolicy',
    'runAsUser',
    'runAsGroup',
    'sysctls',
    'supplementalGroups',
    'supplementalGroupsPolicy',
    'seLinuxChangePolicy',
  ],
  context: [
    'seLinuxOptions',
    'seccompProfile',
    'appArmorProfile',
    'capabilities',
    'readOnlyRootFilesystem',
    'privileged',
    'allowPrivilegeEscalation',
    'procMount',
    'runAsUser',
    'runAsGroup',
  ],
} as const;

function* operatingSystem({ object, pod, containers }: Workload): Generator<Violation> {
  const system = at(pod.value, 'os', 'name');
  if (typeof system !== 'string') return;
  if (!['linux', 'windows'].includes(system)) yield violationAt(object, pod, ['os', 'name'], 'linux or windows');
  const fields = system === 'windows' ? NOT_ON_WINDOWS : { pod: [], podContext: ['windowsOptions'], context: ['windowsOptions'] };
  const forbidden = (item: Item, names: readonly string[]) =>
    names
      .filter((field) => isSet(item.value[field]) && !(field.startsWith('host') && item.value[field] === false))
      .map((field) => violationAt(object, item, [field], `no value on ${system}`));
  yield* forbidden(pod, fields.pod);
  yield* forbidden(securityContextOf(pod), fields.podContext);
  for (const container of containers) yield* forbidden(securityContextOf(container), fields.context);
}

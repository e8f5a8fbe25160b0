import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, itemsOf, numberAt, objectAt, stringAt } from '../../manifests/values';
import { addressVersion, cidrOf, isAddress, isOfNode } from '../addresses';
import { apiSource } from '../api-source';
import { isSet, lengthOf, stringsIn, violationAt } from '../field-checks';
import { DNS_SUBDOMAIN, EXPECTED_LABEL_KEY, hasFormat, isLabelKey, PORT_NAME } from '../names';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidService: Rule = {
  id: 'invalid-service',
  severity: 'error',
  description: 'Service is invalid',
  fix: 'Use only the fields of the type of the Service, and each port once',
  citation: apiSource('core'),
  *check({ ofKind }) {
    for (const object of ofKind('Service')) {
      if (object.group !== '') continue;
      const spec = { value: objectAt(object.raw, 'spec'), path: ['spec'] };
      const type = stringAt(spec.value, 'type') || 'ClusterIP';
      yield* topologyModes(object);
      yield* typeViolations(object, spec, type);
      yield* portViolations(object, spec, type);
      yield* addressViolations(object, spec, type);
      yield* sessionViolations(object, spec);
    }
  },
};

const TOPOLOGY_MODE = 'service.kubernetes.io/topology-mode';

/** Source: `validateService` of the API server. */
function* topologyModes(object: ManifestObject): Generator<Violation> {
  const annotations = { value: objectAt(object.raw, 'metadata', 'annotations'), path: ['metadata', 'annotations'] };
  const [mode, hints] = [TOPOLOGY_MODE, 'service.kubernetes.io/topology-aware-hints'].map((key) => stringAt(annotations.value, key));
  if (mode !== undefined && hints !== undefined && mode !== hints)
    yield violationAt(object, annotations, [TOPOLOGY_MODE], `${hints}, as the annotation of former versions states`);
}

const TRAFFIC_DISTRIBUTIONS: readonly string[] = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];

/** Longest session affinity: one day. Source: `MaxClientIPServiceAffinitySeconds` of the API server. */
const MOST_AFFINITY_SECONDS = 86_400;

/** Fields that only Services of the type LoadBalancer have. */
const LOAD_BALANCER_FIELDS = ['loadBalancerSourceRanges', 'allocateLoadBalancerNodePorts', 'loadBalancerClass'];

/** Fields that Services of the type ExternalName do not have. */
const ADDRESS_FIELDS = ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy'];

function* typeViolations(object: ManifestObject, spec: Item, type: string): Generator<Violation> {
  const isHeadless = spec.value.clusterIP === 'None';
  if (isHeadless && ['NodePort', 'LoadBalancer'].includes(type))
    yield violationAt(object, spec, ['clusterIP'], `no value with the type ${type}`);
  if (type === 'ExternalName') {
    const name = (stringAt(spec.value, 'externalName') ?? '').replace(/\.$/, '');
    if (!hasFormat(name, DNS_SUBDOMAIN)) yield violationAt(object, spec, ['externalName'], 'a domain name in lower case');
    for (const field of ADDRESS_FIELDS) {
      const value = spec.value[field];
      if (isSet(value) && value !== '' && !(Array.isArray(value) && value.length === 0))
        yield violationAt(object, spec, [field], 'no value with the type ExternalName');
    }
  } else if (!isHeadless && lengthOf(spec.value, 'ports') === 0) {
    yield violationAt(object, spec, ['ports'], 'at least one port, because the Service is not headless');
  }
  for (const field of LOAD_BALANCER_FIELDS) {
    const isEmpty = Array.isArray(spec.value[field]) && lengthOf(spec.value, field) === 0;
    if (isSet(spec.value[field]) && !isEmpty && type !== 'LoadBalancer')
      yield violationAt(object, spec, [field], `no value with the type ${type}`);
  }
  const isExternal = ['NodePort', 'LoadBalancer'].includes(type) || (type === 'ClusterIP' && lengthOf(spec.value, 'externalIPs') > 0);
  const policy = stringAt(spec.value, 'externalTrafficPolicy') ?? '';
  if (policy !== '' && !isExternal) yield violationAt(object, spec, ['externalTrafficPolicy'], `no value with the type ${type}`);
  if ((numberAt(spec.value, 'healthCheckNodePort') ?? 0) !== 0 && (type !== 'LoadBalancer' || policy !== 'Local'))
    yield violationAt(object, spec, ['healthCheckNodePort'], 'no value without the type LoadBalancer and externalTrafficPolicy: Local');
  const distribution = stringAt(spec.value, 'trafficDistribution');
  if (distribution !== undefined && !TRAFFIC_DISTRIBUTIONS.includes(distribution))
    yield violationAt(object, spec, ['trafficDistribution'], `one of ${TRAFFIC_DISTRIBUTIONS.join(', ')}`);
}

function* portViolations(object: ManifestObject, spec: Item, type: string): Generator<Violation> {
  const [seen, nodePorts] = [new Set<string>(), new Set<string>()];
  for (const port of itemsOf(spec, 'ports')) {
    const protocol = stringAt(port.value, 'protocol') ?? 'TCP';
    const [number, nodePort] = [numberAt(port.value, 'port'), numberAt(port.value, 'nodePort') ?? 0];
    if (number !== undefined && seen.has(`${protocol} ${number}`)) yield violationAt(object, port, ['port'], `each ${protocol} port once`);
    seen.add(`${protocol} ${number}`);
    if (nodePort !== 0 && type === 'ClusterIP') yield violationAt(object, port, ['nodePort'], 'no value with the type ClusterIP');
    else if (nodePort !== 0 && nodePorts.has(`${protocol} ${nodePort}`))
      yield violationAt(object, port, ['nodePort'], 'each node port once');
    nodePorts.add(`${protocol} ${nodePort}`);
    // An empty string is the port, as `SetDefaults_Service` of the API server sets it.
    const target = stringAt(port.value, 'targetPort') || undefined;
    if (target !== undefined && !hasFormat(target, PORT_NAME))
      yield violationAt(object, port, ['targetPort'], `a number, or ${PORT_NAME.expected}`);
    const application = stringAt(port.value, 'appProtocol');
    if (application !== undefined && !isLabelKey(application)) yield violationAt(object, port, ['appProtocol'], EXPECTED_LABEL_KEY);
  }
}

function* addressViolations(object: ManifestObject, spec: Item, type: string): Generator<Violation> {
  const address = stringAt(spec.value, 'clusterIP') ?? '';
  if (!['', 'None'].includes(address) && !isAddress(address)) yield violationAt(object, spec, ['clusterIP'], 'None or an IP address');
  const addresses = stringsIn(spec.value, 'clusterIPs').filter((text) => text !== 'None');
  const all = stringsIn(spec.value, 'clusterIPs');
  const [first] = all;
  if (all.includes('None') && all.length > 1) yield violationAt(object, spec, ['clusterIPs'], 'None alone, or addresses');
  if (first !== undefined && address !== '' && first !== address)
    yield violationAt(object, spec, ['clusterIPs', 0], `the clusterIP, which is ${address}`);
  for (const [index, external] of stringsIn(spec.value, 'externalIPs').entries())
    if (!isAddress(external) || isOfNode(external))
      yield violationAt(object, spec, ['externalIPs', index], 'an IP address that other nodes reach');
  if (type === 'LoadBalancer') {
    for (const [index, range] of stringsIn(spec.value, 'loadBalancerSourceRanges').entries())
      if (cidrOf(range.trim()) === undefined)
        yield violationAt(object, spec, ['loadBalancerSourceRanges', index], 'a CIDR such as 10.0.0.0/8');
  }
  yield* sourceRanges(object, type);
  const families = stringsIn(spec.value, 'ipFamilies');
  const versions = addresses.map((text) => `IPv${addressVersion(text)}`);
  if (type !== 'ExternalName' && new Set(versions).size !== versions.length)
    yield violationAt(object, spec, ['clusterIPs'], 'at most one address of each family');
  else if (type !== 'ExternalName') {
    const wrong = families.findIndex((family, index) => versions[index] !== undefined && versions[index] !== family);
    if (wrong >= 0) yield violationAt(object, spec, ['ipFamilies', wrong], `${versions[wrong]}, the family of the address in clusterIPs`);
  }
  for (const [index, family] of families.entries()) {
    if (!['IPv4', 'IPv6'].includes(family) || families.indexOf(family) !== index)
      yield violationAt(object, spec, ['ipFamilies', index], 'IPv4 and IPv6, each once');
  }
  if (families.length > 1 && spec.value.ipFamilyPolicy === 'SingleStack')
    yield violationAt(object, spec, ['ipFamilyPolicy'], 'PreferDualStack or RequireDualStack, because there are two families');
  const loadBalancerClass = stringAt(spec.value, 'loadBalancerClass');
  if (loadBalancerClass !== undefined && !isLabelKey(loadBalancerClass))
    yield violationAt(object, spec, ['loadBalancerClass'], EXPECTED_LABEL_KEY);
}

/** Annotation with the source ranges of a load balancer. Source: `GetLoadBalancerSourceRanges` of the API server. */
const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';

function* sourceRanges(object: ManifestObject, type: string): Generator<Violation> {
  const annotations = { value: objectAt(object.raw, 'metadata', 'annotations'), path: ['metadata', 'annotations'] };
  const text = stringAt(annotations.value, SOURCE_RANGES);
  if (text === undefined || isSet(at(object.raw, 'spec', 'loadBalancerSourceRanges'))) return;
  if (type !== 'LoadBalancer') yield violationAt(object, annotations, [SOURCE_RANGES], `no value with the type ${type}`);
  else if (text.trim() !== '' && text.split(',').some((range) => cidrOf(range.trim()) === undefined))
    yield violationAt(object, annotations, [SOURCE_RANGES], 'CIDRs such as 10.0.0.0/8, separated by commas');
}

function* sessionViolations(object: ManifestObject, spec: Item): Generator<Violation> {
  const affinity = stringAt(spec.value, 'sessionAffinity') || 'None';
  if (affinity === 'None' && isSet(spec.value.sessionAffinityConfig))
    yield violationAt(object, spec, ['sessionAffinityConfig'], 'no value without sessionAffinity: ClientIP');
  const seconds = at(spec.value, 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds');
  if (typeof seconds === 'number' && (seconds < 1 || seconds > MOST_AFFINITY_SECONDS))
    yield violationAt(object, spec, ['sessionAffinityConfig', 'clientIP', 'timeoutSeconds'], `1 to ${MOST_AFFINITY_SECONDS}`);
}

import { InputError, type Problem } from '../../core/problems';
import type { ManifestObject } from '../../manifests/manifest-object';
import { readManifests } from '../../manifests/read-manifests';
import { stringAt } from '../../manifests/values';
import type { Part, ReadSource } from '../part';
import { type Backend, backendsOf } from './backends';
import { cacheUseOf, jobHostsOf } from './cache-use';
import type { FoundPart } from './found-part';
import { namedBy, namedResources } from './named-resources';
import { autoscalerOf, indexOf, isAutoscaler, type ObjectIndex, servicesOf } from './object-index';
import { omittedParts } from './omitted-parts';
import { operatorHosts } from './operator-hosts';
import { cnpgPooler, operatorPart, operatorResourceOf } from './operator-parts';
import { withReplication } from './replication';
import { withStoresJoined } from './store-groups';
import { workloadPart } from './workload-part';
import { commandOf, isHostOf, mountedFilesOf, settingsIn } from './workload-settings';

/**
 * Reads Kubernetes manifests: requests, replicas, autoscalers, claims, ports and connections of workloads, the databases, caches
 * and brokers of known operators, and the buckets and queues of AWS that settings name. Every object that runs something is a part,
 * a member of one, or is listed. Throws an InputError with every problem.
 */
export function readKubernetes(path: string): ReadSource {
  const { objects } = readManifests([path]);
  const parts = partsOfObjects(objects, `manifests ${path}`, []);
  const name = commonOf(objects.map(({ raw }) => stringAt(raw, 'metadata', 'labels', 'app.kubernetes.io/part-of')));
  if (parts.every((part) => part.role.kind === 'omitted' && part.role.reason !== 'no-replicas')) {
    const expected = 'at least one Deployment, StatefulSet or other workload';
    throw new InputError(`manifests ${path}`, [{ path: 'file', reason: 'contains no workloads', expected }]);
  }
  return { ...(name !== undefined && { name }), parts };
}

/**
 * The parts of objects. `stores` are parts of the same source that are no objects, and that settings may name; they are not
 * returned. Throws an InputError with every problem, with `subject` as its subject.
 */
export function partsOfObjects(objects: readonly ManifestObject[], subject: string, stores: readonly FoundPart[]): readonly Part[] {
  const problems: Problem[] = [];
  const nameOf = namesOf(objects);
  const index = indexOf(objects, nameOf);
  const backends = objects.flatMap(backendsOf);
  const workloads = index.workloads.map((workload) => foundWorkload(workload, index, backends, problems));
  const operated = objects.flatMap((object) => foundOperated(object, nameOf, index, problems));
  const joined = withStoresJoined([...workloads, ...operated], ({ object }) => (object === undefined ? '' : commandOf(object)));
  const used = joined.map((each) => withUse(each, joined, index));
  const own = [...used, ...resourcesOfSettings([...used, ...stores], index)];
  const found = [...own, ...stores];
  const omitted = omittedParts(index, backends, nameOf, problems);
  if (problems.length > 0) throw new InputError(subject, problems);
  const parts = withReplication(
    own.map((each) => linked(each, found, index)),
    own,
  );
  return [...parts, ...omitted];
}

function foundWorkload(
  workload: ObjectIndex['workloads'][number],
  index: ObjectIndex,
  backends: readonly Backend[],
  problems: Problem[],
): FoundPart {
  const { object } = workload;
  const { part, settings } = workloadPart(workload, index, backends, { object, problems });
  const services = servicesOf(workload, index).map((service) => service.name);
  const files = part.role.kind === 'pooler' ? mountedFilesOf(object, index).flatMap((text) => text.split(/[\s,;='"]+/)) : [];
  return {
    part,
    object,
    hosts: [...settings.hosts, ...files],
    settings: settings.settings,
    isOwnHost: (host) => services.some((service) => isHostOf(host, service)),
    isReadHost: () => false,
  };
}

function foundOperated(
  object: ManifestObject,
  nameOf: (object: ManifestObject) => string,
  index: ObjectIndex,
  problems: Problem[],
): readonly FoundPart[] {
  const part = operatorPart(nameOf(object), { object, problems });
  if (part === undefined) return [];
  const poolers = index.objects.flatMap((each) => {
    const pooler = each.namespace === object.namespace ? cnpgPooler({ object: each, problems }) : undefined;
    return pooler?.cluster === object.name ? [{ name: each.name, member: pooler.member }] : [];
  });
  const members = [...(part.members ?? []), ...poolers.map(({ member }) => member)];
  return [
    {
      part: { ...part, ...(members.length > 0 && { members }), ...(poolers.length > 0 && { pooler: 'pgbouncer' as const }) },
      object,
      hosts: [],
      settings: [],
      ...operatorHosts(
        object,
        poolers.map(({ name }) => name),
        index,
      ),
    },
  ];
}

/** A server of Redis as a queue, where it holds jobs. */
function withUse(found: FoundPart, others: readonly FoundPart[], index: ObjectIndex): FoundPart {
  if (found.part.role.kind !== 'cache') return found;
  const jobHosts = index.objects.filter(isAutoscaler).flatMap((scaler) => jobHostsOf(scaler, []));
  const texts = found.object === undefined ? [] : [commandOf(found.object), ...mountedFilesOf(found.object, index)];
  const use = cacheUseOf(found, { others, jobHosts, texts });
  if (use === 'queue') return { ...found, part: { ...found.part, role: { kind: 'queue' } } };
  return use === 'cache' ? found : { ...found, part: { ...found.part, isCacheAssumed: true } };
}

/** Buckets and queues of AWS that settings name. A source with a server for buckets has them there. */
function resourcesOfSettings(found: readonly FoundPart[], { objects }: ObjectIndex): readonly FoundPart[] {
  const maps = objects.filter(({ kind, group }) => kind === 'ConfigMap' && group === '').flatMap(settingsIn);
  const resources = namedResources([...found.flatMap(({ settings }) => settings), ...maps]);
  const hasBuckets = found.some(({ part, object }) => object !== undefined && part.role.kind === 'bucket');
  return resources.filter(
    ({ part }) =>
      !found.some((each) => each.part.name === part.name || each.isOwnHost(part.name)) && !(hasBuckets && part.role.kind === 'bucket'),
  );
}

/** A part with those that it uses, and the queue whose length scales it. */
function linked(each: FoundPart, found: readonly FoundPart[], index: ObjectIndex): Part {
  const hosts = [...each.hosts, ...namedBy(each)];
  const used = found.filter((other) => other !== each && hosts.some((host) => other.isOwnHost(host)));
  const workload = index.workloads.find(({ object }) => object === each.object);
  const scaler = workload === undefined ? undefined : autoscalerOf(workload, index);
  const jobHosts = scaler === undefined ? [] : jobHostsOf(scaler, each.settings);
  const queue = found.find((other) => other.part.role.kind === 'queue' && jobHosts.some((host) => other.isOwnHost(host)));
  return {
    ...each.part,
    uses: [...new Set([...used.map(({ part }) => part.name), ...(queue === undefined ? [] : [queue.part.name])])],
    ...(queue !== undefined && { worksOn: queue.part.name }),
  };
}

const NAMED = new Set([
  ...['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'Rollout', 'Pod', 'DaemonSet', 'Job', 'CronJob', 'ScaledJob'],
]);

/** Names of objects: with their kind, or their namespace too, where another workload has the same name. */
function namesOf(objects: readonly ManifestObject[]): (object: ManifestObject) => string {
  const names = new Map<string, Set<string>>();
  const full = ({ kind, namespace = 'default', name }: ManifestObject) => `${namespace}/${kind}/${name}`;
  for (const object of objects.filter((each) => NAMED.has(each.kind) || operatorResourceOf(each) !== undefined)) {
    names.set(object.name, (names.get(object.name) ?? new Set()).add(full(object)));
  }
  return (object) => ((names.get(object.name)?.size ?? 0) > 1 ? full(object) : object.name);
}

/** The one value of all objects that have one; undefined when there are several. */
function commonOf(values: readonly (string | undefined)[]): string | undefined {
  const known = new Set(values.filter((value) => value !== undefined));
  return known.size === 1 ? [...known][0] : undefined;
}

import { InputError, type Problem } from '../../core/problems';
import type { ManifestObject } from '../../manifests/manifest-object';
import { readManifests } from '../../manifests/read-manifests';
import { stringAt } from '../../manifests/values';
import { barePart } from '../bare-part';
import type { OmissionReason, Part, ReadSource } from '../part';
import { backendsOf } from './backends';
import { indexOf, servicesOf } from './object-index';
import { isUnknownResource, operatorPart } from './operator-parts';
import { workloadPart } from './workload-part';
import { isHostOf } from './workload-settings';

/** Workloads that are not part of a definition. */
const OMITTED: ReadonlyMap<string, OmissionReason> = new Map([
  ['DaemonSet', 'every-node'],
  ['Job', 'batch'],
  ['CronJob', 'batch'],
]);

/**
 * Reads Kubernetes manifests: requests, replicas, autoscalers, claims, ports and connections of workloads, and the databases,
 * caches and brokers of known operators. Throws an InputError with every problem.
 */
export function readKubernetes(path: string): ReadSource {
  const objects = readManifests(path);
  const problems: Problem[] = [];
  const nameOf = namesOf(objects);
  const index = indexOf(objects, nameOf);
  const backends = objects.flatMap(backendsOf);
  const workloads = index.workloads.map((workload) => {
    const read = workloadPart(workload, index, backends, { object: workload.object, problems });
    const services = servicesOf(workload, index).map((service) => service.name);
    return { ...read, isOwnHost: (host: string) => services.some((service) => isHostOf(host, service)) };
  });
  const operated = objects.flatMap((object) => {
    const part = operatorPart(nameOf(object), { object, problems });
    // Operators name Services after the resource: database-rw, database-primary, database-haproxy.
    const isOwnHost = (host: string) => isHostOf(host, object.name) || (host.split('.')[0] ?? '').startsWith(`${object.name}-`);
    return part === undefined ? [] : [{ part, hosts: [], isOwnHost }];
  });
  if (problems.length > 0) throw new InputError(`manifests ${path}`, problems);
  const found = [...workloads, ...operated];
  const parts = found.map((each): Part => {
    const used = found.filter((other) => other !== each && each.hosts.some((host) => other.isOwnHost(host)));
    return { ...each.part, uses: [...new Set(used.map(({ part }) => part.name))] };
  });
  const known = new Set(operated.map(({ part }) => part.name));
  const omitted = objects.flatMap((object) => {
    const unknown = isUnknownResource(object) && !known.has(nameOf(object)) ? ('unknown-kind' as const) : undefined;
    const reason = OMITTED.get(object.kind) ?? unknown;
    return reason === undefined
      ? []
      : [barePart(reason === 'unknown-kind' ? `${object.kind} ${object.name}` : nameOf(object), { kind: 'omitted', reason })];
  });
  const name = commonOf(objects.map(({ raw }) => stringAt(raw, 'metadata', 'labels', 'app.kubernetes.io/part-of')));
  if (parts.length === 0) {
    const expected = 'at least one Deployment, StatefulSet or other workload';
    throw new InputError(`manifests ${path}`, [{ path: 'file', reason: 'contains no workloads', expected }]);
  }
  return { ...(name !== undefined && { name }), parts: [...parts, ...omitted] };
}

/** Names of objects: with their kind, or their namespace too, where another workload has the same name. */
function namesOf(objects: readonly ManifestObject[]): (object: ManifestObject) => string {
  const names = new Map<string, Set<string>>();
  const full = ({ kind, namespace = 'default', name }: ManifestObject) => `${namespace}/${kind}/${name}`;
  for (const object of objects.filter(({ kind, group }) => isNamed(kind, group))) {
    names.set(object.name, (names.get(object.name) ?? new Set()).add(full(object)));
  }
  return (object) => ((names.get(object.name)?.size ?? 0) > 1 ? full(object) : object.name);
}

const NAMED = new Set([
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
  'Rollout',
  'Pod',
  'DaemonSet',
  'Job',
  'CronJob',
]);

function isNamed(kind: string, group: string): boolean {
  return NAMED.has(kind) || (group.includes('.') && !group.endsWith('.k8s.io') && isUnknownResource({ kind, group }));
}

/** The one value of all objects that have one; undefined when there are several. */
function commonOf(values: readonly (string | undefined)[]): string | undefined {
  const known = new Set(values.filter((value) => value !== undefined));
  return known.size === 1 ? [...known][0] : undefined;
}

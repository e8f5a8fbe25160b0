import type { Problem } from '../../core/problems';
import type { ManifestObject } from '../../manifests/manifest-object';
import { itemsAt, stringAt, stringsAt } from '../../manifests/values';
import { barePart } from '../bare-part';
import type { OmissionReason, Part } from '../part';
import type { Backend } from './backends';
import { requestAt } from './kubernetes-reading';
import { isAutoscaler, type ObjectIndex, podPath, sameNamespace, scales, servicesOf } from './object-index';
import { operatorHosts } from './operator-hosts';
import { operatorResourceOf } from './operator-parts';
import { isUnknownResource } from './other-objects';

/** Workloads that are not part of a definition. */
const OMITTED: ReadonlyMap<string, OmissionReason> = new Map([
  ['DaemonSet', 'every-node'],
  ['Job', 'batch'],
  ['CronJob', 'batch'],
  ['ScaledJob', 'batch'],
]);

/** Objects that run something and are no part, and objects that refer to a workload that the source does not contain. */
export function omittedParts(
  index: ObjectIndex,
  backends: readonly Backend[],
  nameOf: (object: ManifestObject) => string,
  problems: Problem[],
): readonly Part[] {
  const { objects } = index;
  const listed = objects.flatMap((object): Part[] => {
    const { kind, group, name } = object;
    const reason = OMITTED.get(kind);
    if (reason !== undefined) return [{ ...barePart(nameOf(object), { kind: 'omitted', reason }), ...requestsOf(object, problems) }];
    const titled = `${kind} ${name}`;
    if (group === 'karpenter.sh' && kind === 'NodePool') return [barePart(titled, { kind: 'omitted', reason: 'nodes' })];
    if (isUnknownResource(object)) return [barePart(titled, { kind: 'omitted', reason: 'unknown-kind' })];
    return isWithoutTarget(object, index) ? [barePart(titled, { kind: 'omitted', reason: 'without-target' })] : [];
  });
  const services = new Set(objects.filter(({ kind }) => kind === 'Service').map(({ name }) => name));
  const missing = [...new Set(backends.map(({ service }) => service))].filter((service) => !services.has(service));
  return [...listed, ...missing.map((service) => barePart(`Service ${service}`, { kind: 'omitted', reason: 'without-target' }))];
}

/** Requests of one pod. */
function requestsOf(object: ManifestObject, problems: Problem[]): Pick<Part, 'vcpu' | 'memoryGib'> {
  const containers = itemsAt(object.raw, ...podPath(object), 'containers');
  const [vcpu, memoryGib] = (['cpu', 'memory'] as const).map((resource) => {
    const amounts = containers.flatMap(({ path }) => requestAt({ object, problems }, [...path, 'resources'], resource) ?? []);
    return amounts.length === 0 ? undefined : Math.round(amounts.reduce((total, amount) => total + amount, 0) * 1000) / 1000;
  });
  return { ...(vcpu !== undefined && { vcpu }), ...(memoryGib !== undefined && { memoryGib }) };
}

/** Whether an autoscaler, or a Service that users reach, refers to nothing in the source. */
function isWithoutTarget(object: ManifestObject, index: ObjectIndex): boolean {
  if (isAutoscaler(object)) return !index.objects.some((target) => scales(object, target));
  if (object.kind !== 'Service' || object.group !== '' || stringAt(object.raw, 'spec', 'type') !== 'LoadBalancer') return false;
  if (Object.keys(stringsAt(object.raw, 'spec', 'selector')).length === 0) return true;
  const isOperated = index.objects.some(
    (each) =>
      operatorResourceOf(each) !== undefined && sameNamespace(each, object) && operatorHosts(each, [], index).isOwnHost(object.name),
  );
  return !isOperated && !index.workloads.some((workload) => servicesOf(workload, index).includes(object));
}

import { shown } from '../../core/problems';
import { isPlainObject } from '../../io/plain-object';
import type { Path } from '../../manifests/manifest-object';
import { at, type Item, itemsAt, stringAt } from '../../manifests/values';
import { imageRole } from '../image-role';
import type { Part, PartRole } from '../part';
import type { Backend } from './backends';
import { addProblem, countAt, gibAt, type ObjectReading, requestAt } from './kubernetes-reading';
import { autoscalerOf, neighbourOf, type ObjectIndex, podPath, servicesOf, type Workload } from './object-index';
import { portsOf } from './workload-ports';
import { settingsOf } from './workload-settings';

/** Resources of device plugins for GPUs. */
const GPU = /(?:^|\.)(?:nvidia|amd)\.com\/gpu$/;
/** Images that only report metrics of the container next to them. */
const EXPORTER = /exporter(?:[:@]|$)/;
/** Most and least replicas of a ScaledObject without them. Source: KEDA documentation, ScaledObject specification. */
const KEDA = { min: 0, max: 100 };

/** The part of a workload without the parts that it uses, and the hosts that its settings name. */
export function workloadPart(
  workload: Workload,
  index: ObjectIndex,
  backends: readonly Backend[],
  reading: ObjectReading,
): { readonly part: Part; readonly hosts: readonly string[] } {
  const { object, name } = workload;
  const containers = itemsAt(object.raw, ...podPath(object), 'containers');
  if (containers.length === 0) addProblem(reading, [...podPath(object), 'containers'], { expected: 'at least one container' });
  const main = mainOf(containers);
  const role = main === undefined ? ({ kind: 'service' } as const) : roleOf(main);
  const counted = role.kind === 'service' ? containers : containers.filter((each) => each === main);
  const [vcpu, memoryGib] = (['cpu', 'memory'] as const).map((resource) => sumOf(reading, counted, main, resource));
  const instances = instancesOf(workload, index, reading);
  const services = servicesOf(workload, index);
  const names = new Set(services.map((service) => service.name));
  const led = backends.filter(({ service }) => names.has(service));
  const { hosts, isIncomplete } = settingsOf(object, index);
  const storageGib = storageOf(workload, index, reading);
  const healthPath = main === undefined ? undefined : healthPathOf(main);
  return {
    hosts,
    part: {
      name,
      role: instances === undefined ? { kind: 'omitted', reason: 'no-replicas' } : role,
      ...(vcpu !== undefined && { vcpu }),
      ...(memoryGib !== undefined && { memoryGib }),
      ...(storageGib !== undefined && { storageGib }),
      instances: instances ?? { min: 1, max: 1 },
      ports: main === undefined ? [] : portsOf(reading, main.path, services, led),
      ...(healthPath !== undefined && { healthPath }),
      uses: [],
      isBehindProxy: led.length > 0,
      hasGpu: containers.some(({ value }) => hasGpu(value)),
      hasSettingsFile: isIncomplete,
      unknown: [],
      ...(storageGib !== undefined &&
        (role.kind === 'service' || role.kind === 'cache') && { notRead: [`the volume of ${storageGib} GiB`] }),
    },
  };
}

function mainOf(containers: readonly Item[]): Item | undefined {
  const serving = containers.filter(({ value }) => !EXPORTER.test(stringAt(value, 'image') ?? ''));
  return serving.find((each) => !['omitted', 'proxy'].includes(roleOf(each).kind)) ?? serving[0] ?? containers[0];
}

function roleOf({ value }: Item): PartRole {
  return imageRole(stringAt(value, 'image') ?? '');
}

/** The sum over containers; undefined when the main container has none, because the others are no size of a service. */
function sumOf(reading: ObjectReading, containers: readonly Item[], main: Item | undefined, resource: 'cpu' | 'memory') {
  const amounts = containers.map((each) => ({ each, amount: requestAt(reading, [...each.path, 'resources'], resource) }));
  if (amounts.find(({ each }) => each === main)?.amount === undefined) return undefined;
  const sum = amounts.reduce((total, { amount = 0 }) => total + amount, 0);
  return Math.round(sum * 1000) / 1000;
}

/** The least and the most replicas; undefined when there are none. */
function instancesOf(workload: Workload, index: ObjectIndex, reading: ObjectReading) {
  const replicas = workload.object.kind === 'Pod' ? 1 : (countAt(reading, ['spec', 'replicas']) ?? 1);
  const object = autoscalerOf(workload, index);
  if (object === undefined) return replicas === 0 ? undefined : { min: replicas, max: replicas };
  const scaler = { object, problems: reading.problems };
  const isKeda = object.kind === 'ScaledObject';
  const least = countAt(scaler, ['spec', isKeda ? 'minReplicaCount' : 'minReplicas']);
  const most = countAt(scaler, ['spec', isKeda ? 'maxReplicaCount' : 'maxReplicas']);
  if (!isKeda && at(object.raw, 'spec', 'maxReplicas') === undefined) {
    addProblem(scaler, ['spec', 'maxReplicas'], { expected: 'a whole number of at least 1' });
  }
  const min = Math.max(1, least ?? (isKeda ? KEDA.min : 1));
  const max = Math.max(1, most ?? (isKeda ? KEDA.max : min));
  if (max >= min) return { min, max };
  const path: Path = ['spec', isKeda ? 'maxReplicaCount' : 'maxReplicas'];
  addProblem(scaler, path, { received: shown(max), expected: `at least the minimum, ${min}` });
  return { min, max: min };
}

/** The storage of the claims of one pod; undefined when it has none. */
function storageOf({ object }: Workload, index: ObjectIndex, reading: ObjectReading): number | undefined {
  const path = ['spec', 'resources', 'requests', 'storage'];
  const templates = itemsAt(object.raw, 'spec', 'volumeClaimTemplates').map((item) => gibAt(reading, [...item.path, ...path]));
  const claims = itemsAt(object.raw, ...podPath(object), 'volumes').map(({ value }) => {
    const claim = neighbourOf(object, 'PersistentVolumeClaim', stringAt(value, 'persistentVolumeClaim', 'claimName'), index);
    return claim === undefined ? undefined : gibAt({ object: claim, problems: reading.problems }, path);
  });
  const sizes = [...templates, ...claims].filter((size) => size !== undefined);
  return sizes.length === 0 ? undefined : sizes.reduce((total, size) => total + size, 0);
}

function healthPathOf({ value }: Item): string | undefined {
  const paths = ['readinessProbe', 'livenessProbe', 'startupProbe'].map((probe) => stringAt(value, probe, 'httpGet', 'path'));
  return paths.find((path) => path?.startsWith('/'));
}

function hasGpu(container: object): boolean {
  return ['requests', 'limits'].some((list) => {
    const amounts = at(container, 'resources', list);
    return isPlainObject(amounts) && Object.keys(amounts).some((resource) => GPU.test(resource));
  });
}

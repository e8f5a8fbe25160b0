import { isPlainObject } from '../../core/plain-object';
import { shown } from '../../core/problems';
import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { at, type Item, itemsAt, stringAt } from '../../manifests/values';
import { gibOfBytes } from '../gib-of-bytes';
import { type GpuCount, gpuCountOf, sumOfGpus } from '../gpu-count';
import { imageRole } from '../image-role';
import type { Part, PartMember, PartRole } from '../part';
import { statedSize } from '../stated-size';
import type { Backend } from './backends';
import { maxMemoryBytes } from './cache-use';
import { addProblem, countAt, gibAt, type ObjectReading, requestAt } from './kubernetes-reading';
import { outsideHostsOf } from './named-resources';
import { autoscalerOf, neighborOf, type ObjectIndex, podPath, servicesOf, type Workload } from './object-index';
import { podNodes } from './pod-nodes';
import { isOfThisPackage, vcpuOfRequest } from './vcpu-of-request';
import { portsOf } from './workload-ports';
import { commandOf, mountedFilesOf, settingsOf, type WorkloadSettings } from './workload-settings';

/** Resources of device plugins for GPUs. */
const GPU = /(?:^|\.)(?:nvidia|amd)\.com\/gpu$/;
/** Images that only report metrics of the container next to them. */
const EXPORTER = /exporter(?:[:@]|$)/;
/** Most and least replicas of a ScaledObject without them. Source: KEDA documentation, ScaledObject specification. */
const KEDA = { min: 0, max: 100 };

/** A workload as a part, with its settings. */
export interface ReadWorkload {
  /** The part without the parts that it uses. */
  readonly part: Part;
  /** Its settings. */
  readonly settings: WorkloadSettings;
}

/** The part of a workload without the parts that it uses, and its settings. */
export function workloadPart(workload: Workload, index: ObjectIndex, backends: readonly Backend[], reading: ObjectReading): ReadWorkload {
  const { object, name } = workload;
  const containers = containersOf(object);
  if (containers.length === 0) addProblem(reading, [...podPath(object), 'containers'], { expected: 'at least one container' });
  const main = mainOf(containers);
  const role = main === undefined ? ({ kind: 'service' } as const) : roleOf(main);
  const isWhole = role.kind === 'service' || role.kind === 'omitted';
  const counted = isWhole ? containers : containers.filter((each) => each === main);
  const [requested, memoryGib] = (['cpu', 'memory'] as const).map((resource) => sumOf(reading, counted, main, resource));
  const { instances, isScaledToZero } = instancesOf(workload, index, reading);
  const services = servicesOf(workload, index);
  const led = backends.filter(({ service }) => services.some((each) => each.name === service));
  const settings = settingsOf(object, index);
  const storageGib = storageOf(workload, index, reading);
  const healthPath = main === undefined ? undefined : healthPathOf(main);
  const balancers = [
    ...led.flatMap((each) => each.balancer ?? []),
    ...services.filter(({ raw }) => stringAt(raw, 'spec', 'type') === 'LoadBalancer').map((service) => `Service ${service.name}`),
  ];
  const outsideHosts = outsideHostsOf(settings.settings);
  const { nodes, instanceType } = podNodes(object);
  const notRead = [
    ...(isScaledToZero ? ['the scaling to 0 instances'] : []),
    ...(instanceType === undefined ? [] : [`the instance type ${instanceType}`]),
  ];
  const members = isWhole ? [] : sidecarsOf(containers, main, instances?.min ?? 1, reading);
  const maxBytes = role.kind === 'cache' ? maxMemoryBytes([commandOf(object), ...mountedFilesOf(object, index)]) : undefined;
  const dataGib = maxBytes === undefined ? memoryGib : gibOfBytes(maxBytes);
  return {
    settings,
    part: {
      name,
      role: instances === undefined ? { kind: 'omitted', reason: 'no-replicas' } : role,
      ...(requested !== undefined && { vcpu: vcpuOfRequest(object, requested), isVcpuRequested: !isOfThisPackage(object) }),
      ...(dataGib !== undefined && { memoryGib: dataGib }),
      ...(storageGib !== undefined && { storageGib }),
      instances: instances ?? { min: 1, max: 1 },
      ports: main === undefined ? [] : portsOf(reading, main.path, services, led),
      ...(healthPath !== undefined && { healthPath }),
      uses: [],
      isBehindProxy: led.length > 0,
      ...(balancers.length > 0 && { balancers }),
      gpus: sumOfGpus(containers.map(gpusOf)),
      hasSettingsFile: settings.isIncomplete,
      unknown: [],
      ...(notRead.length > 0 && { notRead }),
      ...(members.length > 0 && { members }),
      ...(nodes !== undefined && { nodes }),
      ...(outsideHosts.length > 0 && { outsideHosts }),
    },
  };
}

/** The containers of a pod: also those that start before the others and stay. Source: Kubernetes documentation, "Sidecar Containers". */
function containersOf(object: ManifestObject): readonly Item[] {
  const sidecars = itemsAt(object.raw, ...podPath(object), 'initContainers').filter(({ value }) => value.restartPolicy === 'Always');
  return [...itemsAt(object.raw, ...podPath(object), 'containers'), ...sidecars];
}

/** Containers next to the server of a data store, such as an exporter of metrics. */
function sidecarsOf(containers: readonly Item[], main: Item | undefined, instances: number, reading: ObjectReading): readonly PartMember[] {
  return containers
    .filter((each) => each !== main)
    .map((each): PartMember => {
      const [vcpu, memoryGib] = (['cpu', 'memory'] as const).map((resource) => requestAt(reading, [...each.path, 'resources'], resource));
      const name = stringAt(each.value, 'name') ?? stringAt(each.value, 'image') ?? '';
      return { name, instances, ...(vcpu !== undefined && { vcpu }), ...(memoryGib !== undefined && { memoryGib }) };
    });
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
  return statedSize(sum);
}

/** The least and the most replicas; undefined when there are none. */
function instancesOf(workload: Workload, index: ObjectIndex, reading: ObjectReading) {
  const replicas = workload.object.kind === 'Pod' ? 1 : (countAt(reading, ['spec', 'replicas']) ?? 1);
  const object = autoscalerOf(workload, index);
  if (object === undefined) return { instances: replicas === 0 ? undefined : { min: replicas, max: replicas }, isScaledToZero: false };
  const scaler = { object, problems: reading.problems };
  const isKeda = object.kind === 'ScaledObject';
  const least = countAt(scaler, ['spec', isKeda ? 'minReplicaCount' : 'minReplicas']) ?? (isKeda ? KEDA.min : 1);
  const most = countAt(scaler, ['spec', isKeda ? 'maxReplicaCount' : 'maxReplicas']);
  if (!isKeda && at(object.raw, 'spec', 'maxReplicas') === undefined) {
    addProblem(scaler, ['spec', 'maxReplicas'], { expected: 'a whole number of at least 1' });
  }
  const min = Math.max(1, least);
  const max = Math.max(1, most ?? (isKeda ? KEDA.max : min));
  if (max < min) {
    const path: Path = ['spec', isKeda ? 'maxReplicaCount' : 'maxReplicas'];
    addProblem(scaler, path, { received: shown(max), expected: `at least the minimum, ${min}` });
  }
  return { instances: { min, max: Math.max(min, max) }, isScaledToZero: least === 0 };
}

/** The storage of the claims of one pod; undefined when it has none. */
function storageOf({ object }: Workload, index: ObjectIndex, reading: ObjectReading): number | undefined {
  const path = ['spec', 'resources', 'requests', 'storage'];
  const templates = itemsAt(object.raw, 'spec', 'volumeClaimTemplates').map((item) => gibAt(reading, [...item.path, ...path]));
  const claims = itemsAt(object.raw, ...podPath(object), 'volumes').map(({ value }) => {
    const claim = neighborOf(object, 'PersistentVolumeClaim', stringAt(value, 'persistentVolumeClaim', 'claimName'), index);
    return claim === undefined ? undefined : gibAt({ object: claim, problems: reading.problems }, path);
  });
  const sizes = [...templates, ...claims].filter((size) => size !== undefined);
  return sizes.length === 0 ? undefined : sizes.reduce((total, size) => total + size, 0);
}

function healthPathOf({ value }: Item): string | undefined {
  const paths = ['readinessProbe', 'livenessProbe', 'startupProbe'].map((probe) => stringAt(value, probe, 'httpGet', 'path'));
  return paths.find((path) => path?.startsWith('/'));
}

/** The limit of a device is also its request: https://kubernetes.io/docs/tasks/manage-gpus/scheduling-gpus/. */
function gpusOf({ value }: Item): GpuCount {
  const amounts = ['limits', 'requests'].map((list) => at(value, 'resources', list)).filter(isPlainObject);
  const [counts = []] = amounts
    .map((each) => Object.entries(each).flatMap(([resource, amount]) => (GPU.test(resource) ? [gpuCountOf(amount)] : [])))
    .filter((each) => each.length > 0);
  return sumOfGpus(counts);
}

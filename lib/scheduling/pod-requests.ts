import { GPU_RESOURCE } from '../conventions/gpu-resource';
import type { PlainObject } from '../core/plain-object';
import { quantityOf } from '../core/quantity';
import { at, itemsAt, objectAt, stringAt } from '../manifests/values';
import type { ObjectProblem } from './object-problem';
import type { Resources } from './pod-packing/resources';
import type { RequestOrigins } from './request-origins';

/** Requests of a pod, or reasons why they are unknown. */
export interface PodRequests {
  /** Requests of one pod. */
  readonly requests: Resources;
  /** Reasons why the requests are unknown or impossible. */
  readonly problems: readonly ObjectProblem[];
  /** Where the requests of the containers come from. */
  readonly origins: RequestOrigins;
}

/** Requests that a namespace sets for containers without requests. */
export type RequestDefaults = Readonly<Partial<Record<string, unknown>>>;

/** Requests that the API server adds to a pod when it admits it. */
export interface Admission {
  /** Requests of containers, init containers and sidecars without requests. */
  readonly defaults: RequestDefaults;
  /** Requests of the runtime class for each pod, in addition to those of its containers. */
  readonly overhead: PlainObject;
  /** Requests that an autoscaler recommends, by name of the container, where neither the manifest nor the namespace states any. Default: none. */
  readonly recommended?: ReadonlyMap<string, RequestDefaults>;
  /** Requests that the user assumes for containers for which none of these states any. Default: none. */
  readonly assumed?: RequestDefaults;
}

/** The admission of a pod of which the namespace and the runtime class are not known. */
export const NO_ADMISSION: Admission = { defaults: {}, overhead: {} };

const MILLI = 1_000;

/** Start of the names of huge pages, which the nodes must reserve. */
const HUGE_PAGES = 'hugepages-';

/** Resources that every node has, or that the kubelet takes from the node's disk. */
const KNOWN: readonly string[] = ['cpu', 'memory', 'ephemeral-storage', GPU_RESOURCE];

interface Amounts {
  readonly cpu: number;
  readonly memory: number;
  readonly gpu: number;
  readonly hugePages: number;
}
const NONE: Amounts = { cpu: 0, memory: 0, gpu: 0, hugePages: 0 };

/**
 * The larger of the sum of its containers and of any init container with the sidecars that started before it, plus the
 * overhead of its runtime class. Requests of the whole pod override those of its containers. Huge pages are a part of the memory of the
 * node that other pods cannot use.
 * Sources: Kubernetes documentation, Pod overhead; Sidecar containers, resource sharing within containers; Limit ranges, which apply to
 * init containers and sidecars too.
 */
export function podRequests(spec: PlainObject, admission: Admission = NO_ADMISSION): PodRequests {
  const { overhead } = admission;
  const problems: ObjectProblem[] = [];
  const containers = itemsAt(spec, 'containers').map(({ value }) => value);
  const initial = itemsAt(spec, 'initContainers').map(({ value }) => value);
  const shared = objectAt(spec, 'resources');
  const all = [...containers, ...initial];
  const lasting = [...containers, ...initial.filter(isSidecar)];
  const assumed = notOfPod(shared, admission.assumed);
  const recommendedFor = (container: PlainObject) => notOfPod(shared, admission.recommended?.get(nameOf(container)));
  const statedFor = (container: PlainObject): RequestDefaults => ({ ...recommendedFor(container), ...admission.defaults });
  const defaultsFor = (container: PlainObject): RequestDefaults => ({ ...assumed, ...statedFor(container) });
  if (containers.length === 0) problems.push({ kind: 'no-containers' });
  if (itemsAt(spec, 'resourceClaims').length > 0) problems.push({ kind: 'device-claims' });
  for (const container of lasting) problems.push(...missing(container, shared, defaultsFor(container)));
  for (const container of all) problems.push(...foreign(container), ...notQuantities(container, defaultsFor(container)));
  const running = containers.map((container) => amountsOf(container, defaultsFor(container))).reduce(sum, NONE);
  let sidecars = NONE;
  let most = NONE;
  for (const container of initial) {
    const own = amountsOf(container, defaultsFor(container));
    if (isSidecar(container)) sidecars = sum(sidecars, own);
    most = larger(most, isSidecar(container) ? sidecars : sum(sidecars, own));
  }
  const whole = amountsOf({ resources: shared }, {});
  const needed = larger(sum(running, sidecars), most);
  const { cpu, memory, gpu, hugePages } = sum(
    {
      cpu: whole.cpu || needed.cpu,
      memory: whole.memory || needed.memory,
      gpu: needed.gpu,
      hugePages: whole.hugePages || needed.hugePages,
    },
    amountsOf({ resources: { requests: { ...overhead, ...objectAt(spec, 'overhead') } } }, {}),
  );
  return {
    requests: { cpuMillis: Math.ceil(rounded(cpu * MILLI)), memoryBytes: Math.ceil(memory + hugePages), gpus: gpu, pods: 1 },
    problems,
    origins: {
      containers: all.map(nameOf),
      recommended: all.filter((container) => takes(container, recommendedFor(container), admission.defaults)).map(nameOf),
      assumed: all.filter((container) => takes(container, assumed, statedFor(container))).map(nameOf),
      unrecommended: lasting.filter((container) => missing(container, shared, statedFor(container)).length > 0).map(nameOf),
    },
  };
}

/** Given requests of resources that the pod does not request as a whole. */
function notOfPod(shared: PlainObject, given: RequestDefaults = {}): RequestDefaults {
  return Object.fromEntries(Object.entries(given).filter(([resource]) => requestOf({ resources: shared }, resource, {}) === undefined));
}

/** Whether a container has one of the given requests, because neither it nor the preceding sources state one. */
function takes(container: PlainObject, given: RequestDefaults, preceding: RequestDefaults): boolean {
  return Object.keys(given).some((resource) => requestOf(container, resource, preceding) === undefined);
}

/** An init container that runs as long as the pod. */
function isSidecar(container: PlainObject): boolean {
  return stringAt(container, 'restartPolicy') === 'Always';
}

/** The requests of CPU and memory that a container lacks. A limit without a request counts as the request. */
function missing(container: PlainObject, shared: PlainObject, defaults: RequestDefaults): ObjectProblem[] {
  const lacking = ['cpu', 'memory'].filter(
    (resource) => requestOf(container, resource, defaults) === undefined && requestOf({ resources: shared }, resource, {}) === undefined,
  );
  return lacking.length === 0 ? [] : [{ kind: 'no-requests', container: nameOf(container), resources: lacking }];
}

/** Requested devices that no known instance type has. */
function foreign(container: PlainObject): ObjectProblem[] {
  const requested = new Set([
    ...Object.keys(objectAt(container, 'resources', 'requests')),
    ...Object.keys(objectAt(container, 'resources', 'limits')),
  ]);
  return [...requested]
    .filter((resource) => !KNOWN.includes(resource) && !resource.startsWith(HUGE_PAGES))
    .map((resource) => ({ kind: 'unknown-device', container: nameOf(container), resource }));
}

/** Requests that are not quantities of at least 0, and parts of GPUs: the API server rejects them. */
function notQuantities(container: PlainObject, defaults: RequestDefaults): ObjectProblem[] {
  return ['cpu', 'memory', GPU_RESOURCE].flatMap((resource) => {
    const value = requestOf(container, resource, defaults);
    const amount = quantityOf(value);
    const isPossible = amount !== undefined && amount >= 0 && (resource !== GPU_RESOURCE || Number.isInteger(amount));
    if (value === undefined || isPossible) return [];
    return [{ kind: 'invalid-request', container: nameOf(container), resource, value: String(value) }];
  });
}

function nameOf(container: PlainObject): string {
  return stringAt(container, 'name') ?? '';
}

function amountsOf(container: PlainObject, defaults: RequestDefaults): Amounts {
  const amount = (resource: string) => quantityOf(requestOf(container, resource, defaults)) ?? 0;
  return { cpu: amount('cpu'), memory: amount('memory'), gpu: amount(GPU_RESOURCE), hugePages: hugePagesOf(container) };
}

/** Huge pages that a container or pod requests, bytes. The node reserves them in its memory. Source: Kubernetes documentation, Manage HugePages. */
function hugePagesOf(container: PlainObject): number {
  const names = Object.keys({ ...objectAt(container, 'resources', 'requests'), ...objectAt(container, 'resources', 'limits') });
  return names
    .filter((name) => name.startsWith(HUGE_PAGES))
    .reduce((bytes, name) => bytes + (quantityOf(requestOf(container, name, {})) ?? 0), 0);
}

function requestOf(container: PlainObject, resource: string, defaults: RequestDefaults): unknown {
  return at(container, 'resources', 'requests', resource) ?? at(container, 'resources', 'limits', resource) ?? defaults[resource];
}

function sum(left: Amounts, right: Amounts): Amounts {
  return combined(left, right, (a, b) => a + b);
}

function larger(left: Amounts, right: Amounts): Amounts {
  return combined(left, right, Math.max);
}

function combined(left: Amounts, right: Amounts, combine: (left: number, right: number) => number): Amounts {
  return {
    cpu: combine(left.cpu, right.cpu),
    memory: combine(left.memory, right.memory),
    gpu: combine(left.gpu, right.gpu),
    hugePages: combine(left.hugePages, right.hugePages),
  };
}

/** Rounds floating-point errors away: 0.1 + 0.2 CPU are 300 thousandths, not 301. */
function rounded(millis: number): number {
  return Number(millis.toFixed(6));
}

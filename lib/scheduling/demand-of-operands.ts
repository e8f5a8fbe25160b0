import { billedAs } from '../core/free-reason';
import { certain } from '../core/interval';
import type { PlainObject } from '../core/plain-object';
import type { ManifestObject } from '../manifests/manifest-object';
import { namespaceOf } from '../manifests/namespace';
import { at, itemsAt, objectAt, stringAt } from '../manifests/values';
import type { ObjectDemand, ReaderContext, VolumeDemand } from './object-demand';
import { idOf } from './object-index';
import type { ObjectProblem } from './object-problem';
import { operandAdmission } from './pod-admission';
import { podTemplate } from './pod-template';
import { mergedOrigins } from './request-origins';
import { claimedGib, storageOf } from './storage';

/** Pods of one kind that an operator creates for a custom resource, as the resource states. */
export interface Operand {
  /** Name of the part, such as `mongos`; empty if there is only one. */
  readonly part: string;
  /** Number of pods. */
  readonly count: number;
  /** Labels of the pods, by which rules of the resource select them. */
  readonly labels: Readonly<Record<string, string>>;
  /** Containers by name, with their `resources`. */
  readonly resources: readonly (readonly [container: string, resources: unknown])[];
  /** Object that contains `affinity`, `nodeSelector`, `tolerations` and `topologySpreadConstraints`. */
  readonly placement: PlainObject;
  /** Topology key of the required anti-affinity among the pods. Absent: none. */
  readonly apartBy?: string;
  /** Claims of each pod, by name, with their `spec`. */
  readonly claims?: readonly (readonly [name: string, claim: PlainObject])[];
}

/** The demand of the operands of a custom resource. */
export function demandOfOperands(object: ManifestObject, operands: readonly Operand[], context: ReaderContext): ObjectDemand {
  const read = operands.map((operand) => {
    const { part, count } = operand;
    const id = part === '' ? idOf(object) : `${idOf(object)}/${part}`;
    return { operand, count, ...podTemplate(templateOf(operand), id, namespaceOf(object), operandAdmission(object, part, context)) };
  });
  const problems = read.flatMap((one) =>
    one.problems.map((problem) => (one.operand.part === '' ? problem : ofPart(one.operand.part, problem))),
  );
  if (requestsBalancer(at(object.raw, 'spec'))) problems.push({ kind: 'load-balancer-of-operator' });
  const origins = mergedOrigins(read.map(({ operand: { part }, origins: own }) => (part === '' ? own : { ...own, containers: [] })));
  if (problems.length > 0) return { unpriced: problems, origins };
  const holders = operands.flatMap(({ claims, ...operand }) => (claims === undefined ? [] : [{ ...operand, claims }]));
  return {
    pods: read.map(({ group, count }) => ({ group, replicas: certain(count) })),
    volumes: holders.flatMap(({ part, count, claims }) =>
      claims.map(([name, claim]) => volumeOf(holders.length === 1 ? name : `${name} of ${part}`, claim, count, context)),
    ),
    origins,
    free: billedAs('nodes-of-pods'),
  };
}

function ofPart(part: string, problem: ObjectProblem): ObjectProblem {
  return { kind: 'of-part', part, problem };
}

/** Whether the operator creates a Service of type `LoadBalancer`. All of these custom resources state it in the same way. */
function requestsBalancer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((part) => part === 'LoadBalancer' || requestsBalancer(part));
}

function templateOf({ labels, resources, placement, apartBy }: Operand): PlainObject {
  const selector = { matchLabels: labels };
  const term = { topologyKey: apartBy, labelSelector: selector };
  return {
    metadata: { labels },
    spec: {
      containers: resources.map(([name, given]) => ({ name, resources: given })),
      nodeSelector: at(placement, 'nodeSelector'),
      tolerations: at(placement, 'tolerations'),
      topologySpreadConstraints: at(placement, 'topologySpreadConstraints'),
      ...(apartBy === undefined
        ? { affinity: at(placement, 'affinity') }
        : { affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: term }] } } }),
    },
  };
}

function volumeOf(name: string, claim: PlainObject, count: number, context: ReaderContext): VolumeDemand {
  const sizeGib = claimedGib(claim);
  if (sizeGib === undefined)
    return {
      name,
      sizeGib: 0,
      count: certain(count),
      storage: { kind: 'unknown', problem: { kind: 'volume-without-size', volume: name } },
    };
  return { name, sizeGib, count: certain(count), storage: storageOf(stringAt(claim, 'spec', 'storageClassName'), context) };
}

/** A claim with a size and a storage class, for resources that state the two without a claim. */
export function claimOf(storage: unknown, sizeKey: string, classKey: string): PlainObject {
  return { spec: { storageClassName: at(storage, classKey), resources: { requests: { storage: at(storage, sizeKey) } } } };
}

/** Sidecar containers in addition to the operator's own containers, by name with their `resources`. */
export function sidecarsOf(value: unknown, ...path: readonly string[]): Operand['resources'] {
  return itemsAt(value, ...path).map(
    ({ value: container }) => [stringAt(container, 'name') ?? '', objectAt(container, 'resources')] as const,
  );
}

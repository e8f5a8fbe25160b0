import { certain } from '../core/interval';
import type { PlainObject } from '../io/plain-object';
import type { ManifestObject } from '../manifests/manifest-object';
import { at, itemsAt, objectAt, textAt } from '../manifests/values';
import type { ObjectDemand, ReaderContext, VolumeDemand } from './object-demand';
import { idOf, namespaceOf } from './object-index';
import { podTemplate } from './pod-template';
import { claimedGib, storageOf } from './storage';

/** Pods of one kind that an operator makes for a custom resource, as far as the resource says. */
export interface Operand {
  /** `mongos`, or empty for the only ones. */
  readonly part: string;
  /** Number of pods. */
  readonly count: number;
  /** Labels by which rules of the resource find them. */
  readonly labels: Readonly<Record<string, string>>;
  /** What each container is given: `resources` as a container has them. */
  readonly resources: readonly (readonly [container: string, resources: unknown])[];
  /** Where `nodeSelector`, `tolerations` and `topologySpreadConstraints` are. */
  readonly placement: PlainObject;
  /** Key of the places that no two of them share, where there is one. */
  readonly apartBy?: string;
  /** Claims of each pod: with a `spec` as claims have it. */
  readonly claims?: readonly (readonly [name: string, claim: PlainObject])[];
}

/** What the operands of a custom resource mean for the bill. */
export function demandOfOperands(object: ManifestObject, operands: readonly Operand[], context: ReaderContext): ObjectDemand {
  const read = operands.map((operand) => {
    const { part, count } = operand;
    const id = part === '' ? idOf(object) : `${idOf(object)}/${part}`;
    return { operand, count, ...podTemplate(templateOf(operand), id, namespaceOf(object)) };
  });
  const problems = read.flatMap((one) =>
    one.problems.map((problem) => (one.operand.part === '' ? problem : `${one.operand.part}: ${problem}`)),
  );
  if (asksForBalancer(at(object.raw, 'spec')))
    problems.push('it asks its operator for a Service of type LoadBalancer, and which one that is is not known');
  if (problems.length > 0) return { unpriced: problems };
  const holders = operands.flatMap(({ claims, ...operand }) => (claims === undefined ? [] : [{ ...operand, claims }]));
  return {
    pods: read.map(({ group, count }) => ({ group, replicas: certain(count) })),
    volumes: holders.flatMap(({ part, count, claims }) =>
      claims.map(([name, claim]) => volumeOf(holders.length === 1 ? name : `${name} of ${part}`, claim, count, context)),
    ),
    free: 'billed as the nodes that its pods run on',
  };
}

/** Whether a Service that the operator makes is a load balancer: wherever a resource says so, it says it in these words. */
function asksForBalancer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((part) => part === 'LoadBalancer' || asksForBalancer(part));
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
        ? {}
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
      storage: { kind: 'unknown', reason: `its volume ${name} does not say how large it is` },
    };
  return { name, sizeGib, count: certain(count), storage: storageOf(textAt(claim, 'spec', 'storageClassName'), context) };
}

/** A claim of a size and a class, where a resource writes the two by themselves. */
export function claimOf(storage: unknown, sizeKey: string, classKey: string): PlainObject {
  return { spec: { storageClassName: at(storage, classKey), resources: { requests: { storage: at(storage, sizeKey) } } } };
}

/** Containers that are run beside the operator's own, as lists of containers have them. */
export function sidecarsOf(value: unknown, ...path: readonly string[]): Operand['resources'] {
  return itemsAt(value, ...path).map(
    ({ value: container }) => [textAt(container, 'name') ?? '', objectAt(container, 'resources')] as const,
  );
}

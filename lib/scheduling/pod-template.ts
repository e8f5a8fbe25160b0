import { isPlainObject, type PlainObject } from '../core/plain-object';
import { quantityOf } from '../core/quantity';
import { labelSelector, selectorOf } from '../manifests/selector';
import { at, type Item, itemsAt, numberAt, objectAt, stringAt, stringsAt } from '../manifests/values';
import type { ObjectProblem } from './object-problem';
import type { Requirement } from './pod-packing/node';
import type { Neighbors, Place, PodGroup, Spread, Toleration } from './pod-packing/pod-group';
import { type Admission, podRequests } from './pod-requests';
import type { RequestOrigins } from './request-origins';

/** Places by topology key. Other keys are custom labels of nodes, and are ignored. */
const PLACES: ReadonlyMap<string, Place> = new Map(
  Object.entries<Place>({
    'kubernetes.io/hostname': 'host',
    'topology.kubernetes.io/zone': 'zone',
    'failure-domain.beta.kubernetes.io/zone': 'zone',
  }),
);

/** The pods that a template creates. */
export interface PodTemplate {
  /** The pods, which are identical. */
  readonly group: PodGroup;
  /** Reasons why the pods cannot be priced. */
  readonly problems: readonly ObjectProblem[];
  /** Where the requests of the containers of a pod come from. */
  readonly origins: RequestOrigins;
}

const EPHEMERAL = 'ephemeral-storage';

/** Ephemeral storage that the containers and sidecars request, bytes: a limit is a request too if none is stated. */
function ephemeralStorage(spec: PlainObject): number {
  const sidecars = itemsAt(spec, 'initContainers').filter(({ value }) => value.restartPolicy === 'Always');
  return [...itemsAt(spec, 'containers'), ...sidecars]
    .map(({ value }) => quantityOf(at(value, 'resources', 'requests', EPHEMERAL) ?? at(value, 'resources', 'limits', EPHEMERAL)) ?? 0)
    .reduce((sum, bytes) => sum + bytes, 0);
}

/** The group of pods of a template with `metadata` and `spec`, as the scheduler sees them. */
export function podTemplate(template: PlainObject, id: string, namespace: string, admission?: Admission): PodTemplate {
  const spec = objectAt(template, 'spec');
  const { requests, problems, origins } = podRequests(spec, admission);
  const affinity = objectAt(spec, 'affinity');
  const ephemeralBytes = ephemeralStorage(spec);
  return {
    group: {
      id,
      namespace,
      labels: stringsAt(template, 'metadata', 'labels'),
      requests,
      ...(ephemeralBytes > 0 && { ephemeralBytes }),
      hostPorts: hostPorts(spec),
      ...nodeDemands(spec, affinity),
      tolerations: itemsAt(spec, 'tolerations').map(({ value }) => tolerationOf(value)),
      spreads: [...spreadsOf(spec, namespace), ...preferredZones(affinity, namespace)],
      apartFrom: [
        ...neighbors(itemsAt(affinity, 'podAntiAffinity', REQUIRED), namespace),
        ...preferredTerms(affinity, 'podAntiAffinity', namespace).filter(({ place }) => place === 'host'),
      ],
      togetherWith: neighbors(itemsAt(affinity, 'podAffinity', REQUIRED), namespace),
    },
    problems,
    origins,
  };
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/** With `hostNetwork`, ports of containers are ports of the node. */
function hostPorts(spec: PlainObject): readonly string[] {
  const ofNode = at(spec, 'hostNetwork') === true;
  const ports = [...itemsAt(spec, 'containers'), ...itemsAt(spec, 'initContainers')].flatMap(({ value }) =>
    itemsAt(value, 'ports').flatMap(({ value: port }) => {
      const number = numberAt(port, 'hostPort') ?? (ofNode ? numberAt(port, 'containerPort') : undefined);
      return number === undefined ? [] : [`${stringAt(port, 'protocol') ?? 'TCP'} ${number}`];
    }),
  );
  return [...new Set(ports)].sort();
}

function nodeDemands(spec: PlainObject, affinity: PlainObject): Pick<PodGroup, 'nodeTerms' | 'preferredNode'> {
  const selector: Requirement[] = Object.entries(stringsAt(spec, 'nodeSelector')).map(([key, value]) => ({
    key,
    operator: 'In',
    values: [value],
  }));
  const terms = itemsAt(affinity, 'nodeAffinity', REQUIRED, 'nodeSelectorTerms').map(({ value }) => [
    ...selector,
    ...requirementsOf(value),
  ]);
  const heaviest = itemsAt(affinity, 'nodeAffinity', PREFERRED).reduce<Item | undefined>(
    (best, item) => (best === undefined || (numberAt(item.value, 'weight') ?? 0) > (numberAt(best.value, 'weight') ?? 0) ? item : best),
    undefined,
  );
  return {
    nodeTerms: terms.length > 0 ? terms : selector.length > 0 ? [selector] : [],
    preferredNode: heaviest === undefined ? [] : requirementsOf(objectAt(heaviest.value, 'preference')),
  };
}

/** The `matchExpressions` of a term, or the requirements of a NodePool: the same form. */
export function requirementsOf(term: PlainObject, key = 'matchExpressions'): readonly Requirement[] {
  return itemsAt(term, key).map(({ value }) => {
    const values = at(value, 'values');
    return {
      key: stringAt(value, 'key') ?? '',
      operator: stringAt(value, 'operator') ?? '',
      values: Array.isArray(values) ? values.map(String) : [],
    };
  });
}

/** The toleration that an entry of a pod specification states. */
function tolerationOf(value: PlainObject): Toleration {
  const [key, text, effect] = [stringAt(value, 'key'), stringAt(value, 'value'), stringAt(value, 'effect')];
  return {
    operator: stringAt(value, 'operator') ?? 'Equal',
    ...(key !== undefined && key !== '' && { key }),
    ...(text !== undefined && { value: text }),
    ...(effect !== undefined && effect !== '' && { effect }),
  };
}

/** Preferred spreads count too: Karpenter ignores them only if a pod fits nowhere, and a new node always fits. */
function spreadsOf(spec: PlainObject, namespace: string): readonly Spread[] {
  return itemsAt(spec, 'topologySpreadConstraints').flatMap(({ value }) => {
    const place = PLACES.get(stringAt(value, 'topologyKey') ?? '');
    const selector = selectorOf(at(value, 'labelSelector'));
    if (place === undefined || selector === undefined) return [];
    return [
      {
        place,
        maxSkew: numberAt(value, 'maxSkew') ?? 1,
        isRequired: stringAt(value, 'whenUnsatisfiable') !== 'ScheduleAnyway',
        namespaces: [namespace],
        selector,
      },
    ];
  });
}

/** A preferred anti-affinity over zones becomes an even spread over zones, because not every pod can have its own zone. */
function preferredZones(affinity: PlainObject, namespace: string): readonly Spread[] {
  return preferredTerms(affinity, 'podAntiAffinity', namespace)
    .filter(({ place }) => place === 'zone')
    .map((term) => ({ ...term, maxSkew: 1, isRequired: false }));
}

function preferredTerms(affinity: PlainObject, kind: string, namespace: string): readonly Neighbors[] {
  return neighbors(
    itemsAt(affinity, kind, PREFERRED).map(({ value, path }) => ({ value: objectAt(value, 'podAffinityTerm'), path })),
    namespace,
  );
}

function neighbors(terms: readonly Item[], namespace: string): readonly Neighbors[] {
  return terms.flatMap(({ value }) => {
    const place = PLACES.get(stringAt(value, 'topologyKey') ?? '');
    if (place === undefined) return [];
    const selector = selectorOf(at(value, 'labelSelector')) ?? labelSelector({});
    const listed = at(value, 'namespaces');
    const names = Array.isArray(listed) && listed.length > 0 ? listed.map(String) : [namespace];
    // Manifests of pods do not state which namespaces a namespace selector matches: it may match all of them.
    return [{ place, selector, ...(!isPlainObject(at(value, 'namespaceSelector')) && { namespaces: names }) }];
  });
}

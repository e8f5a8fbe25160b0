import type { ManifestObject } from '../../manifests/manifest-object';
import { amountAt, at, itemsAt, objectAt, stringAt } from '../../manifests/values';
import { demandOfOperands, type Operand } from '../demand-of-operands';
import type { ObjectReader } from '../object-demand';

/** Requests and limits of the sidecar that reloads the configuration. Source: prometheus-operator 0.93.0, cmd/operator/main.go. */
const RELOADER = { requests: { cpu: '10m', memory: '50Mi' } } as const;

/** Memory of Alertmanager and Thanos Ruler without a request. Source: prometheus-operator 0.93.0, pkg/alertmanager and pkg/thanos, statefulset.go. */
const DEFAULT_MEMORY = '200Mi';

/** Main container by kind. */
const MAIN: ReadonlyMap<string, string> = new Map([
  ['Prometheus', 'prometheus'],
  ['PrometheusAgent', 'prometheus'],
  ['Alertmanager', 'alertmanager'],
  ['ThanosRuler', 'thanos-ruler'],
]);

/** Prometheus, Alertmanager and Thanos Ruler of the Prometheus Operator: the replicas of each shard, with a volume if the resource claims one. */
export const prometheus: ObjectReader = {
  kinds: [...MAIN.keys()].map((kind) => `monitoring.coreos.com/${kind}`),
  read: (object, context) => {
    const { raw, kind, name } = object;
    // A PrometheusAgent on every node.
    if (stringAt(raw, 'spec', 'mode') === 'DaemonSet') return { unpriced: [{ kind: 'unknown-kind' }] };
    const claim = at(raw, 'spec', 'storage', 'volumeClaimTemplate') ?? at(raw, 'spec', 'storage', 'ephemeral', 'volumeClaimTemplate');
    const operand: Operand = {
      part: '',
      count: (amountAt(raw, 'spec', 'replicas') ?? 1) * Math.max(amountAt(raw, 'spec', 'shards') ?? 1, 1),
      labels: { 'app.kubernetes.io/managed-by': 'prometheus-operator', 'app.kubernetes.io/instance': name, [kind.toLowerCase()]: name },
      resources: containersOf(object),
      placement: objectAt(raw, 'spec'),
      ...(claim !== undefined && { claims: [['data', objectAt(claim)] as const] }),
    };
    return demandOfOperands(object, [operand], context);
  },
};

/** The containers of the operator, with the resources that `containers` of the resource gives to one of their names, and additional ones. */
function containersOf({ raw, kind }: ManifestObject): Operand['resources'] {
  const main = MAIN.get(kind) ?? '';
  const stated = objectAt(raw, 'spec', 'resources');
  const isWithDefault = main !== 'prometheus';
  const requests = { ...(isWithDefault && { memory: DEFAULT_MEMORY }), ...objectAt(stated, 'requests') };
  const resources = new Map<string, unknown>([
    [main, { ...stated, requests }],
    ['config-reloader', RELOADER],
  ]);
  if (at(raw, 'spec', 'thanos') !== undefined) resources.set('thanos-sidecar', at(raw, 'spec', 'thanos', 'resources'));
  for (const { value } of itemsAt(raw, 'spec', 'containers')) {
    const name = stringAt(value, 'name') ?? '';
    if (at(value, 'resources') !== undefined || !resources.has(name)) resources.set(name, at(value, 'resources'));
  }
  return [...resources];
}

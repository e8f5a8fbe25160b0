import { cloudnativePgPoolerPodLabels } from '../../conventions/operator-labels';
import type { ManifestObject } from '../../manifests/manifest-object';
import { amountAt, at, itemsAt, objectAt, stringAt, stringsAt } from '../../manifests/values';
import { claimOf, demandOfOperands, type Operand } from '../demand-of-operands';
import type { ObjectReader, ReaderContext } from '../object-demand';

const HOSTNAME = 'kubernetes.io/hostname';

/**
 * Cluster of CloudNativePG: its instances, each with a data volume and, if the resource has `walStorage`, a volume for the
 * write-ahead log.
 */
export const cloudnativePgCluster: ObjectReader = {
  kinds: ['postgresql.cnpg.io/Cluster'],
  read: (object, context) => {
    const { raw, name } = object;
    const affinity = objectAt(raw, 'spec', 'affinity');
    const wal = at(raw, 'spec', 'walStorage');
    const operand: Operand = {
      part: '',
      count: amountAt(raw, 'spec', 'instances') ?? 1,
      labels: { 'cnpg.io/cluster': name, 'cnpg.io/podRole': 'instance', ...stringsAt(raw, 'spec', 'inheritedMetadata', 'labels') },
      resources: [['postgres', at(raw, 'spec', 'resources')], ...archiverOf(object, context)],
      placement: { ...affinity, topologySpreadConstraints: at(raw, 'spec', 'topologySpreadConstraints') },
      // Source: CloudNativePG documentation, Scheduling: pod anti-affinity is enabled by default, over nodes.
      ...(at(affinity, 'enablePodAntiAffinity') === false ? {} : { apartBy: stringAt(affinity, 'topologyKey') ?? HOSTNAME }),
      claims: [
        ['data', claimOf(at(raw, 'spec', 'storage'), 'size', 'storageClass')],
        ...(wal === undefined ? [] : [['wal', claimOf(wal, 'size', 'storageClass')] as const]),
      ],
    };
    return demandOfOperands(object, [operand], context);
  },
};

/** The sidecar of the Barman Cloud plugin, with the resources that its ObjectStore states. */
function archiverOf(object: ManifestObject, { index }: ReaderContext): Operand['resources'] {
  return itemsAt(object.raw, 'spec', 'plugins').flatMap(({ value }) => {
    const store = index.inNamespaceOf(object, 'ObjectStore', stringAt(value, 'parameters', 'barmanObjectName') ?? '');
    return store === undefined
      ? []
      : [['plugin-barman-cloud', at(store.raw, 'spec', 'instanceSidecarConfiguration', 'resources')] as const];
  });
}

/** Pooler of CloudNativePG: pods of PgBouncer. */
export const cloudnativePgPooler: ObjectReader = {
  kinds: ['postgresql.cnpg.io/Pooler'],
  read: (object, context) => {
    const template = objectAt(object.raw, 'spec', 'template');
    const operand: Operand = {
      part: '',
      count: amountAt(object.raw, 'spec', 'instances') ?? 1,
      labels: {
        ...stringsAt(template, 'metadata', 'labels'),
        ...cloudnativePgPoolerPodLabels(object.name, stringAt(object.raw, 'spec', 'cluster', 'name') ?? ''),
      },
      resources: itemsAt(template, 'spec', 'containers').map(
        ({ value }) => [stringAt(value, 'name') ?? '', at(value, 'resources')] as const,
      ),
      placement: objectAt(template, 'spec'),
    };
    return demandOfOperands(object, [operand], context);
  },
};

import { shown } from '../../core/problems';
import { isClusterWide } from '../lint-context';
import type { Rule } from '../rule';

export const clusterWideNamespace: Rule = {
  id: 'cluster-wide-namespace',
  severity: 'warning',
  description: 'Cluster-scoped object has a namespace',
  fix: 'Remove metadata.namespace. Objects of this kind belong to the whole cluster',
  *check({ objects }) {
    for (const object of objects) {
      if (object.namespace === undefined || !isClusterWide(object)) continue;
      yield { object, path: ['metadata', 'namespace'], received: shown(object.namespace), expected: `no namespace on a ${object.kind}` };
    }
  },
};

import { shown } from '../../core/problems';
import { isClusterWide } from '../lint-context';
import type { Rule } from '../rule';

export const clusterWideNamespace: Rule = {
  id: 'cluster-wide-namespace',
  severity: 'warning',
  description: 'a namespace on an object that is in none',
  fix: 'remove metadata.namespace: objects of this kind belong to the whole cluster',
  *check({ objects }) {
    for (const object of objects) {
      if (object.namespace === undefined || !isClusterWide(object)) continue;
      yield { object, path: ['metadata', 'namespace'], received: shown(object.namespace), expected: `no namespace on a ${object.kind}` };
    }
  },
};

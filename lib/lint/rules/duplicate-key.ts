import { shown } from '../../core/problems';
import type { Rule } from '../rule';

export const duplicateKey: Rule = {
  id: 'duplicate-key',
  severity: 'error',
  description: 'Mapping has the same key twice',
  fix: 'Remove one of the two. `kubectl apply` rejects duplicate keys',
  citation: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  *check({ objects }) {
    for (const object of objects) {
      for (const { key, line, position } of object.origin.duplicateKeys) {
        const received = `a mapping with two keys ${shown(key)}`;
        yield { object, path: [], line, received, expected: 'each key once', change: { kind: 'duplicate', position } };
      }
    }
  },
};

import { namespaceOf } from '../../manifests/namespace';
import { isClusterWide } from '../lint-context';
import type { Rule } from '../rule';

export const duplicateObject: Rule = {
  id: 'duplicate-object',
  severity: 'warning',
  description: 'Object is defined twice',
  fix: 'Remove or rename one of the two, or check them in separate runs. The one that is applied last replaces the other',
  *check({ objects }) {
    const first = new Map<string, (typeof objects)[number]>();
    for (const object of objects) {
      const { group, kind, name } = object;
      const key = [group, kind, isClusterWide(object) ? '' : namespaceOf(object), name].join('/');
      const before = first.get(key);
      if (before === undefined || name === '') first.set(key, object);
      else {
        const place = `${before.origin.file}, line ${before.origin.line}`;
        yield { object, path: ['metadata', 'name'], received: `a duplicate of ${place}`, expected: 'each object once' };
      }
    }
  },
};

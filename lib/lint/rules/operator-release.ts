import { definedObjects } from '../definitions';
import { isBuiltInGroup } from '../lint-context';
import { releaseFields } from '../release-fields';
import type { Rule } from '../rule';
import { operatorReleases } from '../schema';

export const operatorRelease: Rule = {
  id: 'operator-release',
  severity: 'warning',
  set: 'reliability',
  description: 'Field or kind exists in one of two releases of the operator only',
  fix: 'Install a release that has the field, and check it with --crds. Otherwise, the API server drops or rejects the field',
  *check(context) {
    const defined = definedObjects(context);
    for (const object of context.objects) {
      const releases = isBuiltInGroup(object.group) || defined.has(object) ? undefined : operatorReleases(object.group);
      if (releases === undefined) continue;
      for (const { path, release } of releaseFields(object)) {
        const [has, lacks] = release === 'newest' ? [releases.newest, releases.minimum] : [releases.minimum, releases.newest];
        yield { object, path, received: `not in release ${lacks} of ${releases.url}`, expected: `a release with it, such as ${has}` };
      }
    }
  },
};

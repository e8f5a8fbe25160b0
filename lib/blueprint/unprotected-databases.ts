import { notOneOf, type Problem, shown } from '../core/problems';
import { unprotectedDatabasesOf } from '../model/options';
import type { ResolvedOptions } from './blueprint';
import type { ResolvedComponent } from './resolved-component';

/** Problems of the option `unprotectedDatabases`: components that are no managed databases of the tier, and ids given twice. */
export function unprotectedDatabaseProblems(
  { unprotectedDatabases: text }: Pick<ResolvedOptions, 'unprotectedDatabases'>,
  components: Readonly<Record<string, ResolvedComponent>>,
): Problem[] {
  const path = 'unprotectedDatabases';
  const given = unprotectedDatabasesOf(text);
  const known = Object.values(components).flatMap((component) =>
    component.kind === 'database' && component.deployment === 'managed' ? [component.id] : [],
  );
  if (given.length > 0 && known.length === 0) {
    return [{ path, received: shown(text), expected: 'no value: the tier has no managed database' }];
  }
  return given.flatMap((id, index) => [
    ...(known.includes(id) ? [] : [notOneOf(path, id, known)]),
    ...(given.indexOf(id) < index ? [{ path, reason: `${id} is given twice`, expected: 'each database once' }] : []),
  ]);
}

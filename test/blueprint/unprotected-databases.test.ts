import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { InputError, problemText } from '../../lib/core/problems';
import { stacksFor } from '../support/synthesized';

function problemsOf(options: Record<string, unknown>): string[] {
  try {
    blueprintFor({ system: 'aiva', tier: 'large', ...options });
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(problemText);
    throw error;
  }
  return [];
}

describe('the databases without deletion protection before a move', () => {
  it('change in nothing else', () => {
    const resourcesOf = (options: Record<string, unknown>) => {
      const [stack] = stacksFor(blueprintFor({ system: 'aiva', tier: 'small', ...options }));
      return stack?.template.Resources as Record<string, { Type: string; Properties: Record<string, unknown> }>;
    };
    const [protectedOnes, others] = [resourcesOf({}), resourcesOf({ unprotectedDatabases: 'database' })];
    const changed = Object.entries(others).filter(([id, resource]) => JSON.stringify(resource) !== JSON.stringify(protectedOnes[id]));
    expect(changed.map(([, { Type }]) => Type)).toEqual(['AWS::RDS::DBInstance']);
    expect(changed.map(([, { Properties }]) => Properties.DeletionProtection)).toEqual([false]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'a database that the tier does not have',
      { unprotectedDatabases: 'databse' },
      'unprotectedDatabases: invalid value "databse"; expected database. Did you mean "database"?',
    ],
    [
      'a database twice',
      { unprotectedDatabases: 'database,database' },
      'unprotectedDatabases: database is given twice; expected each database once',
    ],
    [
      'databases in containers',
      { unprotectedDatabases: 'database', platform: 'kubernetes' },
      'unprotectedDatabases: invalid value "database"; expected no value: the tier has no managed database',
    ],
    [
      'a wrong separator',
      { unprotectedDatabases: 'database;users' },
      'unprotectedDatabases: invalid value "database;users"; expected ids of databases, such as users, separated by commas',
    ],
  ])('refuse %s', (_name, options, expected) => {
    expect(problemsOf(options)).toEqual([expected]);
  });
});

import { expect, test } from 'vitest';
import { lint } from '../../lib/lint/lint';
import { RULES } from '../../lib/lint/rules';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { SINGLE_CHANGES } from './single-changes';

/** Objects that are not in the manifest are no faults of it. */
const ERRORS = RULES.filter(({ id, severity }) => severity === 'error' && !id.endsWith('-missing'));
const findingsOf = (yaml: string) => lint(parseManifests(yaml, 'a.yaml'), ERRORS).map(({ rule, path }) => `${rule} ${path}`);

test('at least 100 changes', () => expect(SINGLE_CHANGES.length).toBeGreaterThanOrEqual(100));

test.each(SINGLE_CHANGES.map((row) => [row.validation, row.finding, row] as const))('%s: %s', (_validation, finding, { valid, change }) => {
  expect(valid.split(change[0]).length - 1).toBeGreaterThanOrEqual(1);
  expect(findingsOf(valid)).toEqual([]);
  expect(findingsOf(valid.replace(...change))).toEqual([finding]);
});

import { expect, test } from 'vitest';
import { lint } from '../../lib/lint/lint';
import { RULES } from '../../lib/lint/rules';
import { STRUCTURE_RULES } from '../../lib/lint/structure';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { REJECTED } from './rejected';

/** Rules about what the API server rejects by itself, without looking at other objects. */
const rules = RULES.filter(({ id }) => id.startsWith('invalid-') || id === 'pod-security');
const structure = RULES.filter(({ id }) => STRUCTURE_RULES.some((known) => known === id));
const errors = (yaml: string) => lint(parseManifests(yaml, 'a.yaml'), rules).map(({ rule, path }) => `${rule} ${path}`);

test('at least 100 checks, at least one for every rule', () => {
  expect(REJECTED.length).toBeGreaterThanOrEqual(100);
  expect([...new Set(REJECTED.map(({ rule }) => rule))].sort()).toEqual(rules.map(({ id }) => id).sort());
});

test.each(REJECTED.map((row) => [row.rule, row.validation, row] as const))('%s: %s', (rule, _validation, { broken, valid, path }) => {
  expect(errors(broken)).toEqual([`${rule} ${path}`]);
  expect(errors(valid)).toEqual([]);
  expect(lint(parseManifests(valid, 'a.yaml'), structure).map((finding) => `${finding.rule} ${finding.path}`)).toEqual([]);
});

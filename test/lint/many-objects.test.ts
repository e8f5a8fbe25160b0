import { expect, test } from 'vitest';
import { manifestsText } from '../../bench/lint';
import type { Finding } from '../../lib/lint/finding';
import { lint } from '../../lib/lint/lint';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { countingReads } from '../support/counted';

/** Lints manifests with many objects. `npm run bench lint` measures the duration. */
function linted(count: number): { readonly findings: readonly Finding[]; readonly readsOfEach: number } {
  const { objects, readsOfEach } = countingReads(parseManifests(manifestsText(count), 'many.yaml'));
  expect(objects).toHaveLength(count);
  return { findings: lint(objects), readsOfEach: readsOfEach() };
}

test('each of 2,000 objects is read as often as each of 200', () => {
  const [few, many] = [linted(200), linted(2_000)];
  expect(new Set(many.findings.map(({ rule }) => rule))).toEqual(new Set(['missing-probes']));
  expect(many.findings).toHaveLength(10 * few.findings.length);
  expect(few.readsOfEach).toBeGreaterThan(1);
  expect(many.readsOfEach).toBeLessThan(1.5 * few.readsOfEach);
});

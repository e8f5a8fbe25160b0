import { expect, test } from 'vitest';
import { manifestsText } from '../../bench/lint';
import { lint } from '../../lib/lint';
import { parseManifests } from '../../lib/manifest';

/** What `npm run bench` promises, with room for a machine that does other things too. */
const AT_MOST_MS = 8_000;

test('10,000 objects are linted in seconds', () => {
  const start = performance.now();
  const objects = parseManifests(manifestsText(10_000), 'many.yaml');
  const findings = lint(objects);
  expect(performance.now() - start).toBeLessThan(AT_MOST_MS);
  expect(objects).toHaveLength(10_000);
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['missing-probes']));
});

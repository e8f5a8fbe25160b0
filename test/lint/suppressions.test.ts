import { describe, expect, test } from 'vitest';
import { baselineOf, withoutBaseline } from '../../lib/answers/lint-baseline';
import { lintAll } from '../../lib/lint/lint';
import { DEFAULT_CLUSTER_SETTINGS } from '../../lib/lint/lint-context';
import { RULES } from '../../lib/lint/rules';
import { parseManifests } from '../../lib/manifests/read-manifests';

const pod = (annotation: string, image = 'example.com/web') =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations: { sizing-blueprints/ignore: ${JSON.stringify(annotation)} }\nspec: { containers: [{ name: web, image: ${image} }] }\n`;

function results(text: string) {
  const { findings, suppressed } = lintAll(parseManifests(text, 'web.yaml'), RULES, DEFAULT_CLUSTER_SETTINGS);
  return { found: new Set(findings.map(({ rule }) => rule)), suppressed: suppressed.map(({ finding, reason }) => [finding.rule, reason]) };
}

describe('the annotation of an object', () => {
  test('suppresses the findings of its rules, with the reason, and no others', () => {
    const { found, suppressed } = results(pod('unpinned-image, seccomp-profile: CI sets the tag; missing-requests: a test'));
    expect(found).toContain('run-as-root');
    expect(['unpinned-image', 'seccomp-profile', 'missing-requests'].filter((rule) => found.has(rule))).toEqual([]);
    expect(new Map(suppressed as [string, string][])).toEqual(
      new Map([
        ['missing-requests', 'a test'],
        ['seccomp-profile', 'CI sets the tag'],
        ['unpinned-image', 'CI sets the tag'],
      ]),
    );
  });

  test('suppresses nothing without a reason', () => {
    const { found, suppressed } = results(pod('unpinned-image'));
    expect([...found]).toEqual(expect.arrayContaining(['unpinned-image', 'bad-suppression']));
    expect(suppressed).toEqual([]);
  });

  test('suppresses nothing of other objects', () => {
    const { suppressed } = results(`${pod('unpinned-image: CI sets the tag')}---\n${pod('').replace('name: web', 'name: other')}`);
    expect(suppressed).toEqual([['unpinned-image', 'CI sets the tag']]);
  });
});

describe('a baseline', () => {
  const findingsOf = (text: string) => lintAll(parseManifests(text, 'web.yaml'), RULES, DEFAULT_CLUSTER_SETTINGS).findings;
  const before = findingsOf(pod(''));

  test('contains its findings wherever they move in the file', () => {
    const moved = findingsOf(`# a comment\n\n${pod('')}`);
    expect(moved[0]?.line).not.toBe(before[0]?.line);
    expect(withoutBaseline(moved, baselineOf(before))).toEqual({ found: [], known: moved, fixed: 0 });
  });

  test('leaves new findings, and counts those that are fixed', () => {
    const { found, fixed } = withoutBaseline(
      findingsOf(pod('', 'example.com/web:1').replace('kind: Pod', 'kind: Pod\nstatuss: {}')),
      baselineOf(before),
    );
    expect(found.map(({ rule }) => rule)).toEqual(['unknown-field']);
    expect(fixed).toBe(before.filter(({ rule }) => rule === 'unpinned-image').length);
  });
});

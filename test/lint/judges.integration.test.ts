import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lint } from '../../lib/lint/lint';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { fieldsFile, fieldsText } from '../../scripts/kubernetes-fields';
import { judged, mustBePresent } from '../support/judges';
import { HAS_KUBECTL, Kubectl } from '../support/kubectl';
import { clientViolations, decodable, modelViolations } from '../support/manifest-judges';
import { inScope } from '../support/scope';
import { ROOT } from '../support/sources';
import { brokenBy, brokenText, VALID_FILES, validText } from './texts';

/** Paths of the violations of rules, for a comparison with other validators. */
function ourPaths(text: string, rules: readonly string[]): readonly string[] {
  return lint(parseManifests(text, 'text')).flatMap(({ rule, path }) => (rules.includes(rule) ? [path] : []));
}

describe('the models of @kubernetes/client-node', () => {
  const violations = async (text: string) =>
    (await clientViolations(parseManifests(text, 'text'))).map((violation) => violation.slice(violation.indexOf(': ') + 2));

  test.each(VALID_FILES)('accept %s', async (file) => {
    expect(await violations(validText(file))).toEqual([]);
  });

  const rows = brokenBy('unknown-field', 'wrong-type').filter(({ path, base }) => isBuiltIn(base, path));
  test('are tested with enough violations', () => expect(rows.length).toBeGreaterThanOrEqual(7));
  test.each(rows.map((row) => [row.title, row] as const))('reject the same violation: %s', async (_title, row) => {
    expect(await violations(brokenText(row))).toEqual(ourPaths(brokenText(row), ['unknown-field', 'wrong-type']));
  });
});

/** Value at a path of the only object of a manifest. */
function valueAt(text: string, ...path: readonly (string | number)[]): unknown {
  const [object] = parseManifests(text, 'a.yaml');
  return path.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], object?.raw);
}

/** Whether the violation is in a kind that the client has a model for. */
function isBuiltIn(base: string, path: string): boolean {
  return !(['node-pools.yaml', 'document-store.yaml'].includes(base) || ['metadata.label', 'spec.hostnames'].includes(path));
}

judged('kubernetes-models', () => {
  test('the data about kinds and fields matches the packages', async () => {
    const written = readFileSync(join(ROOT, 'data/kubernetes/fields.json'), 'utf8');
    expect(fieldsText(await fieldsFile()), 'run `npm run kubernetes-fields`').toBe(written);
  });

  const violations = (text: string) => modelViolations(parseManifests(text, 'text'));

  test.each(VALID_FILES)('accept %s', async (file) => {
    const { checked, messages } = await violations(validText(file));
    expect(messages).toEqual([]);
    expect(checked).toBeGreaterThan(0);
  });

  /** Violations that these models do not detect. */
  const UNDETECTED: readonly string[] = ['an unknown type of metric target', 'a secret that is not base64', 'no containers'];
  const rows = brokenBy('wrong-type', 'missing-field', 'bad-quantity', 'bad-value').filter(({ title }) => !UNDETECTED.includes(title));
  test('are tested with enough violations', () => expect(rows.length).toBeGreaterThanOrEqual(12));
  test.each(rows.map((row) => [row.title, row] as const))('reject the same violation: %s', async (_title, row) => {
    expect((await violations(brokenText(row))).messages).toHaveLength(1);
  });
});

describe.skipIf(!HAS_KUBECTL && !mustBePresent(process.env))('kubectl 1.35', () => {
  let kubectl: Kubectl;
  beforeAll(() => {
    kubectl = new Kubectl();
  });
  afterAll(() => kubectl.dispose());

  const known = (text: string) => decodable(parseManifests(text, 'text'));

  test.each(VALID_FILES)('decodes %s', (file) => {
    const text = known(validText(file));
    expect(text === '' ? undefined : kubectl.refusal(text)).toBeUndefined();
  });

  const rows = brokenBy('wrong-type', 'bad-quantity').filter(({ base, path }) => isBuiltIn(base, path));
  test('is tested with enough violations', () => expect(rows.length).toBeGreaterThanOrEqual(7));
  test.each(rows.map((row) => [row.title, row] as const))('rejects the same violation: %s', (_title, row) => {
    expect(kubectl.refusal(known(brokenText(row)))).toMatch(/cannot unmarshal|quantities must match|unable to parse quantity/);
  });

  const scalars = [
    'y',
    'Yes',
    'on',
    'n',
    'OFF',
    'true',
    '010',
    '0o17',
    '0x1F',
    '0b11',
    '1_000',
    '1e3',
    '.5',
    '08',
    '+1',
    '12:30',
    '2024-01-31',
    'abc',
    '"1"',
    '1.2.3',
    '~',
    '0X1F',
    '1_0.5',
    '1e400',
    '0B11',
  ];
  test.each(inScope(scalars, (_scalar, index) => index % 5 === 0))('reads the scalar %s as we do', (scalar) => {
    const manifest = `apiVersion: v1\nkind: Pod\nmetadata: {name: a, annotations: {x: ${scalar}}}\nspec: {containers: [{name: a}]}\n`;
    const value = valueAt(manifest, 'metadata', 'annotations', 'x');
    const kind = typeof value === 'boolean' ? 'bool' : typeof value;
    const refusal = kubectl.refusal(manifest);
    if (typeof value === 'string' || value === null) expect(refusal).toBeUndefined();
    else expect(refusal).toContain(`cannot unmarshal ${kind} into`);
  });

  test.each(inScope(['0644', '0o17', '0x1F', '0b11', '1_000', '7'], (_number, index) => index % 4 === 0))(
    'reads the number %s as we do',
    (number) => {
      const manifest = `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {terminationGracePeriodSeconds: ${number}, containers: [{name: a}]}\n`;
      const theirs = JSON.parse(kubectl.read(manifest)) as { readonly spec: { readonly terminationGracePeriodSeconds: number } };
      expect(valueAt(manifest, 'spec', 'terminationGracePeriodSeconds')).toBe(theirs.spec.terminationGracePeriodSeconds);
    },
  );

  const podWith = (field: string, value: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a}]\n  nodeSelector: {}\n`.replace(
      '[{name: a}]',
      `\n  - name: a\n    ${field}: ${value}`,
    );
  const flows = [
    '[001:db8::]',
    '[fe80::, b]',
    '[a:,b:]',
    "[it's:, b]",
    '[!!str a:]',
    '[a b:, c]',
    '[&k a:, *k]',
    '[a\n      b:, c]',
    '[":", b:]',
    '[a::b, "c:"]',
    '[http://x, a#b:]',
  ];
  test.each(inScope(flows, (_flow, index) => index % 5 === 0))('reads the list %s as we do', (flow) => {
    const manifest = podWith('args', flow);
    const theirs = JSON.parse(kubectl.read(manifest)) as { readonly spec: { readonly containers: readonly [{ readonly args: unknown }] } };
    expect(valueAt(manifest, 'spec', 'containers', 0, 'args')).toEqual(theirs.spec.containers[0].args);
  });

  test.each(inScope(['{requests: {cpu: 1, x/y:: 2}}', '{limits: {x/y: "2", z:: 1}}'], (_flow, index) => index === 0))(
    'reads the object %s as we do',
    (flow) => {
      const manifest = podWith('resources', flow);
      expect(kubectl.refusal(manifest)).toBeUndefined();
      expect(JSON.stringify(valueAt(manifest, 'spec', 'containers', 0, 'resources'))).toContain(
        flow.includes('y::') ? '"x/y:":2' : '"z:":1',
      );
    },
  );

  const refused = ['[a?b]', '[http://x/?a=b]', '[:a]', '[::1]', '[a:[b]]', '[a, ?b c, d?]', '[a: :b]', '[a :[b]]'];
  test.each(inScope(refused, (_flow, index) => index % 4 === 0))('refuses the list %s as we do', (flow) => {
    const manifest = podWith('args', flow);
    expect(kubectl.refusal(manifest)).toMatch(/did not find expected/);
    expect(() => parseManifests(manifest, 'text')).toThrow(/in brackets; expected the text in quotes|invalid YAML/);
  });
});

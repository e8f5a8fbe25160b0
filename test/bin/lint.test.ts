import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RECOMMENDED, RULES } from '../../lib/lint/rules';
import { LintJson } from '../../lib/output/json/lint';
import { BROKEN } from '../lint/broken';
import { brokenText, validText } from '../lint/texts';
import { sizing } from '../support/run';
import { sarifProblems } from '../support/sarif';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-'));
  mkdirSync(join(folder, 'valid'));
  writeFileSync(join(folder, 'valid', 'shop.yaml'), validText('shop.yaml'));
  mkdirSync(join(folder, 'broken'));
  for (const rule of ['autoscaler-bounds', 'unpinned-image', 'claim-without-class', 'missing-probes']) {
    const row = BROKEN.find((broken) => broken.rule === rule);
    if (row !== undefined)
      writeFileSync(join(folder, 'broken', `${rule}.yaml`), brokenText(row).replace(/namespace: shop/g, `namespace: ${rule}`));
  }
  writeFileSync(
    join(folder, 'broken', 'a b#.yaml'),
    'apiVersion: v1\nkind: Service\nmetadata: { name: 5-a }\nspec: { ports: [{ port: 1 }] }\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const written = (text: string) => text.replaceAll(folder, '<folder>');

/** Two of the broken files define the same cluster-scoped objects. */
const ALONE = ['--ignore', 'duplicate-object'];

describe('sizing lint', () => {
  test('finds nothing where nothing is wrong', async () => {
    const { code, stdout, stderr } = await sizing(['lint', at('valid')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(written(stdout)).toBe(`<folder>/valid · 15 objects · no findings\n\n ${RECOMMENDED.length} rules checked, no violations\n`);
  });

  test('states the violation, its place and the fix, and exits with 2', async () => {
    const { code, stdout, stderr } = await sizing(['lint', at('broken'), ...ALONE]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'error: 2 errors in the manifests (--fail-on error)\n' });
    expect(stdout).toContain('2 errors, 2 warnings, 1 info');
    expect(stdout).toMatch(/autoscaler-bounds +HorizontalPodAutoscaler/);
    expect(stdout).toContain('Fixes');
    expect(stdout).toContain(' · unpinned-image: Use the tag of a version');
  });

  test('checks custom resources by the definitions of --crds, and lints only the manifests', async () => {
    const definition =
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: wrong }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, properties: { size: { type: integer } }, x-kubernetes-validations: [{ rule: "self.size < 4", message: "size must be less than 4" }] } } } } }] }\n';
    writeFileSync(at('crd.yaml'), definition);
    writeFileSync(at('widget.yaml'), 'apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: w, namespace: a }\nspec: { size: 4 }\n');
    expect(await sizing(['lint', at('widget.yaml')])).toMatchObject({ code: 0 });
    const { code, stdout } = await sizing(['lint', at('widget.yaml'), '--crds', at('crd.yaml'), '--format', 'json']);
    const { findings, objects } = LintJson.parse(JSON.parse(stdout));
    expect({ code, objects, findings: findings.map(({ rule, path, expected }) => ({ rule, path, expected })) }).toEqual({
      code: 2,
      objects: 1,
      findings: [{ rule: 'invalid-custom-resource', path: 'spec', expected: 'a value that the rule accepts: size must be less than 4' }],
    });
    const { code: refused, stderr } = await sizing(['lint', at('widget.yaml'), '--crds', at('valid')]);
    expect({ refused, stderr: written(stderr) }).toEqual({
      refused: 1,
      stderr:
        'error: invalid CustomResourceDefinitions\n  <folder>/valid: contains none; expected at least one object of the kind CustomResourceDefinition\n',
    });
  });

  test.each([
    ['never', 0],
    ['error', 2],
    ['warning', 2],
  ])('--fail-on %s ends in %i with errors', async (severity, code) => {
    expect((await sizing(['lint', at('broken'), '--fail-on', severity])).code).toBe(code);
  });

  test.each([
    ['error', 0],
    ['warning', 0],
    ['info', 2],
  ])('--fail-on %s ends in %i with infos only', async (severity, code) => {
    expect((await sizing(['lint', at('broken'), '--fail-on', severity, '--rule', 'missing-probes'])).code).toBe(code);
  });

  test('--rule and --ignore choose the rules', async () => {
    const only = LintJson.parse(
      JSON.parse((await sizing(['lint', at('broken'), '--json', '--rule', 'bad-name', '--rule', 'unpinned-image'])).stdout),
    );
    expect(only.rules.map(({ id }) => id)).toEqual(['bad-name', 'unpinned-image']);
    expect(only.findings.map(({ rule }) => rule)).toEqual(['bad-name', 'unpinned-image']);
    const without = LintJson.parse(JSON.parse((await sizing(['lint', at('broken'), '--json', '--ignore', 'bad-name'])).stdout));
    expect(without.findings.map(({ rule }) => rule)).not.toContain('bad-name');
  });

  test('--zones is the number of zones among which pods can be spread', async () => {
    writeFileSync(at('spread.yaml'), validText('two-replicas.yaml'));
    expect((await sizing(['lint', at('spread.yaml')])).code).toBe(0);
    const { code, stdout } = await sizing(['lint', at('spread.yaml'), '--zones', '2', '--format', 'csv']);
    expect(code).toBe(2);
    expect(stdout).toContain('anti-affinity-unsatisfiable');
    expect(stdout).toContain('spread-unsatisfiable');
  });

  test('--rules adds stricter sets of rules', async () => {
    const rulesOf = async (...flags: readonly string[]) =>
      LintJson.parse(JSON.parse((await sizing(['lint', at('valid'), '--json', ...flags])).stdout)).rules.map(({ id }) => id);
    expect(await rulesOf()).not.toContain('plain-secret');
    expect(await rulesOf('--rules', 'security')).toContain('plain-secret');
    expect(await rulesOf('--rules', 'security')).not.toContain('missing-spread');
    expect(await rulesOf('--rules', 'all')).toHaveLength(RULES.length);
    expect(await rulesOf('--rule', 'missing-spread')).toEqual(['missing-spread']);
    const { code, stderr } = await sizing(['lint', at('valid'), '--rules', 'secure']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('--rules: invalid value "secure"; expected one of recommended, security')]);
  });

  test('checks several paths together, and skips files that are no manifests or excluded', async () => {
    mkdirSync(at('parts'));
    writeFileSync(at('parts/web.yaml'), validText('shop.yaml'));
    writeFileSync(at('parts/values.yaml'), 'replicas: 3\n');
    writeFileSync(at('parts/draft.yaml'), 'kind: [');
    const { code, stdout } = await sizing(['lint', at('parts'), at('broken/unpinned-image.yaml'), '--exclude', 'draft.yaml']);
    expect(code).toBe(0);
    expect(written(stdout)).toMatch(/^<folder>\/parts,\s<folder>\/broken\/unpinned-image\.yaml · \d+ objects · 1 warning\n/);
    expect(written(stdout).replace(/\s+/g, ' ')).toContain(
      'Not checked: <folder>/parts/values.yaml (not Kubernetes manifests), <folder>/parts/draft.yaml (excluded)',
    );
  });

  test('--write-baseline writes all findings, and --baseline reports the new ones', async () => {
    const file = at('baseline.json');
    const first = await sizing(['lint', at('broken'), ...ALONE, '--write-baseline', file]);
    expect({ code: first.code, stderr: written(first.stderr) }).toEqual({ code: 0, stderr: 'wrote <folder>/baseline.json: 5 findings\n' });
    const { code, stdout } = await sizing(['lint', at('broken'), '--baseline', file, '--json']);
    const { findings, suppressed } = LintJson.parse(JSON.parse(stdout));
    expect([code, new Set(findings.map(({ rule }) => rule))]).toEqual([0, new Set(['duplicate-object'])]);
    expect(suppressed.map(({ by }) => by)).toEqual(['baseline', 'baseline', 'baseline', 'baseline', 'baseline']);
    writeFileSync(file, '{"kind": "sizing-blueprints/lint-baseline", "version": 2}');
    const bad = await sizing(['lint', at('broken'), '--baseline', file]);
    expect(bad.code).toBe(1);
    expect(bad.stderr).toContain('version: invalid value 2; expected 1');
    expect(bad.stderr).toContain('findings: missing');
  });

  test('--suppressions suppresses findings by path and rule, and reports entries that suppress nothing', async () => {
    mkdirSync(at('vendored/vendor'), { recursive: true });
    const map = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata: { a: 1 }\n`;
    writeFileSync(at('vendored/vendor/a.yaml'), map('a'));
    writeFileSync(at('vendored/own.yaml'), map('own'));
    const file = at('vendored/lint-suppressions.yaml');
    const reason = 'the vendor publishes these manifests';
    writeFileSync(
      file,
      `suppressions:\n  - { paths: [vendor/], rules: [wrong-type, bad-name], reason: ${reason} }\n  - { paths: ["*.yaml"], rules: [plain-secret], reason: a test }\n`,
    );
    const json = await sizing(['lint', at('vendored'), '--suppressions', file, '--json']);
    const { findings, suppressed, unusedSuppressions } = LintJson.parse(JSON.parse(json.stdout));
    expect(findings.map(({ object }) => object)).toEqual(['ConfigMap own']);
    expect(suppressed.map(({ object, by, reason: stated }) => ({ object, by, stated }))).toEqual([
      { object: 'ConfigMap a', by: 'file', stated: reason },
    ]);
    // The rule plain-secret is not checked by default.
    expect(unusedSuppressions).toEqual([{ place: `${file}: suppressions.0`, rule: 'bad-name' }]);
    const { stdout } = await sizing(['lint', at('vendored'), '--suppressions', file]);
    const text = written(stdout).replace(/\s+/g, ' ');
    expect(text).toContain('Suppressed by path: 1 finding');
    expect(text).toContain('Suppressions without a finding: <folder>/vendored/lint-suppressions.yaml: suppressions.0 (bad-name)');
    const sarif = await sizing(['lint', at('vendored'), '--suppressions', file, '--format', 'sarif']);
    expect(sarif.stdout).toContain(`"justification": "${reason}"`);
    // A suppressed finding is not corrected.
    await sizing(['lint', at('vendored'), '--suppressions', file, '--fix']);
    expect(['vendor/a.yaml', 'own.yaml'].map((name) => readFileSync(at(`vendored/${name}`), 'utf8').includes('a: 1'))).toEqual([
      true,
      false,
    ]);
  });

  test('a file of suppressions has all its problems in one error', async () => {
    const file = at('wrong-suppressions.yaml');
    writeFileSync(file, 'suppressions:\n  - { paths: [], rules: [bad-name], reason: " " }\n  - { path: [a], rules: [bad-nmae] }\n');
    const { code, stderr } = await sizing(['lint', at('valid'), '--suppressions', file]);
    expect(code).toBe(1);
    for (const problem of [
      'suppressions.0.paths',
      'suppressions.0.reason',
      'suppressions.1.path:',
      'suppressions.1.paths',
      'suppressions.1.reason',
    ])
      expect(stderr).toContain(problem);
    writeFileSync(file, 'suppressions: [{ paths: [a], rules: [bad-nmae], reason: a test }]\n');
    expect((await sizing(['lint', at('valid'), '--suppressions', file])).stderr).toContain(
      'suppressions.0.rules.0: invalid value "bad-nmae"; expected a rule that `sizing lint --list-rules` lists. Did you mean "bad-name"?',
    );
  });

  test('--fix writes the files with corrections, and --dry-run prints them', async () => {
    const file = at('fix.yaml');
    const broken = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a } # keep\ndata: { a: 1 }\n';
    writeFileSync(file, broken);
    const dry = await sizing(['lint', file, '--fix', '--dry-run']);
    expect({ ...dry, stdout: written(dry.stdout) }).toEqual({
      code: 2,
      stdout:
        '--- <folder>/fix.yaml\n+++ <folder>/fix.yaml\n@@ -1,4 +1,4 @@\n apiVersion: v1\n kind: ConfigMap\n metadata: { name: a } # keep\n-data: { a: 1 }\n+data: { a: "1" }\n',
      stderr: 'error: 1 error in the manifests (--fail-on error)\n',
    });
    expect(readFileSync(file, 'utf8')).toBe(broken);
    const { code, stdout, stderr } = await sizing(['lint', file, '--fix', '--json']);
    const { findings, fixed } = LintJson.parse(JSON.parse(stdout));
    expect({ code, stderr: written(stderr), findings }).toEqual({ code: 0, stderr: 'wrote <folder>/fix.yaml\n', findings: [] });
    expect(fixed.map(({ rule, edit }) => ({ rule, edit }))).toEqual([
      { rule: 'wrong-type', edit: { startLine: 4, startColumn: 12, endLine: 4, endColumn: 13, text: '"1"' } },
    ]);
    expect(readFileSync(file, 'utf8')).toBe(broken.replace('a: 1', 'a: "1"'));
    expect(await sizing(['lint', file, '--fix'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('JSON matches its schema, and counts the findings that it lists', async () => {
    const { stdout } = await sizing(['lint', at('broken'), ...ALONE, '--json']);
    const { findings, counts, kubernetes } = LintJson.parse(JSON.parse(stdout));
    expect(counts).toEqual({ error: 2, warning: 2, info: 1 });
    expect(findings).toHaveLength(5);
    expect(kubernetes).toBe('1.36');
    expect(findings.find(({ rule }) => rule === 'autoscaler-bounds')).toMatchObject({
      severity: 'error',
      object: 'HorizontalPodAutoscaler autoscaler-bounds/web',
      path: 'spec.minReplicas',
      received: '31',
      expected: 'at most the maximum, which is 30',
    });
  });

  test('CSV has a record for each finding', async () => {
    const { stdout } = await sizing(['lint', at('broken'), ...ALONE, '--format', 'csv']);
    expect(stdout.trimEnd().split('\n')).toHaveLength(6);
    expect(stdout.split('\n')[0]).toBe('file,line,severity,rule,object,path,received,expected,suggestion');
  });

  test('Markdown has a table for each file', async () => {
    const { stdout } = await sizing(['lint', at('broken'), ...ALONE, '--format', 'markdown']);
    expect(stdout.match(/^### /gm)).toHaveLength(6);
  });
});

describe('SARIF', () => {
  interface Log {
    readonly runs: readonly {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly suppressions?: readonly { readonly kind: string; readonly justification?: string }[];
        readonly fixes?: readonly unknown[];
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly locations: readonly {
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string };
            readonly region: { readonly startLine: number };
          };
        }[];
      }[];
    }[];
  }
  const logOf = async (...argv: readonly string[]) => JSON.parse((await sizing(['lint', ...argv, '--format', 'sarif'])).stdout) as Log;

  test('is valid, with findings, without, and as a list of rules', async () => {
    expect(sarifProblems(await logOf(at('broken')))).toEqual([]);
    expect(sarifProblems(await logOf(at('valid')))).toEqual([]);
    expect(sarifProblems(await logOf('--list-rules'))).toEqual([]);
    expect(sarifProblems({ version: '2.1.0', runs: [{ tool: {} }] })).not.toEqual([]);
  });

  test('marks suppressed findings with the reason', async () => {
    const metadata = '{ name: a, annotations: { sizing-blueprints/ignore: "wrong-type: CI sets the tag" } }';
    writeFileSync(at('ignored.yaml'), `apiVersion: v1\nkind: ConfigMap\nmetadata: ${metadata}\ndata: { a: 1 }\n`);
    const [run] = (await logOf(at('ignored.yaml'))).runs;
    expect(run?.results.map(({ suppressions }) => suppressions)).toEqual([[{ kind: 'inSource', justification: 'CI sets the tag' }]]);
    expect(sarifProblems(await logOf(at('ignored.yaml')))).toEqual([]);
  });

  test('has the correction of a finding', async () => {
    writeFileSync(at('correctable.yaml'), 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { a: 1 }\n');
    const log = await logOf(at('correctable.yaml'));
    expect(sarifProblems(log)).toEqual([]);
    expect(log.runs[0]?.results[0]?.fixes).toEqual([
      {
        artifactChanges: [
          {
            artifactLocation: { uri: `file://${folder}/correctable.yaml` },
            replacements: [
              { deletedRegion: { startLine: 4, startColumn: 12, endLine: 4, endColumn: 13 }, insertedContent: { text: '"1"' } },
            ],
          },
        ],
      },
    ]);
  });

  test('names the rule, the file and the line of each finding', async () => {
    const [run] = (await logOf(at('broken'), ...ALONE)).runs;
    const results = run?.results ?? [];
    expect(results.map(({ ruleIndex }) => run?.tool.driver.rules[ruleIndex]?.id)).toEqual(results.map(({ ruleId }) => ruleId));
    expect(results.map(({ level }) => level).sort()).toEqual(['error', 'error', 'note', 'warning', 'warning']);
    const [place] = results.find(({ ruleId }) => ruleId === 'bad-name')?.locations ?? [];
    expect(place?.physicalLocation).toEqual({
      artifactLocation: { uri: `file://${folder}/broken/a%20b%23.yaml` },
      region: { startLine: 3 },
    });
  });

  test('is a format of this command alone', async () => {
    const { code, stderr } = await sizing(['list', '--format', 'sarif']);
    expect(code).toBe(1);
    expect(stderr).toContain('--format: invalid value "sarif"; expected one of table, json, markdown, csv');
  });
});

describe('invalid input', () => {
  test.each([
    ['nothing to lint', [], '<manifests>: missing'],
    [
      'a misspelt rule',
      ['x.yaml', '--rule', 'bad-nmae'],
      '--rule: invalid value "bad-nmae"; expected a rule that `sizing lint --list-rules` lists. Did you mean "bad-name"?',
    ],
    ['an unknown rule to ignore', ['x.yaml', '--ignore', 'unkown-field'], 'Did you mean "unknown-field"?'],
    ['no rule left', ['x.yaml', '--rule', 'bad-name', '--ignore', 'bad-name'], 'at least one rule to check'],
    ['an unknown severity', ['x.yaml', '--fail-on', 'warnings'], 'Did you mean "warning"?'],
    ['zones that are no number', ['x.yaml', '--zones', 'three'], '--zones: invalid value "three"; expected a whole number from 1 to 99'],
    ['--dry-run alone', ['x.yaml', '--dry-run'], '--dry-run: given without --fix; expected --fix --dry-run'],
    ['corrections of standard input', ['-', '--fix'], '--fix: given with -; expected files and folders, which can be written'],
    ['a file that is not there', ['none.yaml'], 'does not exist'],
  ])('%s', async (_what, argv, message) => {
    const { code, stdout, stderr } = await sizing(['lint', ...argv]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
  });
});

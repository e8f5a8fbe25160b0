import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { estimateManifestFiles } from '../../lib/answers/estimate-manifest-files';
import { lintManifests } from '../../lib/answers/lint';
import { fixManifests } from '../../lib/answers/lint-fix';
import { findingText } from '../../lib/output/findings';

/** As `kubectl apply -f folder`, which rejects an unreadable file and applies the others, a check goes on with the other files. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unreadable-'));
  const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: "80" }] }\n';
  writeFileSync(join(folder, 'a.yaml'), `${service}---\nkind: ConfigMap\nmetadata: { name: b }\n---\nhello\n`);
  writeFileSync(join(folder, 'b.yaml'), 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n bad: [\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unreadable = (paths: readonly string[]) =>
  lintManifests(paths)
    .findings.filter(({ rule }) => rule === 'unreadable-file')
    .map((finding) => `${finding.file.slice(-6)}:${finding.line} ${finding.severity} ${findingText(finding)}`);

const OF_A = [
  'a.yaml:6 error apiVersion is missing; expected a version such as apps/v1',
  'a.yaml:9 error document is "hello"; expected a Kubernetes object with apiVersion and kind',
];

test('unreadable files and documents are errors, and the others are checked', () => {
  const answer = lintManifests(folder);
  expect(answer.objects).toBe(1);
  expect(answer.findings.map(({ rule }) => rule)).toEqual(['wrong-type', 'unreadable-file', 'unreadable-file', 'unreadable-file']);
  const ofB = 'b.yaml:5 error file is unreadable: invalid YAML (bad indentation of a mapping entry); expected valid YAML';
  expect(unreadable([folder])).toEqual([...OF_A, ofB]);
  expect(unreadable([join(folder, 'a.yaml'), join(folder, 'b.yaml')])).toEqual([...OF_A, ofB]);
  expect(unreadable([join(folder, 'a.yaml')])).toEqual(OF_A);
});

test('is refused where no manifest can be read, where the rule is not checked, and by an estimate', () => {
  const file = join(folder, 'b.yaml');
  expect(() => lintManifests(file)).toThrow(`invalid manifest ${file}`);
  expect(() => lintManifests(folder, { rules: ['missing-requests'] })).toThrow(`invalid folder ${folder}`);
  expect(() => estimateManifestFiles(folder)).toThrow(`invalid folder ${folder}`);
  expect(lintManifests(folder, { ignored: ['unreadable-file', 'wrong-type'] }).findings).toEqual([]);
});

test('a file with an unreadable document is not corrected', () => {
  expect(fixManifests([folder]).files).toEqual([]);
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../lib/lint/finding';
import { lint } from '../../lib/lint/lint';
import { RECOMMENDED, RULES } from '../../lib/lint/rules';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { findingText } from '../../lib/output/findings';
import { BROKEN } from './broken';
import { REJECTED } from './rejected';
import { brokenText, VALID_FILES, validText } from './texts';

const shown = (finding: Finding) => `${finding.line} ${finding.rule}: ${finding.object} ${findingText(finding)}`;

/** Broken files are read, which this one cannot be: test/lint/unreadable-files.test.ts. */
const UNREADABLE = { rule: 'unreadable-file' };

describe('valid manifests have no findings', () => {
  test('at least 10 files', () => expect(VALID_FILES.length).toBeGreaterThanOrEqual(10));

  test.each(VALID_FILES)('%s', (file) => {
    const objects = parseManifests(validText(file), file);
    expect(objects.length).toBeGreaterThan(0);
    expect(lint(objects).map(shown)).toEqual([]);
  });

  test('all of them together, except the namespace that two files define', () => {
    const objects = VALID_FILES.flatMap((file) => parseManifests(validText(file), file));
    expect(new Set(lint(objects).map(({ rule, object }) => `${rule} ${object}`))).toEqual(new Set(['duplicate-object Namespace shop']));
  });
});

describe('a manifest with one violation has one finding', () => {
  test('at least 60, at least one for every rule', () => {
    expect(BROKEN.length).toBeGreaterThanOrEqual(60);
    expect([...new Set([...BROKEN, ...REJECTED, UNREADABLE].map(({ rule }) => rule))].sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  test.each(BROKEN.map((broken) => [broken.rule, broken.title, broken] as const))('%s: %s', (rule, _title, broken) => {
    const own = RULES.filter(({ id, set }) => id === rule && set !== undefined);
    const findings = lint(parseManifests(brokenText(broken), broken.base), [...RECOMMENDED, ...own]);
    expect(findings.map(shown)).toEqual([expect.stringContaining(` ${rule}: `)]);
    expect(findings[0]?.path).toBe(broken.path);
  });
});

describe('rules', () => {
  test('have unique IDs in kebab case, and sentences as description and fix', () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
    const isSentence = (text: string) => /^[A-Z].*[^.]$/.test(text);
    expect(RULES.filter(({ description, fix }) => !isSentence(description) || !isSentence(fix) || fix.length < 10)).toEqual([]);
  });

  test('are one file each, named after the ID', () => {
    const files = readdirSync(join(__dirname, '../../lib/lint/rules')).filter((file) => file !== 'index.ts');
    expect(files.map((file) => file.replace('.ts', '')).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });
});

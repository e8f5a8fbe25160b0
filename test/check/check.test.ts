import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../lib/check/finding';
import { RULES } from '../../lib/check/rules';
import { findingText } from '../../lib/output/findings';
import { BROKEN } from './broken';
import { changedText, findingsIn, VALID_FILES, validText } from './texts';

const shown = (finding: Finding) => `${finding.rule}: ${finding.resource} ${findingText(finding)}`;

describe('valid stacks have no findings', () => {
  test('there are at least ten', () => expect(VALID_FILES.length).toBeGreaterThanOrEqual(10));

  test.each(VALID_FILES)('%s', (file) => {
    expect(findingsIn(validText(file)).map(shown)).toEqual([]);
  });
});

describe('a template with one violation has findings of one rule', () => {
  test('there is one of every rule', () => {
    expect([...new Set(BROKEN.map(({ rule }) => rule))].sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  test.each(BROKEN.map((broken) => [broken.rule, broken.what, broken] as const))('%s: %s', (rule, _what, broken) => {
    const findings = findingsIn(changedText(broken.base, broken.change), broken.region);
    expect(findings.map(shown)).toEqual([expect.stringMatching(new RegExp(`^${rule}: `))]);
    expect(`${findings[0]?.resource} ${findings[0]?.path}`).toBe(broken.at);
    expect(findingsIn(changedText(broken.base, broken.fixed ?? []), broken.region).map(shown)).toEqual([]);
  });
});

describe('rules', () => {
  test('have unique IDs in kebab case, sentences, and a page of the AWS documentation', () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+\d*(-[a-z]+\d*)*$/.test(id))).toEqual([]);
    const isSentence = (text: string) => /^[A-Z].*[^.]$/.test(text);
    expect(RULES.filter(({ description, fix, unsettled = 'A' }) => ![description, fix, `${unsettled} `].every(isSentence))).toEqual([]);
    expect(RULES.filter(({ citation }) => !/^https:\/\/docs\.aws\.amazon\.com\/.+\.html(#.+)?$/.test(citation))).toEqual([]);
  });

  test('are one file each, named after the ID', () => {
    const files = readdirSync(join(__dirname, '../../lib/check/rules')).filter((file) => file !== 'index.ts');
    expect(files.map((file) => file.replace('.ts', '')).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  test('are listed in docs/service-rules.md', () => {
    const document = readFileSync(join(__dirname, '../../docs/service-rules.md'), 'utf8');
    const rows = document.split('\n').filter((line) => line.startsWith('| ['));
    expect(rows).toEqual(RULES.map(({ id, severity, description, citation }) => `| [${id}](${citation}) | ${severity} | ${description} |`));
  });
});

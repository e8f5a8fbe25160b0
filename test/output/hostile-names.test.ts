import { describe, expect, test } from 'vitest';
import { errorText } from '../../bin/errors';
import { printable } from '../../lib/core/printable';
import { InputError } from '../../lib/core/problems';
import type { Rule } from '../../lib/lint/rule';
import { estimateView } from '../../lib/output/estimate';
import { findingsSarif } from '../../lib/output/findings-sarif';
import type { Format } from '../../lib/output/format';
import { render } from '../../lib/output/render';
import { lengthOf, wrap } from '../../lib/output/text';
import { UnpricedError } from '../../lib/pricing/unpriced-error';
import { estimateOf, line } from '../support/estimates';

/** The runner of GitHub Actions takes white space off a line before it looks for `::`, and `##[` anywhere (ActionCommand.cs). */
const WORKFLOW_COMMAND = /^\s*::|##\[|##vso\[/m;

/** All but the line breaks of the report itself. */
const INVISIBLE = /[^\P{C}\n]|[\u2028\u2029\u200b]/u;

const HOSTILE: readonly (readonly [string, string])[] = [
  ['an escape sequence', '\u001b[31mred\u001b[0m'],
  ['a control sequence of one character', '\u009b31mred'],
  ['a title of the terminal', '\u001b]0;title\u0007'],
  ['a line break', 'one\n monthly, mid   $0.00'],
  ['a carriage return', 'expensive\rcheap'],
  ['a workflow command', '::error file=app.js,line=1::forged'],
  ['a workflow command on a line of its own', 'x\n::set-output name=a::b'],
  ['an older workflow command', 'x ##[error]forged ##vso[task.complete]'],
  ['a bidi override', 'user\u202egpj.exe'],
  ['bidi isolates and marks', '\u2066a\u2069\u200e\u200f\u061c'],
  ['zero-width characters', 'a\u200b\u200c\u200d\u2060\ufeffb'],
  ['separators of lines and paragraphs', 'a\u2028b\u2029c'],
  ['half a surrogate pair', 'a\ud800b'],
  ['tags', 'a\u{e0041}b'],
];

const TEXT_FORMATS: readonly Format[] = ['table', 'markdown', 'csv', 'json'];

const IDENTITY = { apiVersion: 'v1', kind: 'Pod', name: 'pod' };

function estimateText(name: string, format: Format, width = 160): string {
  const lines = [line({ component: name, name, resource: name }), line({ component: name, name, state: 'unpriced', reason: name })];
  return render({ data: { name, [name]: [name] }, ...estimateView(name, estimateOf(lines)) }, format, { width, color: false });
}

describe.each(HOSTILE)('a name with %s', (_what, name) => {
  test.each(TEXT_FORMATS)('is visible and forges nothing as %s', (format) => {
    const text = estimateText(name, format);
    expect(text).not.toMatch(INVISIBLE);
    expect(text).not.toMatch(WORKFLOW_COMMAND);
    expect(text.split('\n')).toHaveLength(estimateText('harmless', format).split('\n').length);
  });

  test('forges nothing in a narrow table either, wherever its lines are broken', () => {
    for (let width = 40; width < 60; width++)
      expect(estimateText(`${'A'.repeat(width % 20)}${name}`, 'table', width)).not.toMatch(WORKFLOW_COMMAND);
  });

  test('is the same string after the JSON is parsed', () => {
    expect(JSON.parse(estimateText(name, 'json'))).toEqual({ name, [name]: [name] });
  });

  test('is visible in errors, one line each', () => {
    const problem = { path: name, received: name, expected: name, suggestion: name };
    for (const error of [
      new InputError(name, [problem]),
      new UnpricedError([{ type: name, resource: name, name, reason: { kind: 'recorded', recordedKind: null, text: name } }]),
      new Error(name),
    ]) {
      const text = errorText(error, false);
      expect(text).not.toMatch(INVISIBLE);
      expect(text).not.toMatch(WORKFLOW_COMMAND);
      expect(text.trimEnd().split('\n')).toHaveLength(2);
    }
  });

  test.each<Format>(['junit', 'markdown'])('is visible in the limits of a change as %s', (format) => {
    const view = { data: {}, blocks: [], records: { columns: [], rows: [] } };
    const textWith = (text: string) => {
      const junit = {
        name: text,
        cases: [
          { name: text, failure: [text, text] as const },
          { name: text, skipped: text },
        ],
      };
      const blocks = [{ kind: 'paragraph', text } as const];
      const comment = { marker: 'sizing diff', blocks, details: { summary: text, blocks } };
      return render({ ...view, junit, comment }, format, { width: 80, color: false });
    };
    expect(textWith(name)).not.toMatch(INVISIBLE);
    expect(textWith(name)).not.toMatch(WORKFLOW_COMMAND);
    expect(textWith(name).split('\n')).toHaveLength(textWith('harmless').split('\n').length);
  });

  test('is visible in the message of a SARIF log', () => {
    const finding = { rule: 'a', severity: 'error', object: name, file: name, line: 1, path: name, expected: name, ...IDENTITY } as const;
    const data = {};
    const sarif = findingsSarif([finding], [] as readonly Rule[], { command: 'lint', version: '1.0.0' });
    const text = render({ data, sarif, blocks: [], records: { columns: [], rows: [] } }, 'sarif', { width: 80, color: false });
    expect(text).not.toMatch(INVISIBLE);
    const { runs } = JSON.parse(text) as { runs: [{ results: [{ message: { text: string } }] }] };
    expect(runs[0].results[0].message.text).not.toMatch(INVISIBLE);
  });
});

describe('Markdown', () => {
  test.each([
    ['a|b', 'a\\|b'],
    ['`code`', '\\`code\\`'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['[click](https://example.com)', '\\[click\\](https:\\/\\/example.com)'],
    ['https://example.com', 'https:\\/\\/example.com'],
    ['www.example.com', 'www\\.example.com'],
    ['@org/team', '@<!-- -->org/team'],
    ['name@sha256', 'name@sha256'],
  ])('shows %s as it is', (name, written) => {
    expect(estimateText(name, 'markdown')).toContain(`**${written}**`);
  });

  test.each(['# heading', '- item', '+ item', '1. item', '=== '])('starts nothing with %s', (text) => {
    const report = { data: {}, blocks: [{ kind: 'paragraph', text } as const], records: { columns: [], rows: [] } };
    expect(render(report, 'markdown', { width: 80, color: false })).toMatch(/^\d?\\/);
  });
});

describe('CSV', () => {
  test.each(['=1+1', '+A1', '-1+1', '@SUM(A1)', '\t=1', '＝1+1'])('does not start a formula with %s', (name) => {
    expect(estimateText(name, 'csv')).not.toMatch(/(?:^|,)"?[=+\-@\t＝]/m);
  });

  test('has numbers as they are', () => {
    const report = { data: {}, blocks: [], records: { columns: ['change'], rows: [['-3.65'], ['+1'], ['-1e3+1']] } };
    expect(render(report, 'csv', { width: 80, color: false })).toBe("change\n-3.65\n+1\n'-1e3+1\n");
  });
});

describe('the width of a string', () => {
  test.each([
    ['abc', 3],
    ['日本語', 6],
    ['한국어', 6],
    ['🚀', 2],
    ['e\u0301', 1],
    ['ｶﾀｶﾅ', 4],
  ])('of %s is %i columns', (text, width) => {
    expect(lengthOf(text)).toBe(width);
  });

  test('holds when a word is cut', () => {
    expect(wrap('日本語日本語', 5)).toEqual(['日本', '語日', '本語']);
  });

  test('of all rows of a table is the same', () => {
    const rows = estimateText('日本語🚀', 'table').split('\n');
    const amounts = rows.filter((row) => /\$\d/.test(row)).map(lengthOf);
    expect(new Set(amounts).size).toBe(1);
  });
});

test('text of this package is printed unchanged', () => {
  const text = 'µ ± § · † ✖ ✔ … → ≤ 90% ⚠️ é AWS::S3::Bucket';
  expect(printable(text)).toBe(text);
});

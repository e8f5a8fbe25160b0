import { printable, withoutCommands } from '../core/printable';
import type { JunitCase } from './junit-suite';
import type { Report } from './report';

/**
 * The report's test cases as JUnit XML, with the elements and attributes that Jenkins and GitLab read. Sources:
 * https://github.com/jenkinsci/xunit-plugin (junit-10.xsd), https://docs.gitlab.com/ci/testing/unit_test_reports/. A command without
 * test cases does not offer the format.
 */
export function renderJunit({ junit }: Report): string {
  if (junit === undefined) throw new Error('the report has no test cases');
  const { name, cases } = junit;
  const count = (outcome: 'failure' | 'skipped') => cases.filter((each) => each[outcome] !== undefined).length;
  const counts = `tests="${cases.length}" failures="${count('failure')}" errors="0"`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${escaped(name)}" ${counts} skipped="${count('skipped')}">`,
    ...cases.map((each) => caseText(each, name)),
    '  </testsuite>',
    '</testsuites>',
  ];
  return withoutCommands(`${lines.join('\n')}\n`);
}

/** GitLab shows the text of a failure and not its message, so the text has the summary too. */
function caseText({ name, failure, skipped, note }: JunitCase, suite: string): string {
  const start = `    <testcase classname="${escaped(suite)}" name="${escaped(name)}"`;
  if (failure !== undefined) {
    return `${start}>\n      <failure message="${escaped(failure[0])}">${failure.map(escaped).join('\n')}</failure>\n    </testcase>`;
  }
  if (skipped !== undefined) return `${start}>\n      <skipped message="${escaped(skipped)}"/>\n    </testcase>`;
  if (note !== undefined) return `${start}>\n      <system-out>${escaped(note)}</system-out>\n    </testcase>`;
  return `${start}/>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** One line as text or attribute value. XML 1.0 does not allow U+FFFE and U+FFFF in any form (section 2.2), so their escape is shown. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
    .replace(/[\uFFFE\uFFFF]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
}

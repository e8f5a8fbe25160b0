import { expect, test } from 'vitest';
import type { Format } from '../../lib/output/format';
import { render } from '../../lib/output/render';
import type { Report } from '../../lib/output/report';

const PAGE = { width: 80, color: false };

/** A report that notes which of its parts are computed. */
function reportNoting(computed: string[]): Report {
  const part = <T>(name: string, value: T): T => {
    computed.push(name);
    return value;
  };
  return {
    get data() {
      return part('data', { users: 80 });
    },
    get sarif() {
      return part('sarif', { version: '2.1.0' });
    },
    get junit() {
      return part('junit', { name: 'sizing diff', cases: [] });
    },
    get blocks() {
      return part('blocks', [{ kind: 'title' as const, text: 'shop' }]);
    },
    get records() {
      return part('records', { columns: ['users'], rows: [['80']] });
    },
  };
}

test.each<[Format, string, string]>([
  ['table', 'blocks', 'shop\n'],
  ['markdown', 'blocks', '## shop\n'],
  ['csv', 'records', 'users\n80\n'],
  ['json', 'data', '{\n  "users": 80\n}\n'],
  ['sarif', 'sarif', '{\n  "version": "2.1.0"\n}\n'],
  [
    'junit',
    'junit',
    '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites tests="0" failures="0" errors="0">\n  <testsuite name="sizing diff" tests="0" failures="0" errors="0" skipped="0">\n  </testsuite>\n</testsuites>\n',
  ],
])('%s computes only %s of a report, once', (format, part, text) => {
  const computed: string[] = [];
  expect(render(reportNoting(computed), format, PAGE)).toBe(text);
  expect(computed).toEqual([part]);
});

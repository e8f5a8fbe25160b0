import fc from 'fast-check';
import { CORE_SCHEMA, constructFromEvents } from 'js-yaml';
import { expect, test } from 'vitest';
import { parseEventsWithLooseIndentation } from '../../../lib/io/yaml/loose-indentation';
import { withIndentedQuotes } from '../../../lib/io/yaml/quoted-lines';

const valuesOf = (yaml: string) => {
  const { text, events } = parseEventsWithLooseIndentation(yaml);
  return constructFromEvents([...events], { source: text, schema: CORE_SCHEMA });
};

// Sources: controller-gen wrote descriptions in this form until version 0.11, such as in the releases of opentelemetry-operator; the
// scanner of libyaml, which kubectl uses, does not look at the indentation in quoted strings.
test.each([
  ["a:\n  b: 'one\n  two'\n  c: 3\n", { a: { b: 'one two', c: 3 } }],
  ["a:\n  b: 'it''s one\n\n  two'\n", { a: { b: "it's one\ntwo" } }],
  ['a:\n  b: "one \\" two\n  three"\n  c: 3\n', { a: { b: 'one " two three', c: 3 } }],
  ["a:\n- 'one\n  two: three'\n- c: 'four\n  five'\n  d: 6\n", { a: ['one two: three', { c: 'four five', d: 6 }] }],
  ["a:\n  'b c': 'one\n  two'\n", { a: { 'b c': 'one two' } }],
  // Lines of block scalars and comments are no quoted strings.
  ["a: |\n  b: 'c\n  d\ne:\n  f: 'one # two\n  three'\n# 'g\n", { a: "b: 'c\nd\n", e: { f: 'one # two three' } }],
])('%j', (yaml, value) => expect(valuesOf(yaml)).toEqual([value]));

test('strings that continue in the column of their key have the value of those that continue at deeper indentation', () => {
  const words = fc.array(fc.stringMatching(/^[a-z:#'"-]{1,6}$/), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (strings) => {
      const written = (indentation: string) =>
        strings
          .map((list, index) => `  k${index}: '${list.map((word) => word.replaceAll("'", "''")).join(`\n${indentation}`)}'`)
          .join('\n');
      const expected = { a: Object.fromEntries(strings.map((list, index) => [`k${index}`, list.join(' ')])) };
      expect(valuesOf(`a:\n${written('  ')}\n`)).toEqual([expected]);
      expect(withIndentedQuotes(`a:\n${written('    ')}\n`).changed).toEqual([]);
    }),
  );
});

test('a file with 2,000 such strings is parsed twice, not 2,000 times', () => {
  const file = Array.from({ length: 2000 }, (_, index) => `k${index}:\n  description: 'one\n  two'\n  type: string\n`).join('');
  expect(Object.keys(valuesOf(file)[0] as object)).toHaveLength(2000);
});

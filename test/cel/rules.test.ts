import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ruleResults } from '../../lib/cel/rule-results';
import { withSchemaDefaults } from '../../lib/lint/schema-defaults';
import { CASES } from './cases';

/** The result of each rule for an object: `holds`, or the message of the API server. */
function outcomeOf(properties: string, object: string, rule: Readonly<Record<string, unknown>>): string {
  const read = (text: string) => parse(text) as Readonly<Record<string, unknown>>;
  const schema = { type: 'object', properties: read(properties), 'x-kubernetes-validations': [rule] };
  const [result] = ruleResults(withSchemaDefaults(read(object), schema), schema);
  if (result === undefined) return 'holds';
  return result.outcome.kind === 'broken' ? `broken: ${result.outcome.message}` : `unevaluated: ${result.outcome.reason}`;
}

describe.each(CASES)('$title', ({ properties, object, valid, errors = {}, unevaluated = {} }) => {
  test.each(valid)('%s holds', (rule) => {
    expect(outcomeOf(properties, object, { rule })).toBe('holds');
    expect(outcomeOf(properties, object, { rule: `!(${rule})`, message: 'no' })).toBe('broken: no');
  });

  test.each(Object.entries(errors))('%s is an error', (rule, message) => {
    expect(outcomeOf(properties, object, { rule })).toBe(`broken: ${message}`);
  });

  test.each(Object.entries(unevaluated))('%s is not evaluated', (rule, reason) => {
    expect(outcomeOf(properties, object, { rule })).toContain(`unevaluated: ${reason}`);
  });
});

describe('messages', () => {
  const of = (rule: Readonly<Record<string, unknown>>) => outcomeOf('{ size: { type: integer } }', 'size: 3', rule);
  test('come from messageExpression, message or the rule, in this order', () => {
    const rule = 'self.size < 3';
    expect(of({ rule, message: 'too large', messageExpression: '"%d is too large".format([self.size])' })).toBe('broken: 3 is too large');
    expect(of({ rule, message: 'too large', messageExpression: 'self.other' })).toBe('broken: too large');
    expect(of({ rule, message: 'too large' })).toBe('broken: too large');
    expect(of({ rule })).toBe('broken: failed rule: self.size < 3');
  });
});

describe('rules about updates', () => {
  const of = (rule: Readonly<Record<string, unknown>>) => outcomeOf('{ size: { type: integer } }', 'size: 3', rule);
  test('are not evaluated for an object that is created', () => {
    expect(of({ rule: 'self.size == oldSelf.size' })).toBe('holds');
    expect(of({ rule: 'oldSelf.hasValue() || self.size == 3', optionalOldSelf: true })).toBe('holds');
    expect(of({ rule: 'oldSelf.hasValue() && self.size == 3', optionalOldSelf: true, message: 'no' })).toBe('broken: no');
  });
});

describe('limits', () => {
  const of = (rule: string) =>
    outcomeOf('{ l: { type: array, items: { type: integer } } }', `l: [${[...Array(200).keys()].join(', ')}]`, { rule });
  const nested = (depth: number): string => (depth === 0 ? 'true' : `self.l.all(x${depth}, ${nested(depth - 1)})`);

  test('a rule that visits few items is evaluated', () => expect(of(nested(2))).toBe('holds'));
  test('a rule that visits too many items is stopped', () => {
    expect(of(nested(6))).toBe('unevaluated: not evaluated: stopped after 100000 steps');
  });
  test('a rule that builds long strings and lists is stopped', () => {
    const doubled = (start: string) => `[${start}]${'.map(x, x + x)'.repeat(60)}.size() > 0`;
    expect(of(doubled('"abc"'))).toBe('unevaluated: not evaluated: stopped after 100000 steps');
    expect(of(doubled('self.l.map(x, x)'))).toBe('unevaluated: not evaluated: stopped after 100000 steps');
  });
  test('a long rule is not read', () => expect(of(`${'true && '.repeat(3_000)}true`)).toContain('unevaluated: longer than'));
  test('a rule that is no CEL is not read', () => expect(of('self.l is good')).toBe('unevaluated: in a syntax that lint does not know'));
});

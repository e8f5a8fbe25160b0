import { expect, test } from 'vitest';
import { allParts, mapErrors } from '../../lib/core/all-parts';
import { InputError, InputErrors } from '../../lib/core/problems';

const wrong = (subject: string, path: string) => (): string => {
  throw new InputError(subject, [{ path, expected: 'a number' }]);
};

test('parts are read to their values', () => {
  expect(allParts({ a: () => 1, b: () => 'two' })).toEqual({ a: 1, b: 'two' });
});

test('the problems of all parts are reported: those about the same input together, the others below their subject', () => {
  const read = () => allParts({ a: wrong('flags', '--a'), b: wrong('file b', 'b'), c: () => 1, d: wrong('flags', '--d') });
  expect(read).toThrow(InputErrors);
  expect(read).toThrow(
    [
      'invalid flags and file b',
      'flags: --a: missing; expected a number',
      'flags: --d: missing; expected a number',
      'file b: b: missing; expected a number',
    ].join('\n  '),
  );
});

test('problems with one input are one error about it', () => {
  const read = () => allParts({ a: wrong('flags', '--a'), nested: () => allParts({ b: wrong('flags', '--b') }) });
  expect(read).toThrow(/^invalid flags\n {2}--a: missing; expected a number\n {2}--b: missing; expected a number$/);
});

test('a problem of two parts that read the same value is reported once', () => {
  expect(() => allParts({ a: wrong('flags', '--a'), b: wrong('flags', '--a') })).toThrow(
    /^invalid flags\n {2}--a: missing; expected a number$/,
  );
});

test('an error that is not about input is thrown at once', () => {
  const read = () =>
    allParts({
      a: wrong('flags', '--a'),
      b: () => {
        throw new TypeError('defect');
      },
    });
  expect(read).toThrow(TypeError);
});

test('a change of the subject joins errors that are then about the same input', () => {
  const error = new InputErrors([
    new InputError('options', [{ path: 'gpu', expected: 'a model' }]),
    new InputError('request', [{ path: 'tier', expected: 'a tier' }]),
  ]);
  const mapped = mapErrors(error, ({ problems }) => new InputError('flags', problems));
  expect(mapped).not.toBeInstanceOf(InputErrors);
  expect(mapped).toMatchObject({ subject: 'flags', problems: [{ path: 'gpu' }, { path: 'tier' }] });
});

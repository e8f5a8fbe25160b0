import { describe, expect, it } from 'vitest';
import { InputError } from '../../lib/core/problems';
import { parseInput } from '../../lib/model/parse';
import { TargetWorkload } from '../../lib/model/workload';

describe('amounts of a workload', () => {
  it.each([1e308, 1e16, Number.POSITIVE_INFINITY, Number.NaN, -5, '1e308', '9'.repeat(400)])('refuse %s users', (concurrentUsers) => {
    expect(() => parseInput(TargetWorkload, { concurrentUsers }, 'workload')).toThrow(InputError);
  });

  it.each(['9999999999999999999999/min', `${'9'.repeat(400)}/s`, '5-1/s', '-1/s'])('refuse a rate of %s', (search) => {
    expect(() => parseInput(TargetWorkload, { operations: { search } }, 'workload')).toThrow(InputError);
  });

  it('are intervals of what is written', () => {
    expect(parseInput(TargetWorkload, { concurrentUsers: 60, operations: { search: '60-120/min' } }, 'workload')).toMatchObject({
      concurrentUsers: { low: 60, mid: 60, high: 60 },
      operations: { search: { low: 1, high: 2 } },
    });
  });
});

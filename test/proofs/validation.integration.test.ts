import { describe, expect, it } from 'vitest';
import { REGIONS } from '../../lib/model/options';
import { findingsOf } from '../support/findings';
import { configurationsInScope } from '../support/matrix';

const MINUTES = 60_000;

describe('the rule pack AwsSolutions', () => {
  // Its rules look at no region, and regions differ in instance types alone: one region stands for all.
  const configurations = configurationsInScope(REGIONS.slice(0, 1));

  it(
    'has no finding that is not acknowledged, in any tier with any options',
    () => {
      const findings = configurations
        .map(({ name, blueprint }) => [name, findingsOf(blueprint, { nag: true })])
        .filter(([, text]) => text !== '');
      expect(findings).toEqual([]);
    },
    10 * MINUTES,
  );
});

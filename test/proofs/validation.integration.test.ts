import { describe, expect, it } from 'vitest';
import { REGIONS } from '../../lib/model/options';
import { combinedOptionsInScope } from '../support/combined-options';
import { findingsOf } from '../support/findings';
import { configurationsInScope } from '../support/matrix';
import { pairwise } from '../support/pairwise';

const MINUTES = 60_000;

describe('the rule pack AwsSolutions', () => {
  // Its rules look at one resource, and at no region: one region stands for all, and each pair of options occurs.
  const [region] = REGIONS;
  const configurations = pairwise(configurationsInScope([region]), combinedOptionsInScope([region]), ['region']);

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

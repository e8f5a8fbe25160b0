import { describe, expect, test } from 'vitest';
import { verdictText } from '../../lib/report';

const percents = (text: string) => text.replaceAll(' %', '%');

describe('why a tier is recommended or not', () => {
  const likelihood = { confidence: 0.99, requiredConfidence: 0.9 };

  test.each([
    [{ kind: 'recommended', ...likelihood }, '99% likely to handle the load (90% required)'],
    [{ kind: 'more-expensive', ...likelihood, extraMonthlyUsd: 809.2 }, '99% likely to handle the load, $809/month more expensive'],
    [{ kind: 'over-budget', overBudgetUsd: 50, budgetUsd: 1_500 }, '$50/month over the budget of $1,500/month'],
    [
      {
        kind: 'too-small',
        confidence: 0.1,
        requiredConfidence: 0.9,
        overloaded: [
          { resource: 'api processor', utilization: 0.6, threshold: 0.5 },
          { resource: 'database connections', utilization: 1.2, threshold: 0.8 },
        ],
      },
      '10% likely to handle the load (90% required); at high demand api processor at 60% (limit 50%), database connections at 120% (limit 80%)',
    ],
    [{ kind: 'too-small', confidence: 0.1, requiredConfidence: 0.9, overloaded: [] }, '10% likely to handle the load (90% required)'],
  ] as const)('%j', (reason, sentence) => {
    expect(percents(verdictText(reason))).toBe(sentence);
  });
});

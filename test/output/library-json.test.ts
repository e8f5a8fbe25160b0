import { describe, expect, it } from 'vitest';
import * as library from '../../lib';
import { assistant } from '../../tiers';
import { sizing } from '../support/run';

const { synthesizeAndEstimate } = library;
const TIER = { system: assistant, tier: 'current' } as const;
const WORKLOAD = { concurrentUsers: 20 };

/** A question to the command, and the same question to the library. */
const QUESTIONS: Readonly<Record<string, () => unknown>> = {
  'capacity assistant current': () => library.capacityJson(library.tierCapacity({ tier: TIER })),
  'compare assistant': () => library.compareJson(library.compareTiers({ system: assistant }, synthesizeAndEstimate).tiers),
  'explain assistant current': () => library.explainJson(library.explainTier(TIER, synthesizeAndEstimate)),
  'quotas assistant current': () => library.quotasJson(library.tierQuotas(TIER)),
  'recommend assistant --users 20': () =>
    library.recommendJson(library.recommendTier({ system: assistant, workload: WORKLOAD, design: true }, synthesizeAndEstimate)),
};

describe('the JSON of an answer of the library', () => {
  it.each(Object.entries(QUESTIONS))('is that of sizing %s --json', async (question, answer) => {
    const { code, stdout, stderr } = await sizing([...question.split(' '), '--json']);
    expect(code, stderr).toBe(0);
    expect(JSON.parse(JSON.stringify(answer()))).toEqual(JSON.parse(stdout));
  });
});

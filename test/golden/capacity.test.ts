import { describe, expect, it } from 'vitest';
import { loadSystem } from '../../lib/blueprint-for';
import { capacityAnswers } from '../../lib/capacity-answer';
import { type CapacityAnswer, capacityView, render } from '../../lib/report';
import { SYSTEMS } from '../../tiers';

/** What each document publishes of its tiers, and what we compute: a change of a demand, a limit or a tier shows here. */
const systems = SYSTEMS.map(loadSystem).filter(({ operations }) => Object.keys(operations).length > 0);

/** What each step to the next tier gives in users, by the document and by ours, and what limits after it. */
function stepsText(answers: readonly CapacityAnswer[]): string {
  const lines = answers.slice(1).map((answer, index) => {
    const [from, to] = [answers[index] as CapacityAnswer, answer].map(({ comparisons }) => comparisons[0]) as [Users, Users];
    const least = to.published.from / from.published.to;
    const most = to.published.to / from.published.from;
    const ours = to.modelled.mid / from.modelled.mid;
    const verdict = ours < least ? 'below' : ours <= most || to.published.orMore ? 'inside' : 'above';
    const limit = answer.capacity.limit;
    const what = `${answers[index]?.blueprint.tier.id} to ${answer.blueprint.tier.id}`;
    const published = `${rounded(least)}-${rounded(most)}${to.published.orMore ? '+' : ''}`;
    return [
      what.padEnd(32),
      published.padStart(16),
      rounded(ours).padStart(10),
      `  ${verdict.padEnd(8)}`,
      `${limit?.component} ${limit?.resource}`,
    ].join('');
  });
  const head = [
    'step in concurrent users'.padEnd(32),
    'published, times'.padStart(16),
    'modelled'.padStart(10),
    '  verdict ',
    'limit then',
  ].join('');
  return `${[head, ...lines].join('\n')}\n`;
}

type Users = CapacityAnswer['comparisons'][number];

function rounded(value: number): string {
  return String(Number(value.toPrecision(2)));
}

describe('the capacity of', () => {
  it.each(systems.map((system) => [system.id, system] as const))('%s', async (id, system) => {
    const answers = capacityAnswers(system, SYSTEMS);
    const texts = answers.map((answer) => render({ data: {}, ...capacityView(answer) }, 'table', { width: 120, color: false }));
    await expect([...texts, stepsText(answers)].join('\n\n')).toMatchFileSnapshot(`./capacity-${id}.txt`);
  });

  it('has a verdict on every published value of every formula, and the rule itself gives it', () => {
    for (const system of systems) {
      const results = capacityAnswers(system, SYSTEMS).flatMap(({ formulas }) => formulas);
      const published = system.formulas.flatMap(({ id, published }) => published.map(({ users }) => `${id} ${users}`));
      expect(results.map(({ id, users }) => `${id} ${users}`).sort()).toEqual(published.sort());
      for (const { byRule, published, ratio = 0, note } of results) {
        expect(byRule / published.mid).toBeCloseTo(1, 1);
        if (ratio > 2 || ratio < 0.5) expect(note).toMatch(/what is in use|no operation of ours/);
      }
    }
  });

  it('has a verdict on every number of concurrent users that is published', () => {
    const keys = ['concurrentUsers', 'requestsPerSecond', 'requestsAtOnce', 'webSocketConnections', 'modelRequestsPerMinute'] as const;
    for (const answer of systems.flatMap((system) => capacityAnswers(system, SYSTEMS))) {
      const { published } = answer.blueprint;
      const given = keys.filter((key) => published[key] !== undefined).length;
      const others = (published.figures ?? []).filter(({ of }) => of !== undefined).length;
      expect(answer.comparisons.length, `${answer.blueprint.system.id} ${answer.blueprint.tier.id}`).toBeGreaterThanOrEqual(given + others);
    }
  });

  it('every figure that differs by more than twice has its explanation', () => {
    const comparisons = systems.flatMap((system) => capacityAnswers(system, SYSTEMS)).flatMap((answer) => answer.comparisons);
    const far = comparisons.filter(({ ratio, standing }) => standing !== 'inside' && (ratio > 2 || ratio < 0.5));
    expect(comparisons.length).toBeGreaterThan(far.length);
    for (const { note } of far) expect(note).toMatch(/times/);
  });
});

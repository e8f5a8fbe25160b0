import { describe, expect, it } from 'vitest';
import { loadSystem } from '../../lib/blueprint-for';
import { capacityAnswers } from '../../lib/capacity-answer';
import { capacityView, render } from '../../lib/report';
import { SYSTEMS } from '../../tiers';

/** What each document publishes of its tiers, and what we compute: a change of a demand, a limit or a tier shows here. */
const systems = SYSTEMS.map(loadSystem).filter(({ operations }) => Object.keys(operations).length > 0);

describe('the capacity of', () => {
  it.each(systems.map((system) => [system.id, system] as const))('%s', async (id, system) => {
    const texts = capacityAnswers(system, SYSTEMS).map((answer) =>
      render({ data: {}, ...capacityView(answer) }, 'table', { width: 120, color: false }),
    );
    await expect(texts.join('\n\n')).toMatchFileSnapshot(`./capacity-${id}.txt`);
  });

  it('every figure that differs by more than twice has its explanation', () => {
    const comparisons = systems.flatMap((system) => capacityAnswers(system, SYSTEMS)).flatMap((answer) => answer.comparisons);
    const far = comparisons.filter(({ ratio, standing }) => standing !== 'inside' && (ratio > 2 || ratio < 0.5));
    expect(comparisons.length).toBeGreaterThan(far.length);
    for (const { note } of far) expect(note).toMatch(/times/);
  });
});

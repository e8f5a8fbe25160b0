import { describe, expect, it } from 'vitest';
import type { CapacityAnswer } from '../../lib/answers/capacity';
import { capacityAnswers } from '../../lib/answers/capacity';
import { loadSystem } from '../../lib/answers/system-reference';
import { capacityView } from '../../lib/output/capacity';
import { subjectText } from '../../lib/output/explanations';
import { render } from '../../lib/output/render';
import { systemDocumentView } from '../../lib/output/system-document';
import { SYSTEMS } from '../../tiers';

/** The published and the computed capacity of each tier. A change of a demand, a limit or a tier changes these files. */
const systems = SYSTEMS.map(loadSystem).filter(({ operations }) => Object.keys(operations).length > 0);

const answersOf = new Map(systems.map((system) => [system.id, capacityAnswers(system, SYSTEMS)]));
const ANSWERS = [...answersOf.values()].flat();

/** The users that each next tier adds, published and computed, and the resource that limits it. */
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
    const before = answers[index]?.capacity.rows.find(
      (row) => row.component === limit?.component && row.resource === limit.resource && row.part === limit.part,
    );
    const grown = `${rounded(before?.supplied.mid ?? 0)} → ${rounded(limit?.supplied.mid ?? 0)} ${limit?.unit}`;
    return [
      what.padEnd(32),
      published.padStart(16),
      rounded(ours).padStart(10),
      `  ${verdict.padEnd(8)}`,
      `${limit?.component} ${limit?.resource}, ${grown}`,
    ].join('');
  });
  const head = [
    'step in concurrent users'.padEnd(32),
    'published, times'.padStart(16),
    'modelled'.padStart(10),
    '  verdict ',
    'limit then, and what there is of it before and after',
  ].join('');
  return `${[head, ...lines].join('\n')}\n`;
}

type Users = CapacityAnswer['comparisons'][number];

function rounded(value: number): string {
  return String(Number(value.toPrecision(2)));
}

describe('the capacity of', () => {
  it.each([...answersOf])('%s', async (id, answers) => {
    const texts = answers.map((answer) => render({ data: {}, ...capacityView(answer) }, 'table', { width: 120, color: false }));
    await expect([...texts, stepsText(answers)].join('\n\n')).toMatchFileSnapshot(`./capacity-${id}.txt`);
  });

  it.each(systems.map((system) => [system.id, system] as const))('%s, compared with its document', async (id, system) => {
    const view = systemDocumentView(system, answersOf.get(id) ?? []);
    const report = render({ data: {}, ...view }, 'markdown', { width: 120, color: false });
    // A page has its title on the first level of headings; a report is a part of a page.
    const text = report.replace(/^#(?=#+ )/gm, '');
    await expect(`${text}\n<!-- Written by npm run golden. -->\n`).toMatchFileSnapshot(`../../docs/systems/${id}.md`);
  });

  it('has a verdict on every published value of every formula, and the rule itself gives it', () => {
    for (const system of systems) {
      const results = (answersOf.get(system.id) ?? []).flatMap(({ formulas }) => formulas);
      const published = system.formulas.flatMap(({ id, published }) => published.map(({ users }) => `${id} ${users}`));
      expect(results.map(({ id, users }) => `${id} ${users}`).sort()).toEqual(published.sort());
      for (const { byRule, published, standing, because } of results) {
        expect(byRule / published.mid).toBeCloseTo(1, 1);
        expect(standing).not.toBe('not modelled');
        expect(because === undefined).toBe(standing === 'inside');
      }
    }
  });

  it('has a verdict on every number of concurrent users that is published', () => {
    const keys = ['concurrentUsers', 'requestsPerSecond', 'requestsAtOnce'] as const;
    for (const answer of ANSWERS) {
      const { published } = answer.blueprint;
      const given = keys.filter((key) => published?.[key] !== undefined).length + Object.keys(published?.operations ?? {}).length;
      const others = (published?.figures ?? []).filter(({ comparedWith }) => comparedWith !== undefined).length;
      const name = `${answer.blueprint.system.id} ${answer.blueprint.tier.id}`;
      expect(answer.comparisons.length, name).toBeGreaterThanOrEqual(given + others);
      expect(answer.notCompared, name).toHaveLength((published?.figures ?? []).length - others);
    }
  });

  it('every figure that is not inside has its explanation, and only those', () => {
    for (const { standing, because, subject } of ANSWERS.flatMap(({ comparisons }) => comparisons)) {
      expect(because === undefined, subjectText(subject)).toBe(standing === 'inside');
    }
    for (const { standing, because, name } of ANSWERS.flatMap(({ scenarios }) => scenarios)) {
      expect(because === undefined, name).toBe(standing === 'handled');
    }
  });

  it('a figure above the modelled one is explained by a resource above its threshold, unless several resources limit it', () => {
    const explained = ANSWERS.flatMap(({ comparisons }) => comparisons).flatMap(({ because, published, modelled }) =>
      because?.at?.kind === 'utilization-at' ? [{ because, at: because.at, isShort: modelled.mid < published.from }] : [],
    );
    expect(explained.length).toBeGreaterThan(30);
    for (const { because, at, isShort } of explained) {
      const isOneOfSeveral = because.why.kind === 'largest-demand' && because.why.limits !== undefined;
      if (isOneOfSeveral || at.alsoExceeded.length > 0) continue;
      const [utilization, threshold] = [at.utilization, at.threshold].map((share) => Math.round(share * 100)) as [number, number];
      if (isShort) expect(utilization, JSON.stringify(because)).toBeGreaterThanOrEqual(threshold);
      else expect(utilization, JSON.stringify(because)).toBeLessThanOrEqual(threshold);
    }
  });
});

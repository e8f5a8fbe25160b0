import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../../lib/answers/blueprint-for';
import { formOfBlueprint } from '../../../lib/answers/capacity-of';
import { loadSystem } from '../../../lib/answers/system-reference';
import { capacityOfForm } from '../../../lib/capacity/capacity';
import { Demands } from '../../../lib/capacity/demand';
import { medianOf } from '../../../lib/capacity/range';
import type { Candidate } from '../../../lib/capacity/recommend/candidate';
import type { Question } from '../../../lib/capacity/recommend/question';
import { recommend } from '../../../lib/capacity/recommend/recommend';
import { Samples } from '../../../lib/capacity/samples';
import type { CapacityForm } from '../../../lib/capacity/supply';
import { capacityUse, utilizationOf } from '../../../lib/capacity/utilization';
import { quantiles } from '../../../lib/capacity/vector';
import { certain, scaleInterval } from '../../../lib/core/interval';
import { parseInput } from '../../../lib/model/parse';
import type { System } from '../../../lib/model/system';
import { scaleTargetWorkload } from '../../../lib/model/volumes';
import { TargetWorkload } from '../../../lib/model/workload';
import { SYSTEMS } from '../../../tiers';
import { runsInScope } from '../../support/scope';

const FEW_SAMPLES = { sampleCount: 500 };

/** Every tier of a system with its default options; its cost grows with the tier, as the prices of the documents do. */
function questionOf(system: System, users: number): Question {
  return {
    system,
    targetWorkload: parseInput(TargetWorkload, { concurrentUsers: users }, 'test'),
    candidates: candidates(system),
    costOf: ({ rank }) => certain(100 * 3 ** rank),
    simulation: FEW_SAMPLES,
  };
}

const known = new Map<string, readonly Candidate[]>();

function candidates(system: System): readonly Candidate[] {
  const found =
    known.get(system.id) ?? system.tiers.map(({ id }, rank) => ({ tier: id, rank, options: {}, extras: {}, form: formOf(system, id) }));
  known.set(system.id, found);
  return found;
}

function formOf(system: System, tier: string): CapacityForm {
  return formOfBlueprint(system, blueprintFor({ system: system.id, tier }));
}

const rankOf = (question: Question) => recommend(question).chosen?.assessment.candidate.rank ?? Number.POSITIVE_INFINITY;

/** From one user to a million, as many in each power of ten. */
const users = () => fc.double({ min: 0, max: 6, noNaN: true }).map((power) => 10 ** power);

/**
 * Resources of which a larger tier has less. With a pooler, the server opens fewer connections, which clients share instead of
 * holding one each. Every other decrease must be listed here.
 */
const LESS_IN_A_LARGER_TIER: Readonly<Record<string, readonly string[]>> = {
  assistant: ['database connections: 60 to 50, current to pooled'],
};

/**
 * Operations whose share of the mix is as usual (messages are counted by chats): a tier with its own inference is limited by its slots, and the tiers before it
 * call an external API without a limit in the document.
 */
const AS_USUAL: Readonly<Record<string, readonly string[]>> = { assistant: ['chats', 'messages'] };

const systems = SYSTEMS.map(loadSystem).filter(({ operations }) => Object.keys(operations).length > 0);

describe.each(systems.map((system) => [system.id, system] as const))('%s', (_id, system) => {
  it('never gets a smaller tier for more load', () => {
    fc.assert(
      fc.property(users(), fc.double({ min: 1, max: 10, noNaN: true }), (few, times) => {
        expect(rankOf(questionOf(system, few * times))).toBeGreaterThanOrEqual(rankOf(questionOf(system, few)));
      }),
      { numRuns: runsInScope(40) },
    );
  });

  it('never has less of any resource in a larger tier', () => {
    const less = candidates(system).flatMap(({ tier, form }, rank) => {
      const larger = candidates(system)[rank + 1];
      return larger === undefined ? [] : form.supplies.flatMap((supply) => lessIn(larger.form, supply, `${tier} to ${larger.tier}`));
    });
    expect(less).toEqual(LESS_IN_A_LARGER_TIER[system.id] ?? []);
  });

  it('never handles fewer users in a larger tier, for any workload', () => {
    const usual = AS_USUAL[system.id] ?? [];
    const ids = Object.keys(system.operations).filter((id) => system.operations[id]?.counts === undefined && !usual.includes(id));
    const often = fc.double({ min: 0, max: 4, noNaN: true });
    fc.assert(
      fc.property(fc.record(Object.fromEntries(ids.map((id) => [id, often]))), (times) => {
        // Every tier has the same mix: a multiple of the usual amount of each operation.
        const operations = Object.fromEntries(
          Object.entries(system.operations).map(([id, one]) => [
            id,
            { ...one, usual: { ...one.usual, amount: scaleInterval(one.usual.amount, times[id] ?? 1) } },
          ]),
        );
        const demands = new Demands({ ...system, operations }, questionOf(system, 1_000).targetWorkload, new Samples(FEW_SAMPLES));
        const carried = candidates(system).map(({ form }) => medianOf(capacityUse(demands, form).factor));
        // Tiers with the same limit are equal but for the rounding of their sums.
        for (const [index, users] of carried.entries()) expect(users).toBeGreaterThanOrEqual((carried[index - 1] ?? 0) * (1 - 1e-9));
      }),
      { numRuns: runsInScope(25) },
    );
  });

  it('uses twice as much for twice the load', () => {
    for (const { form } of candidates(system)) {
      const targetWorkload = questionOf(system, 100).targetWorkload;
      const uses = (times: number) =>
        capacityUse(new Demands(system, scaleTargetWorkload(system, targetWorkload, times), new Samples(FEW_SAMPLES)), form).uses;
      const doubled = uses(2);
      for (const [index, use] of uses(1).entries()) {
        const [once, twice] = [use, doubled[index] ?? use].map(({ demand }) => quantiles(demand.load, [0.5])[0] ?? 0);
        expect(twice).toBeCloseTo(2 * (once ?? 0), 6);
        expect(quantiles(utilizationOf(doubled[index] ?? use), [0.5])[0]).toBeGreaterThanOrEqual(
          quantiles(utilizationOf(use), [0.5])[0] ?? 0,
        );
      }
    }
  });

  it('is recommended below every threshold that the recommendation names', () => {
    fc.assert(
      fc.property(users(), (count) => {
        for (const { utilization, threshold } of recommend(questionOf(system, count)).chosen?.assessment.limits ?? []) {
          expect(utilization.mid).toBeLessThanOrEqual(threshold);
        }
      }),
      { numRuns: runsInScope(25) },
    );
  });

  it('has a plan in cells up to a million users', () => {
    const { chosen, cells } = recommend(questionOf(system, 1_000_000));
    expect(chosen === undefined).toBe(cells !== undefined);
    if (cells !== undefined) expect(cells.cells * cells.usersPerCell).toBeCloseTo(1_000_000, 0);
  });

  it('gives the same answer for the same seed', () => {
    const bytes = () =>
      JSON.stringify(
        system.tiers.map(({ id }) => capacityOfForm(system, formOf(system, id), questionOf(system, 100).targetWorkload, FEW_SAMPLES)),
      );
    expect(bytes()).toBe(bytes());
  });
});

function lessIn(larger: CapacityForm, supply: CapacityForm['supplies'][number], move: string): string[] {
  const { component, resource, part } = supply;
  const other = larger.supplies.find((one) => one.component === component && one.resource === resource && one.part === part);
  if (other === undefined) return [];
  const amount = ({ perInstance, instances }: typeof supply) => perInstance.mid * instances.max;
  return amount(other) < amount(supply) ? [`${component} ${resource}: ${amount(supply)} to ${amount(other)}, ${move}`] : [];
}

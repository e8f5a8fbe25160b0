import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { capacityOf, formOfBlueprint, targetWorkloadOf } from '../../lib/answers/capacity-of';
import { questionFor } from '../../lib/answers/capacity-question';
import { loadSystem } from '../../lib/answers/system-reference';
import { capacityOfForm } from '../../lib/capacity/capacity';
import type { SizedSystem } from '../../lib/capacity/demand';
import { latenciesOf } from '../../lib/capacity/latency/latency';
import { curveOf } from '../../lib/capacity/recommend/curve';
import type { Question } from '../../lib/capacity/recommend/question';
import { recommend } from '../../lib/capacity/recommend/recommend';
import { requireKnownLoads, unknownLoads } from '../../lib/capacity/unknown-loads';
import { certain } from '../../lib/core/interval';
import { InputError } from '../../lib/core/problems';
import { parseInput } from '../../lib/model/parse';
import { System } from '../../lib/model/system';
import { capacityView } from '../../lib/output/capacity';
import { capacityJson } from '../../lib/output/json/capacity';
import { render } from '../../lib/output/render';
import { SYSTEMS } from '../../tiers';
import { assistant } from '../../tiers/assistant';
import { candidateOf, priceList, shop, shopForm } from '../support/capacity';

const FEW_SAMPLES = { sampleCount: 50 };
const FORM = shopForm(8);

function questionOf(system: SizedSystem, users = 100): Question {
  return {
    system,
    targetWorkload: { concurrentUsers: certain(users) },
    candidates: [candidateOf('one', 0, FORM)],
    costOf: priceList({ one: 100 }),
    simulation: FEW_SAMPLES,
  };
}

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'no error';
}

const withoutDemands = (id: string): SizedSystem => {
  const operation = shop.operations[id];
  if (operation === undefined) throw new Error(`no operation ${id}`);
  return { ...shop, operations: { ...shop.operations, [id]: { ...operation, demands: [], includes: [] } } };
};
const withoutOperations: SizedSystem = { ...shop, operations: {} };

describe.each([
  ['a system without operations', withoutOperations, 'operations: unknown load of shop, which has no operations'],
  [
    'an operation without a demand',
    withoutDemands('requests'),
    'operations.requests.demands: unknown demand of requests; expected a demand',
  ],
])('%s', (_, system, message) => {
  it('is an error in recommend, however few or many users', () => {
    for (const users of [1, 1_000_000]) expect(messageOf(() => recommend(questionOf(system, users)))).toContain(message);
  });

  it('is an error in curve', () => {
    expect(messageOf(() => curveOf(questionOf(system), [10, 100]))).toContain(message);
  });

  it('has an unknown capacity, not an infinite one', () => {
    const { unknown, timesWorkload, concurrentUsers } = capacityOfForm(system, FORM, questionOf(system).targetWorkload, FEW_SAMPLES);
    expect(unknown).not.toHaveLength(0);
    expect([timesWorkload.mid, concurrentUsers.mid]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('a component', () => {
  it('without a limit of a demanded resource is unknown', () => {
    const form = { ...FORM, supplies: FORM.supplies.filter(({ resource }) => resource !== 'connections') };
    expect(unknownLoads(shop, form).map(({ subject }) => subject)).toContain('limit of store connections in tier one');
  });

  it('without any demand is unknown, unless a reason is stated', () => {
    const cache = { ...(FORM.supplies[0] as (typeof FORM.supplies)[number]), component: 'cache' };
    const form = { ...FORM, components: [...FORM.components, 'cache'], supplies: [...FORM.supplies, cache] };
    expect(messageOf(() => requireKnownLoads(shop, [form]))).toContain('demand on cache in tier one');
    expect(unknownLoads({ ...shop, withoutLimit: [{ component: 'cache', reason: 'entries are evicted' }] }, form)).toEqual([]);
  });
});

describe('a workload without any load', () => {
  it('is an error in recommend, because every tier handles it', () => {
    expect(messageOf(() => recommend(questionOf(shop, 0)))).toContain('workload: no load');
  });
});

describe('the assistant without a server for inference', () => {
  const { withoutLimit: _, ...unstated } = assistant;

  it('has no limit of messages for a stated reason, and shows no infinity', () => {
    const system = loadSystem(assistant);
    const blueprint = blueprintFor({ system: 'assistant', tier: 'current' });
    const capacity = capacityOf(system, blueprint, undefined, FEW_SAMPLES);
    const latencies = latenciesOf(system, formOfBlueprint(system, blueprint), targetWorkloadOf(blueprint.workload), FEW_SAMPLES);
    const answer = {
      blueprint,
      capacity,
      latencies,
      replicationLags: [],
      comparisons: [],
      notCompared: [],
      scenarios: [],
      formulas: [],
      warnings: [],
      workloadWarnings: [],
    };
    expect(capacity.operations.find(({ operation }) => operation === 'messages')?.withoutLimit).toEqual({
      kind: 'stated',
      reason: expect.stringContaining('the model API answers'),
    });
    const shown = [
      render({ ...capacityView(answer), data: {} }, 'table', { width: 120, color: false }),
      JSON.stringify(capacityJson(answer)),
    ];
    for (const text of shown) expect(text).not.toMatch(/∞|Infinity|NaN/);
  });

  it('is unknown where the reason is not stated', () => {
    const system = loadSystem(unstated);
    const question = questionFor({
      system,
      targetWorkload: { concurrentUsers: certain(100) },
      estimator: () => {
        throw new Error('not priced');
      },
    });
    expect(messageOf(() => recommend({ ...question, simulation: FEW_SAMPLES }))).toContain('demand of messages in tier current');
  });
});

describe.each(SYSTEMS.map(({ id }, index) => [id, index] as const))('%s', (_, index) => {
  it('has known loads in every tier, with every GPU and number of replicas', () => {
    const system = loadSystem(SYSTEMS[index] as (typeof SYSTEMS)[number]);
    const targetWorkload = { concurrentUsers: certain(100) };
    const { candidates } = questionFor({
      system,
      targetWorkload,
      estimator: () => {
        throw new Error('not priced');
      },
    });
    expect(candidates.length).toBeGreaterThanOrEqual(system.tiers.length);
    expect(candidates.flatMap(({ form }) => unknownLoads(system, form))).toEqual([]);
  });
});

describe('withoutLimit', () => {
  it('names operations, components and tiers that the system has', () => {
    const given = {
      ...shop,
      withoutLimit: [
        { operation: 'request', reason: 'x' },
        { component: 'cash', tiers: ['three'], reason: 'x' },
      ],
    };
    const message = messageOf(() => parseInput(System, given, 'system'));
    expect(message).toContain('withoutLimit.0.operation');
    expect(message).toContain('withoutLimit.1.component');
    expect(message).toContain('withoutLimit.1.tiers');
  });
});

it('finds the form of a blueprint with what its provider scales', () => {
  const system = loadSystem(assistant);
  const form = formOfBlueprint(system, blueprintFor({ system: 'assistant', tier: 'current' }));
  expect(form.withoutLimit).toEqual([{ component: 'entry', reason: { kind: 'scaled-by-provider', service: 'load-balancer' } }]);
});

import { describe, expect, test } from 'vitest';
import { MoveJson, moveJson } from '../../lib/output/json/move';
import { moveView } from '../../lib/output/move';
import { moveSarif } from '../../lib/output/move-sarif';
import { render } from '../../lib/output/render';
import { sarifProblems } from '../support/sarif';
import {
  INTERRUPTIONS,
  interruptionsIn,
  OBSTACLES_OF_MOVES,
  obstaclesIn,
  placeholdersIn,
  planned,
  REPRESENTATIVE,
  templateStepsIn,
} from './own-moves';

const PLANS = REPRESENTATIVE.map((move) => ({ move, plan: planned(move) }));

describe('moves of our systems', () => {
  test('have no obstacle that is not listed', () => {
    const found = PLANS.flatMap(({ move, plan }) => (plan === undefined ? [] : obstaclesIn(move, plan)));
    expect([...new Set(found)].filter((obstacle) => !OBSTACLES_OF_MOVES.includes(obstacle))).toEqual([]);
  });

  test('have steps that are commands without a template file', () => {
    expect(PLANS.flatMap(({ plan }) => (plan === undefined ? [] : templateStepsIn(plan)))).toEqual([]);
  });

  test('end the instances of a pool that a tier does not have, without another command', () => {
    const plan = planned({ system: 'assistant', from: { tier: 'own-inference' }, to: { tier: 'current' } });
    expect(plan === undefined ? undefined : templateStepsIn(plan)).toEqual([]);
  });

  test('have no placeholder in a command or a reason', () => {
    expect(PLANS.flatMap(({ plan }) => (plan === undefined ? [] : placeholdersIn(plan)))).toEqual([]);
  });

  test('whose tasks do not fit at the same time deploy a larger pool first, and then the tier', () => {
    const plan = planned({ system: 'aiva', from: { tier: 'medium' }, to: { tier: 'small' } });
    const asOne = plan?.transitions.flatMap(({ rolls }) => rolls).filter(({ firstTask }) => firstTask === 'never') ?? [];
    expect(asOne.map(({ load, pool }) => `${load} ${pool}`)).toEqual([
      'least nodesCapacityC5CDAEAD',
      'least nodesCapacityC5CDAEAD',
      'peak nodesCapacityC5CDAEAD',
      'peak nodesCapacityC5CDAEAD',
    ]);
    const command = 'npx cdk deploy --all -c system=aiva -c tier=small -c environment=dev -c region=us-east-1 -c databaseStorageGib=200';
    expect(plan?.plan.steps.flatMap((step) => step.command ?? [])).toEqual([`${command} -c poolInstances=nodes:t3a.medium:11`, command]);
    expect(plan?.plan.updates.flatMap(({ rolls }) => rolls).filter(({ firstTask }) => firstTask === 'never')).toEqual([]);
  });

  test('are all planned, and interrupt only what is listed with a reason', () => {
    expect(PLANS.filter(({ plan }) => plan === undefined)).toEqual([]);
    const found = PLANS.flatMap(({ move, plan }) => (plan === undefined ? [] : interruptionsIn(move, plan)));
    expect([...new Set(found)].filter((interruption) => !INTERRUPTIONS.includes(interruption))).toEqual([]);
  });

  test.each(REPRESENTATIVE.map((move) => [`${move.system} ${JSON.stringify(move.from)}`, move] as const))(
    '%s to itself leaves everything unchanged',
    (_name, { system, from }) => {
      const plan = planned({ system, from, to: from });
      const classes = plan?.transitions.flatMap(({ resources }) => resources.map((resource) => resource.class)) ?? [];
      expect(classes.length).toBeGreaterThan(20);
      expect(new Set(classes)).toEqual(new Set(['unchanged']));
      expect(plan?.cost.during).toEqual(plan?.cost.before);
    },
  );
});

describe('a move', () => {
  const [{ plan } = { plan: undefined }] = PLANS;
  if (plan === undefined) throw new Error('no plan');
  const report = { data: moveJson(plan), sarif: moveSarif(plan, '1.0.0'), ...moveView(plan) };

  test.each(['table', 'markdown', 'csv'] as const)('as %s', async (format) => {
    const text = render(report, format, { width: 120, color: false });
    await expect(text).toMatchFileSnapshot(`./golden/aiva-small-large.${{ table: 'txt', markdown: 'md', csv: 'csv' }[format]}`);
  });

  test('as SARIF is valid', async () => {
    expect(sarifProblems(report.sarif)).toEqual([]);
    await expect(render(report, 'sarif', { width: 120, color: false })).toMatchFileSnapshot('./golden/aiva-small-large.sarif');
  });

  test('as JSON is in its schema, and counts every resource', () => {
    const json = MoveJson.parse(JSON.parse(render(report, 'json', { width: 120, color: false })));
    const total = Object.values(json.counts).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(json.transitions.flatMap(({ resources }) => resources).length);
    const [update] = json.transitions;
    expect(update?.instanceRolls.map(({ load, start, instances }) => `${load} ${start} ${instances}`)).toEqual([
      'least fewest 2',
      'least most 3',
      'peak fewest 3',
      'peak most 3',
    ]);
    for (const { instances, waves } of update?.instanceRolls ?? []) {
      expect(waves.reduce((sum, wave) => sum + wave.instances, 0)).toBe(instances);
    }
    expect({ isAccepted: json.isAccepted, acceptedSteps: json.acceptedSteps }).toEqual({ isAccepted: false, acceptedSteps: 2 });
  });

  test('with changed shards deploys them alone first, and then as the tier', () => {
    const [first, last] = plan.plan.steps;
    expect(first).toEqual({
      effects: [{ kind: 'preparation', text: 'Change the shards of cacheGroup7B16A79E alone' }],
      command:
        'npx cdk deploy aiva-dev --exclusively -c system=aiva -c tier=small -c environment=dev -c region=us-east-1 -c cacheShards=cache:2',
    });
    expect(last?.command).toBe('npx cdk deploy --all -c system=aiva -c tier=large -c environment=dev -c region=us-east-1');
    expect(plan.plan.rejected.filter((resource) => resource.includes('cache'))).toEqual([]);
  });
});

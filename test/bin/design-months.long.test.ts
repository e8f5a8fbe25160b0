import { expect, test } from 'vitest';
import { DesignJson } from '../../lib/output/json/design';
import { sizing } from '../support/run';

async function made(...argv: readonly string[]) {
  const { design } = DesignJson.parse(JSON.parse((await sizing(['design', ...argv, '--json'])).stdout));
  if (design === null) throw new Error('sizes handle the workload');
  return design;
}

test('the cost today is that of the workload of today: without growth, that at the end', async () => {
  const { todayMonthlyUsd, monthlyUsd } = await made('aiva', '--users', '100', '--growth', '0%', '--months', '12');
  expect(todayMonthlyUsd).toEqual(monthlyUsd);
});

test('the sizes are those for the workload at the end', async () => {
  const grown = await made('aiva', '--users', '100', '--growth', '10%', '--months', '2');
  const atEnd = await made('aiva', '--users', '121');
  expect(grown.changes).toEqual(atEnd.changes);
  expect(grown.monthlyUsd.mid).toBeCloseTo(atEnd.monthlyUsd.mid, 1);
});

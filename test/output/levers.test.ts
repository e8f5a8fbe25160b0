import { expect, test } from 'vitest';
import { withLevers } from '../../lib/answers/levers';
import { AppliedLeverJson, appliedLeverJson } from '../../lib/output/json/levers';
import { leverChangeTexts } from '../../lib/output/levers';
import { aiva, uxFlow } from '../../tiers';

function changesOf(system: Parameters<typeof withLevers>[0], requested: string): string[] {
  return withLevers(system, [requested]).levers.flatMap(leverChangeTexts);
}

test('demands are multiplied by the part that is left: 40% of 78%', () => {
  const changes = changesOf(aiva, 'cache-hits=60%');
  expect(changes[0]).toBe('demands of requests on api connections: amounts × 0.513');
  expect(changes).toHaveLength(5);
});

test('a price is multiplied by the part that is left', () => {
  expect(changesOf(aiva, 'cheaper-model=83%')).toEqual(['model-api, in each tier: unitPriceUsd × 0.17']);
});

test('all operations, and a pool that is at least the value', () => {
  expect(changesOf(aiva, 'off-peak-documents')[0]).toBe('demands of documents on python: amounts × 0.5');
  expect(changesOf(aiva, 'database-pool=20')).toEqual(['api, in each tier: databasePool at least 20']);
});

test('an added component is named with the tiers that need it', () => {
  expect(changesOf(uxFlow, 'cdn')).toContain('components.cdn, in each tier without it: a cdn');
});

test('JSON has the value of each lever', () => {
  const [chosen] = withLevers(aiva, ['cheaper-model=50%']).levers;
  expect(chosen && AppliedLeverJson.parse(appliedLeverJson(chosen))).toMatchObject({ lever: 'cheaper-model', unit: 'share', value: 0.5 });
});

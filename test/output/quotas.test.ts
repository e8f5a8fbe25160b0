import { describe, expect, test } from 'vitest';
import { tierQuotas } from '../../lib/answers/quotas';
import type { Format } from '../../lib/output/format';
import { quotasView } from '../../lib/output/quotas';
import { render } from '../../lib/output/render';
import { stacksFor } from '../support/synthesized';

const answer = tierQuotas({ system: 'aiva', tier: 'large', gpu: 't4' }, stacksFor);
const text = (format: Format, width = 120) => render({ data: {}, ...quotasView(answer) }, format, { width, color: false });

describe('quotas', () => {
  test.each([80, 120])('fit into %i columns, except commands, which are copied', async (width) => {
    const table = text('table', width);
    const lines = table.split('\n').filter((line) => !line.startsWith(' aws '));
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(width);
    await expect(table).toMatchFileSnapshot(`./golden/quotas-${width}.txt`);
  });

  test.each(['markdown', 'csv'] as const)('as %s', async (format) => {
    await expect(text(format)).toMatchFileSnapshot(`./golden/quotas.${format === 'csv' ? 'csv' : 'md'}`);
  });

  test('that need an increase or a check of the account come first', () => {
    const [ofRegion = ''] = text('table').split('all regions of the account');
    const rows = ofRegion.split('\n').filter((line) => / {2}L-[0-9A-F]{8} /.test(line));
    expect(rows.findLastIndex((line) => !line.endsWith('not needed'))).toBe(1);
    expect(rows.length).toBeGreaterThan(2);
  });

  test('that are unknown are empty in CSV, where zero would be a need', () => {
    const [need] = answer.needs;
    if (need === undefined) throw new Error('a tier needs quotas');
    const unknown = { ...answer, needs: [{ ...need, min: undefined, max: undefined, verdict: 'unknown' as const }] };
    expect(quotasView(unknown).records.rows[0]?.slice(5, 8)).toEqual(['', '', '5']);
  });
});

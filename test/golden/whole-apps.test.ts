import { App } from 'aws-cdk-lib';
import CONTEXT from 'aws-cdk-lib/recommended-feature-flags.json';
import { describe, expect, test } from 'vitest';
import { type Estimate, estimate } from '../../lib';
import { sumUsdIntervals, toCents } from '../../lib/core/money';
import { lineReason } from '../../lib/output/line-reasons';
import { totalOf } from '../support/totals';
import type { WholeApp } from '../whole-apps/whole-app';
import { WHOLE_APPS } from '../whole-apps/whole-apps';

/** The estimate of an app, and the ids of all resources of its templates. The context is that of `cdk init`. */
function billed({ build, usage }: WholeApp): { readonly bill: Estimate; readonly ids: readonly string[] } {
  const app = new App({ context: CONTEXT, analyticsReporting: false, builtinCloudFormationValidation: false });
  build(app);
  const bill = estimate(app, { usage });
  return { bill, ids: app.synth().stacks.flatMap(({ template }) => Object.keys(template.Resources)) };
}

const BILLS = WHOLE_APPS.map((app) => ({ ...app, ...billed(app) }));
const WIDTHS = [28, 14, 14, 14, 10];

/** One row of the table: the first cell to the left, all others to the right. */
function row(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(28) : cell.padStart(WIDTHS[index] ?? 0))).join('');
}

function table(name: string, { lineItems, monthlyUsd, resources }: Estimate): readonly string[] {
  const components = [...new Set(lineItems.map(({ component }) => component))];
  const rows = components.map((component) => {
    const lines = lineItems.filter((line) => line.component === component);
    const { low, mid, high } = sumUsdIntervals(lines.map((line) => line.monthlyUsd));
    return {
      cells: [component, toCents(low), toCents(mid), toCents(high)],
      unpriced: lines.filter(({ state }) => state === 'unpriced').length,
    };
  });
  const counted = rows.filter(({ cells, unpriced }) => cells[3] !== '0.00' || unpriced > 0);
  const reasons = lineItems.flatMap((line) => (line.state === 'unpriced' ? [`  unpriced: ${line.resource}: ${lineReason(line)}`] : []));
  return [
    row([name, 'low', 'mid', 'high', 'unpriced']),
    ...counted.map(({ cells, unpriced }) => row([...cells, `${unpriced}`])),
    row(['total', toCents(monthlyUsd.low), toCents(monthlyUsd.mid), toCents(monthlyUsd.high), `${resources.unpriced}`]),
    ...reasons,
    '',
  ];
}

describe('apps of plain CDK constructs', () => {
  test('have a total by component, and a reason for each resource without a price', async () => {
    const title = 'Apps of plain CDK constructs: US dollars per month, by component; components without a cost are left out';
    const text = [title, '', ...BILLS.flatMap(({ name, bill }) => table(name, bill))].join('\n');
    await expect(text).toMatchFileSnapshot('whole-apps.txt');
  });

  test('have every resource of the templates in one state', () => {
    for (const { name, bill, ids } of BILLS) {
      const { total, priced, usage, free, unpriced } = bill.resources;
      expect([name, total, priced + usage + free + unpriced]).toEqual([name, ids.length, ids.length]);
      const inBill = new Set(bill.lineItems.map(({ resource }) => resource));
      expect([name, ids.filter((id) => !inBill.has(id))]).toEqual([name, []]);
    }
  });

  test.each(BILLS.flatMap((each) => (each.handWorkedUsd === undefined ? [] : [[each.name, each] as const])))(
    '%s costs the total that was computed by hand from list prices',
    (_name, { bill, handWorkedUsd = [], handWorkedRiseUsd = 0 }) => {
      const cents = handWorkedUsd.reduce((sum, dollars) => sum + Math.round(dollars * 100 + 1e-7), 0);
      expect(bill.resources.unpriced).toBe(0);
      expect(totalOf(bill)).toBe(cents / 100);
      expect(bill.monthlyUsd.high.toNumber()).toBe(cents / 100 + handWorkedRiseUsd);
    },
  );
});

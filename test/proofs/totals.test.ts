import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { estimateCharts } from '../../lib/answers/estimate-manifest-files';
import { sumUsd, toCents } from '../../lib/core/money';
import type { SystemInput } from '../../lib/model/inputs';
import type { Estimate } from '../../lib/pricing/estimate';
import { SYSTEMS } from '../../tiers';
import { type Request, representsSystems } from '../support/forms';
import { inScope } from '../support/scope';
import { billFor } from '../support/synthesized';

/** The forms of a table, by the heading of their section. */
const FORMS: Readonly<Record<string, Request>> = {
  ec2: {},
  'single-host': { topology: 'single-host' },
  fargate: { compute: 'fargate' },
  'eu-west-1': { region: 'eu-west-1' },
  eks: { platform: 'eks' },
  'eks-statefulset': { platform: 'eks', dataStores: 'statefulset' },
  kubernetes: { platform: 'kubernetes' },
};

interface Column {
  readonly tier: string;
  readonly estimate: Estimate;
}

function estimateOf(request: Request): Estimate {
  const blueprint = blueprintFor(request);
  return request.platform === 'kubernetes' ? estimateCharts(blueprint).estimate : billFor(blueprint).estimate;
}

function columnsOf({ id, tiers }: SystemInput, form: Request): Column[] {
  return tiers
    .filter(({ singleHost }) => form.topology === undefined || singleHost === true)
    .map(({ id: tier }) => ({ tier, estimate: estimateOf({ system: id, tier, ...form }) }));
}

/** Where a tier has no line of a component. */
const NONE = '–';

/** US dollars per month of a component at mid. */
function componentCell({ lineItems }: Estimate, component: string): string {
  const lines = lineItems.filter((line) => line.component === component);
  return lines.length === 0 ? NONE : toCents(sumUsd(lines.map(({ monthlyUsd }) => monthlyUsd.mid)));
}

/** Components that cost nothing in all tiers are left out. */
function sectionText(form: string, columns: readonly Column[]): string {
  const components = [...new Set(columns.flatMap(({ estimate }) => estimate.lineItems.map(({ component }) => component)))];
  const rows = [
    [form, ...columns.map(({ tier }) => tier)],
    ...components
      .map((component) => [component, ...columns.map(({ estimate }) => componentCell(estimate, component))])
      .filter(([, ...cells]) => cells.some((cell) => cell !== '0.00' && cell !== NONE)),
    ...(['low', 'mid', 'high'] as const).map((point) => [
      `total ${point}`,
      ...columns.map(({ estimate }) => toCents(estimate.monthlyUsd[point])),
    ]),
  ];
  return rows.map(([head = '', ...cells]) => [head.padEnd(24), ...cells.map((cell) => cell.padStart(17))].join('')).join('\n');
}

function tableOf(system: SystemInput): string {
  const sections = Object.entries(FORMS)
    .map(([form, request]) => ({ form, columns: columnsOf(system, request) }))
    .filter(({ columns }) => columns.length > 0)
    .map(({ form, columns }) => sectionText(form, columns));
  return `${[`${system.id}: US dollars per month, by component at mid, of each tier in each form`, ...sections].join('\n\n')}\n`;
}

/** A change of a price, a tier or a construct is a diff of these tables. */
describe('the totals of', () => {
  it.each(inScope(SYSTEMS, representsSystems).map((system) => [system.id, system] as const))('%s', async (id, system) => {
    await expect(tableOf(system)).toMatchFileSnapshot(`../golden/totals/${id}.txt`);
  });
});

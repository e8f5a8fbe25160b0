import { describe, expect, test } from 'vitest';
import type { EstimatedTier } from '../../lib/answers/estimated-tier';
import { type ExplainAnswer, explained } from '../../lib/answers/explain';
import type { InstanceChoice } from '../../lib/blueprint/blueprint';
import { compareView } from '../../lib/output/compare';
import { estimateView } from '../../lib/output/estimate';
import { explainView } from '../../lib/output/explain';
import type { Format } from '../../lib/output/format';
import { render } from '../../lib/output/render';
import type { View } from '../../lib/output/report';
import { estimateOf, form, line } from '../support/estimates';

const text = (view: View, format: Format, width = 120) => render({ data: { some: 'data' }, ...view }, format, { width, color: false });

const small = form('small', '0.05');
const singleHost = form('small', '0.02', {
  options: { ...small.blueprint.options, topology: 'single-host' },
  tradeOffs: [{ kind: 'host-single-point-of-failure' }, { kind: 'host-without-patches' }],
});
const large = form('large', '1.5', { options: { ...small.blueprint.options, gpu: 'a10g', highAvailability: true } });
const tiers = compareView([singleHost, small, form('medium', '0.4'), large, form('very-large', '21.5')]);

describe('compare', () => {
  test.each([120, 80, 60])('fits into %i columns', async (width) => {
    const table = text(tiers, 'table', width);
    expect(Math.max(...table.split('\n').map((row) => [...row].length))).toBeLessThanOrEqual(width);
    await expect(table).toMatchFileSnapshot(`./golden/compare-${width}.txt`);
  });

  test('of two tiers ends in the difference by driver', async () => {
    await expect(text(compareView([small, large]), 'table', 80)).toMatchFileSnapshot('./golden/compare-two.txt');
  });

  test('of one tier with different options is headed by them', () => {
    const options = small.blueprint.options;
    const replicas = (readReplicas: number) =>
      form('small', '1', { options: { ...options, readReplicas, gpu: readReplicas > 1 ? 't4' : 'none' } });
    const table = text(compareView([replicas(1), replicas(2)]), 'table');
    expect(table.split('\n').slice(2, 4).join('\n')).toMatch(/small +small\n +no GPU, 1 read replica +t4, 2 read replicas$/);
    expect(table).not.toMatch(/^ GPU/m);
    expect(table).toContain('From small no GPU, 1 read replica to small t4, 2 read replicas');
  });

  test.each(['markdown', 'csv'] as const)('as %s', async (format) => {
    await expect(text(tiers, format)).toMatchFileSnapshot(`./golden/compare.${format === 'csv' ? 'csv' : 'md'}`);
  });

  test('numbers the contradictions about resources and cost, and counts the others', () => {
    const lines = text(tiers, 'table').split('\n');
    expect(lines.filter((row) => row.includes('¹'))).toHaveLength(2);
    expect(lines.find((row) => row.startsWith(' published cost'))).toContain('$30–50¹');
    expect(text(tiers, 'table')).toContain('1 more contradiction of the source document (1 about latency)');
  });

  test('several footnotes of one cell are in a row below it', () => {
    const about = ['a', 'b'].map((id) => ({ id, about: 'cost' as const, text: id, tiers: ['small'] }));
    expect(text(compareView([form('small', '1', { contradictions: about })]), 'table')).toMatch(/published cost +\$30–50\n +¹ ²\n/);
  });

  test('states which command lists the unknown demands and limits of a tier', () => {
    const handled = { ...small.handled, timesWorkload: undefined, users: undefined, likelihood: undefined };
    const table = text(compareView([{ ...small, handled }, large]), 'table');
    expect(table).toContain(
      `Demands or limits are unknown (small): npx sizing capacity ${small.blueprint.system.id} ${small.blueprint.tier.id}`,
    );
    expect(text(compareView([small, large]), 'table')).not.toContain('unknown');
  });

  test('counts the warnings about access to the stacks, which explain lists', () => {
    const open = form('large', '1', {
      warnings: [
        { kind: 'open-ports', component: 'entry', ports: ['5060/udp'] },
        { kind: 'shared-security-group', pool: 'nodes', services: ['web', 'api'], reachable: ['database'] },
        { kind: 'no-domain' },
      ],
    });
    const table = text(compareView([small, open]), 'table');
    expect(table).toContain('2 warnings about access to the stacks (large 2): npx sizing explain');
    expect(table).not.toContain('5060/udp');
    expect(text(compareView([small, large]), 'table')).not.toContain('access to the stacks');
  });

  test('divides the cost by no more users than a tier is 90% likely to handle, and states it', () => {
    const handled = { expectedUsers: 20, timesWorkload: 0.5, users: 10, likelihood: 0.3, moreInstances: [] };
    const unknown = { expectedUsers: 20, timesWorkload: undefined, users: undefined, likelihood: undefined, moreInstances: [] };
    const table = text(compareView([small, { ...small, handled }, { ...small, handled: unknown }]), 'table');
    expect(table).toMatch(/users handled, 90% likely +24 +10 +unknown\n per concurrent user +\$8\.02 +\$16\.04 +–\n/);
    expect(table).toContain('handles 10 of 20 users, 90% likely, and its cost per user is for these');
  });

  test('an incomplete amount has a question mark', () => {
    const incomplete = { ...small, estimate: estimateOf([...small.estimate.lineItems, line({ state: 'unpriced' })]) };
    expect(text(compareView([incomplete]), 'table')).toMatch(/compute +\$73\?[\s\S]+monthly, mid +\$160\?/);
  });
});

describe('estimate', () => {
  test.each([120, 80])('fits into %i columns', async (width) => {
    const unpriced = line({
      state: 'unpriced',
      component: 'odd',
      type: 'AWS::Odd::Thing',
      name: 'AWS::Odd::Thing',
      reason: 'no pricer knows the type',
    });
    const view = estimateView('shop', estimateOf([...small.estimate.lineItems, unpriced]));
    await expect(text(view, 'table', width)).toMatchFileSnapshot(`./golden/estimate-${width}.txt`);
  });

  describe('of several resources of one component', () => {
    const alarm = (resource: string, quantity: number, price = '0.1') => line({ name: 'Alarm metrics', resource, quantity, price });
    const table = (...lines: ReturnType<typeof line>[]) => text(estimateView('shop', estimateOf(lines)), 'table');

    test('sums equal charges into one line with the number of resources', () => {
      expect(table(alarm('Up', 2), alarm('Down', 3))).toMatch(/ api +\$0\.50\n +Alarm metrics, 2 resources +5 +hours +\$0\.10 +\$0\.50\n/);
    });

    test('names the resources of charges with different prices', () => {
      expect(table(alarm('Up', 2), alarm('Down', 3, '0.2'))).toMatch(/Alarm metrics, Up +2 [^\n]+\n +Alarm metrics, Down +3 /);
    });

    test('names each resource without a price', () => {
      const unpriced = (resource: string) => line({ state: 'unpriced', name: 'AWS::Odd::Thing', resource });
      expect(table(unpriced('One'), unpriced('Two'))).toMatch(/AWS::Odd::Thing, One [^\n]+\n +AWS::Odd::Thing, Two /);
    });
  });

  describe('of usage that is not declared', () => {
    const dataOut = { component: 'network', state: 'usage', price: '0.09', unit: 'GB', name: 'Data out' } as const;
    const excludes = (quantity: number) => ({ ...line({ ...dataOut, quantity }), excludesUsage: true as const });

    test('has no quantity and no cost, and shows the unit price', () => {
      const view = estimateView('foreign', estimateOf([excludes(0)]));
      expect(text(view, 'table')).toMatch(/network +usage\n +Data out +– +GB +\$0\.09 +usage\n/);
      expect(text(view, 'table')).toContain(' – usage that is not declared: the total excludes it');
      expect(text(view, 'table')).not.toContain('assumed usage');
      expect(text(view, 'markdown')).toContain('| Data out | – | GB | \\$0.09 | usage |');
    });

    test('has empty fields in CSV, where zero would be a quantity', () => {
      const [header = '', row = ''] = text(estimateView('foreign', estimateOf([excludes(0)])), 'csv').split('\n');
      const fields = Object.fromEntries(header.split(',').map((column, index) => [column, row.split(',')[index]]));
      expect(fields).toMatchObject({ state: 'usage', excludesUsage: 'true', quantityMid: '', unitPriceUsd: '0.09', monthlyUsdMid: '' });
    });

    test('is a lower bound where a part of the usage is declared', () => {
      const view = estimateView('foreign', estimateOf([excludes(100)]));
      expect(text(view, 'table')).toMatch(/network +\$9\.00\n +Data out +≥ 100\* {2}GB +\$0\.09 +≥ \$9\.00\n/);
    });

    test('is a known quantity where zero is declared', () => {
      const view = estimateView('foreign', estimateOf([line({ ...dataOut, quantity: 0 })]));
      expect(text(view, 'table')).toMatch(/Data out +0\* {2}GB +\$0\.09 +\$0\.00/);
    });
  });

  test('an unpriced line has empty fields in CSV', () => {
    const [, row] = text(estimateView('foreign', estimateOf([line({ state: 'unpriced' })])), 'csv').split('\n');
    expect(row).toContain(',unpriced,,,compute,Instance hours (m7g.large),,,,hours,,,,,');
  });

  test('as CSV has every line, free lines included', () => {
    const rows = text(estimateView('shop', small.estimate), 'csv').trim().split('\n');
    expect(rows).toHaveLength(1 + small.estimate.lineItems.length);
    expect(rows[0]).toMatch(/^component,resource,type,kind,state,excludesUsage,basis,/);
  });

  test('as CSV of nothing still has its header', () => {
    expect(text(estimateView('nothing', estimateOf([])), 'csv')).toMatch(/^component,resource,[^\n]+\n$/);
  });

  test('a name that a spreadsheet would run is escaped', () => {
    const view = estimateView('foreign', estimateOf([line({ component: '=HYPERLINK("http://x")' })]));
    expect(text(view, 'csv').split('\n')[1]).toMatch(/^"'=HYPERLINK/);
  });

  test('a name with Markdown syntax is escaped', () => {
    const view = estimateView('foreign', estimateOf([line({ component: '<b>|`x`' })]));
    expect(text(view, 'markdown')).toContain('**&lt;b&gt;\\|\\`x\\`**');
  });
});

function explanationOf(tier: EstimatedTier, component?: string): ExplainAnswer {
  return { ...tier, ...(component !== undefined && { component }), ...explained(tier, component), warnings: [] };
}

describe('explain', () => {
  test.each([120, 80])('fits into %i columns', async (width) => {
    await expect(text(explainView(explanationOf(small)), 'table', width)).toMatchFileSnapshot(`./golden/explain-${width}.txt`);
  });

  test('of a whole tier lists the nearest candidates, of one component all of them', () => {
    const rejected = ['a', 'b', 'c', 'd', 'e'].map((type) => ({ types: [type], reason: { kind: 'bare-metal' } as const }));
    const choice = { ...(small.blueprint.choices[0] as InstanceChoice), component: 'nodes', rejected };
    const many = form('small', '1', { choices: [choice] });
    expect(text(explainView(explanationOf(many)), 'table')).toContain('✖ c: bare metal\n · 2 more: add nodes to the command to list all');
    expect(text(explainView(explanationOf(many, 'nodes')), 'table')).toContain('✖ e: bare metal');
  });

  test('of one component has only its lines and choices', () => {
    const table = text(explainView(explanationOf(small, 'database')), 'table');
    expect(table).toContain('DB instance hours (db.m6g.large, Multi-AZ)');
    expect(table).not.toContain('m7g.large for nodes');
    expect(table).toContain('total $36.50/month');
  });
});

describe('a renderer', () => {
  test('colors a table only when requested', () => {
    const report = { data: {}, ...tiers };
    expect(render(report, 'table', { width: 80, color: true })).toContain('\u001b[1m');
    expect(render(report, 'table', { width: 80, color: false })).not.toContain('\u001b');
  });

  test('prints the data as it is', () => {
    expect(JSON.parse(text(tiers, 'json'))).toEqual({ some: 'data' });
  });
});

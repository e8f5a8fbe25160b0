import { beforeAll, describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { REGIONS, type Region } from '../../lib/model/options';
import { SYSTEMS } from '../../tiers';
import { billFor } from '../support/synthesized';

/** Share of an estimate that may rely on derived prices. */
const MOST = 0.05;

/** Tiers above that share, by `system/tier`, with the prices that are not known. */
const ABOVE: Readonly<Record<string, string>> = {
  'aiva/large': 'gp3 storage of RDS in us-west-2',
  'ux-flow/startup': 'DocumentDB classes outside us-east-1',
  'ux-flow/growth': 'DocumentDB classes outside us-east-1',
  'ux-flow/scale': 'DocumentDB classes: db.r5.4xlarge and db.t3.medium of us-east-1 are the only ones with a list price',
  'capsules/current': 'gp3 storage and CPU credits of RDS in us-west-2',
  'assistant/pooled': 'RDS Proxy in eu-central-1 and ap-southeast-1',
};

interface Share {
  readonly tier: string;
  readonly region: Region;
  readonly share: number;
}

function sharesOf({ id, tiers }: (typeof SYSTEMS)[number]): Share[] {
  return tiers.flatMap(({ id: tier }) =>
    REGIONS.map((region) => {
      const { estimate } = billFor(blueprintFor({ system: id, tier, region }));
      return { tier: `${id}/${tier}`, region, share: estimate.derivedShare };
    }),
  );
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

function rowsOf(shares: readonly Share[]): string[] {
  const tiers = [...new Set(shares.map(({ tier }) => tier))];
  return tiers.map((tier) => {
    const cells = shares.filter((share) => share.tier === tier).map(({ share }) => percent(share));
    return `| ${[tier, ...cells].join(' | ')} |`;
  });
}

describe('derived prices', () => {
  let shares: readonly Share[];
  beforeAll(() => {
    shares = SYSTEMS.flatMap(sharesOf);
  });

  it('are at most 5% of the estimate of each tier in each region, or the reason is known', () => {
    const above = shares.filter(({ share }) => share > MOST);
    expect([...new Set(above.map(({ tier }) => tier))]).toEqual(Object.keys(ABOVE));
  });

  it('are in the documentation', async () => {
    const lines = [
      '# Derived prices',
      '',
      'Share of the monthly estimate (mid) that relies on derived prices, by tier and region, with the default options. A price is derived',
      'where no list price of the region is known: see [How estimates work](how-estimates-work.md#list-prices-and-derived-prices).',
      '',
      `| tier | ${REGIONS.join(' | ')} |`,
      `| --- | ${REGIONS.map(() => '---:').join(' | ')} |`,
      ...rowsOf(shares),
      '',
      'Above 5%:',
      '',
      ...Object.entries(ABOVE).map(([tier, reason]) => `- \`${tier}\`: ${reason}`),
      '',
      '<!-- Written by npm run golden. -->',
      '',
    ];
    await expect(lines.join('\n')).toMatchFileSnapshot('../../docs/derived-prices.md');
  });
});

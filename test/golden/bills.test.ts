import { describe, expect, it } from 'vitest';
import { billOf } from '../../lib/bill';
import { blueprintFor } from '../../lib/blueprint-for';
import type { SystemInput } from '../../lib/model';
import { estimateView, render } from '../../lib/report';
import { SYSTEMS } from '../../tiers';

/** What each tier costs, as a person reads it. A change of tier, price or construct shows here, and is reviewed. */
const FORMS: readonly Readonly<Record<string, string>>[] = [
  {},
  { topology: 'single-host' },
  { compute: 'fargate' },
  { region: 'eu-west-1' },
  { platform: 'eks' },
  { platform: 'eks', dataStores: 'statefulset' },
];

function isBetween({ tiers }: SystemInput, id: string): boolean {
  const index = tiers.findIndex((tier) => tier.id === id);
  return index > 0 && index < tiers.length - 1;
}

const bills = SYSTEMS.flatMap((system) =>
  system.tiers.flatMap((tier) =>
    FORMS.filter(({ topology }) => topology === undefined || tier.singleHost === true)
      // A stack of EKS takes a second; the ends of a system are proven elsewhere.
      .filter(({ platform }) => platform === undefined || isBetween(system, tier.id))
      .map((options) => ({
        name: [system.id, tier.id, ...Object.values(options)].join('-'),
        request: { system: system.id, tier: tier.id, ...options },
      })),
  ),
);

describe('the bill of', () => {
  it.each(bills.map((bill) => [bill.name, bill.request] as const))('%s', async (name, request) => {
    const { estimate } = billOf(blueprintFor(request));
    const text = render({ data: {}, ...estimateView(name, estimate) }, 'table', { width: 120, color: false });
    await expect(text).toMatchFileSnapshot(`./bills/${name}.txt`);
  });
});

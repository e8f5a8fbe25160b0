import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/blueprint-for';
import { billOfCharts, billOfManifests } from '../../lib/manifest-bill';
import { clusterView, render, type View, workloadsView } from '../../lib/report';
import { SYSTEMS } from '../../tiers';

const PAGE = { width: 120, color: false } as const;

function text(view: View): string {
  return render({ data: {}, ...view }, 'table', PAGE);
}

const tiers = SYSTEMS.flatMap((system) => system.tiers.map((tier) => [`${system.id}-${tier.id}`, system.id, tier.id] as const));

/** What each tier costs as manifests, and on which nodes, as a person reads it. */
describe('the bill as manifests of', () => {
  it.each(tiers)('%s', async (name, system, tier) => {
    const { estimate, costs } = billOfCharts(blueprintFor({ system, tier, platform: 'kubernetes' }));
    expect(estimate.lineItems.filter(({ state }) => state === 'unpriced').map(({ resource, reason }) => `${resource}: ${reason}`)).toEqual(
      [],
    );
    await expect(text(clusterView(name, estimate, costs))).toMatchFileSnapshot(`./manifest-bills/${name}.txt`);
  });

  it('manifests of somebody else', async () => {
    const { estimate, costs } = billOfManifests('test/bin/fixtures/cluster', { region: 'us-east-1' });
    await expect(text(clusterView('shop', estimate, costs))).toMatchFileSnapshot('./manifest-bills/shop.txt');
    await expect(text(workloadsView('shop', estimate, costs))).toMatchFileSnapshot('./manifest-bills/shop-by-workload.txt');
  });
});

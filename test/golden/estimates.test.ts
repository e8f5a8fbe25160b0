import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { estimateCharts, estimateManifestFiles } from '../../lib/answers/estimate-manifest-files';
import { clusterView, workloadsView } from '../../lib/output/cluster';
import { estimateView } from '../../lib/output/estimate';
import { render } from '../../lib/output/render';
import type { View } from '../../lib/output/report';
import { FORM_EXAMPLES, type Request } from '../support/forms';
import { billFor } from '../support/synthesized';

function text(view: View): string {
  return render({ data: {}, ...view }, 'table', { width: 120, color: false });
}

function estimateText(request: Request): string {
  const blueprint = blueprintFor(request);
  const name = Object.values(request).join('-');
  if (request.platform !== 'kubernetes') return text(estimateView(name, billFor(blueprint).estimate));
  const { estimate, costs } = estimateCharts(blueprint);
  return text(clusterView(name, estimate, costs));
}

/** Line-by-line estimates of one tier of each form. The tables of totals contain all tiers. */
describe('the estimate of', () => {
  it.each(Object.entries(FORM_EXAMPLES))('%s', async (form, request) => {
    await expect(estimateText(request)).toMatchFileSnapshot(`./estimates/${form}.txt`);
  });

  it('manifests of others', async () => {
    const { estimate, costs } = estimateManifestFiles('test/bin/fixtures/cluster', { region: 'us-east-1' });
    await expect(text(clusterView('shop', estimate, costs))).toMatchFileSnapshot('./estimates/manifests-of-others.txt');
    await expect(text(workloadsView('shop', estimate, costs))).toMatchFileSnapshot('./estimates/manifests-of-others-by-workload.txt');
  });
});

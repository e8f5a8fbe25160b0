import type { Blueprint } from '../../lib/blueprint/blueprint';
import type { Estimate } from '../../lib/pricing/estimate';
import type { Modules } from '../modules';

/** The bill of what a blueprint becomes: stacks of AWS, or manifests and the nodes that their pods need. */
export function estimateOf(blueprint: Blueprint, modules: Modules): Estimate {
  if (blueprint.options.platform === 'kubernetes') return modules.manifestBill().estimateCharts(blueprint).estimate;
  return modules.bill().estimateBlueprint(blueprint).estimate;
}

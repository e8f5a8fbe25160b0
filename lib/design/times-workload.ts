import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import { volumeIntervals } from '../model/volumes';
import type { TargetWorkload } from '../model/workload';

/** Target workload divided by the workload of the tier: the largest ratio of an operation that both have. */
export function timesWorkload(system: System, base: Tier, targetWorkload: TargetWorkload): number {
  const own = volumeIntervals(system, base.workload);
  const target = volumeIntervals(system, targetWorkload);
  const ratios = [...target].flatMap(([id, { mid }]) => {
    const present = own.get(id)?.mid ?? 0;
    return present > 0 && mid > 0 ? [mid / present] : [];
  });
  return ratios.length === 0 ? 1 : Math.max(...ratios);
}

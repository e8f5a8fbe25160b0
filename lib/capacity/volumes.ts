import type { System } from '../model/system';
import { volumesOf } from '../model/volumes';
import type { TargetWorkload } from '../model/workload';
import type { Samples } from './samples';
import { plus, times, type Vector } from './vector';

/** Volume of each operation: events/s, or open sessions. By operation id. */
export type Volumes = ReadonlyMap<string, Vector>;

/** Volumes in samples. */
export function volumesIn(samples: Samples, system: Pick<System, 'operations'>, targetWorkload: TargetWorkload): Volumes {
  return volumesOf({ of: (name, interval, isRest) => samples.draw(name, interval, isRest), times, plus }, system, targetWorkload);
}

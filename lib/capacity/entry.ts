import type { Demand } from '../model/operation';
import type { Vector } from './vector';

/** One demand of the system's data, with its vectors; the same for every form in which it counts. */
export interface Entry {
  /** Key: equal keys mean equal vectors. */
  readonly id: string;
  /** The operation. */
  readonly operation: string;
  /** The demand. */
  readonly demand: Demand;
  /** Its index among the demands of the operation. */
  readonly index: number;
  /** Volume of the operation, by sample. */
  readonly volume: Vector;
  /** The part of the volume that does not grow with the workload, by sample. */
  readonly constantVolume: Vector;
  /** Amount of one event or session. */
  readonly amount: () => Vector;
  /** Demand of one event/s, or of one session. */
  readonly perUnit: () => Vector;
  /** Demand of all events or sessions. */
  readonly load: () => Vector;
  /** Sources of the figures. */
  readonly sources: readonly string[];
  /** Present where replicas replay the demand, which no event waits for: seconds of one replica for each event, undefined for a session. */
  readonly replay?: { readonly seconds: Vector | undefined };
}

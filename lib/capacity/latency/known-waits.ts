import { inSample, type Vector } from '../vector';
import { type QueueWait, type Station, waitIn } from './station';

/** The wait for a resource by sample. The next call overwrites the result. */
export type WaitBySample = (sample: number) => QueueWait;

/** Values of a wait, one after the other. */
const VALUES = 3;

interface Known {
  readonly instances: Vector;
  readonly bySample: WaitBySample;
}

/**
 * Waits of sizes that are checked in many combinations, each computed once. For the demands of one workload, and forms with the same
 * components.
 */
export class KnownWaits {
  private readonly known = new Map<string, Known[]>();

  constructor(private readonly sampleCount: number) {}

  /** The waits of a station. */
  of(station: Station): WaitBySample {
    const { component, resource, part, supply } = station.use;
    const key = JSON.stringify([component, resource, part, supply.perInstance, supply.instances.max, supply.workersPerInstance]);
    const same = this.known.get(key) ?? [];
    this.known.set(key, same);
    // Other resources of a size decide how many of its instances are in service.
    const found = same.find(({ instances }) => areEqual(instances, station.instances));
    if (found !== undefined) return found.bySample;
    const bySample = remembered(station, this.sampleCount);
    same.push({ instances: station.instances, bySample });
    return bySample;
  }
}

function remembered(station: Station, sampleCount: number): WaitBySample {
  const values = new Float64Array(sampleCount * VALUES).fill(Number.NaN);
  const wait = { probability: 0, seconds: 0, slowerBy: 0 };
  return (sample) => {
    const at = sample * VALUES;
    if (Number.isNaN(values[at] as number)) {
      const { probability, seconds, slowerBy } = waitIn(station, sample);
      values[at] = probability;
      values[at + 1] = seconds;
      values[at + 2] = slowerBy;
    }
    wait.probability = values[at] as number;
    wait.seconds = values[at + 1] as number;
    wait.slowerBy = values[at + 2] as number;
    return wait;
  };
}

function areEqual(left: Vector, right: Vector): boolean {
  if (typeof left === 'number' || typeof right === 'number') return left === right;
  for (let sample = 0; sample < left.length; sample++) if (inSample(left, sample) !== inSample(right, sample)) return false;
  return true;
}

import { MIB_PER_GIB } from '../core/data-size';
import { lazy } from '../core/lazy';
import { workingSetDraw } from './draw';
import type { Entry } from './entry';
import type { Samples } from './samples';
import { timesOnce } from './shared-results';
import type { CapacityForm } from './supply';
import { combine, times, type Vector } from './vector';

/**
 * Share of reads that find their page outside the memory of the server: 1 − memory ÷ working set, if all pages of the working set are read
 * equally often. Pages that are read more often than others stay in memory, so that the share is an upper bound.
 */
export function missShare(cachedGib: number, workingSetGib: number): number {
  return workingSetGib <= cachedGib ? 0 : 1 - cachedGib / workingSetGib;
}

/** Reads of pages, of which those outside the memory of a server use its storage. */
export class CachedReads {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly samples: Samples) {}

  /** A demand on the storage in a form; the demand itself if all of it uses the storage. */
  of(entry: Entry, { supplies }: CapacityForm): Entry {
    const { component, resource, workingSetGib } = entry.demand;
    if (workingSetGib === undefined) return entry;
    const supply = supplies.find((one) => one.component === component && one.resource === resource && one.part === 'primary');
    if (supply?.cachedMib === undefined) return entry;
    const id = `${entry.id} with ${supply.cachedMib} MiB`;
    const known = this.entries.get(id);
    if (known !== undefined) return known;
    const cachedGib = supply.cachedMib / MIB_PER_GIB;
    const share = lazy(() =>
      combine(this.samples.draw(workingSetDraw(entry.operation, entry.index), workingSetGib), cachedGib, (set, cached) =>
        missShare(cached, set),
      ),
    );
    const perUnit = lazy((): Vector => timesOnce(entry.perUnit(), share()));
    const read: Entry = { ...entry, id, perUnit, load: lazy(() => times(entry.volume, perUnit())) };
    this.entries.set(id, read);
    return read;
  }
}

import type { Interval } from '../core/interval';
import { lazy } from '../core/lazy';
import type { Operation } from '../model/operation';
import type { Entry } from './entry';
import type { Samples } from './samples';
import { timesOnce } from './shared-results';
import type { CapacityForm, Replay, ResourceSupply } from './supply';
import { times, type Vector } from './vector';

/** A supply of replicas that replay the writes of their primary. */
export type ReplayingSupply = ResourceSupply & { readonly replay: Replay };

/** Replicas that replay the writes of a component, with their number for each primary. */
interface Replicas {
  readonly supply: ReplayingSupply;
  readonly copies: number;
}

/** Name that the seconds of a replayed demand are drawn with. */
export function replaySecondsDraw(operation: string, index: number): string {
  return `${operation} ${index} replay seconds`;
}

/** Name that the share of the primary's processor time is drawn with. */
export function replayShareDraw(component: string): string {
  return `replay share of ${component}`;
}

/** Name that the applied part of a replay is drawn with. */
export function appliedDraw(component: string): string {
  return `applied share of ${component}`;
}

/** The supplies of replicas in a form that replay writes: their processors, and the processes that apply the changes. */
export function replayingSupplies({ supplies }: CapacityForm): ReplayingSupply[] {
  return supplies.filter((supply): supply is ReplayingSupply => supply.part === 'replicas' && supply.replay !== undefined);
}

/** Demands of the writes that replicas replay: each replica replays all writes of its primary, whichever reads it serves. */
export class Replays {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly samples: Samples,
    private readonly operations: Readonly<Record<string, Operation>>,
  ) {}

  /** The demands on the replicas of a supply of the writes among the demands that count in a form. */
  of(supply: ReplayingSupply, counted: readonly Entry[], { supplies }: CapacityForm): Entry[] {
    const { component } = supply;
    const primary = supplies.find((one) => one.component === component && one.resource === 'processor' && one.part === 'primary');
    const replicas = { supply, copies: supply.instances.max / (primary?.instances.max ?? 1) };
    const replayed = supply.resource === 'replay' ? 'processor' : supply.resource;
    return counted
      .filter(({ demand }) => demand.component === component && demand.resource === replayed && !demand.readOnly)
      .map((entry) => this.replayed(entry, replicas));
  }

  private replayed(entry: Entry, { supply, copies }: Replicas): Entry {
    const { resource, replay } = supply;
    const id = `${entry.id} ${resource} ${keyOf(replay.share)} ${keyOf(replay.applied)} ×${copies}`;
    const known = this.entries.get(id);
    if (known !== undefined) return known;
    const each = lazy(() => this.ofOneReplica(entry, supply));
    const perUnit = lazy(() => times(each(), copies));
    const isSession = this.isSession(entry.operation);
    const replayed: Entry = {
      ...entry,
      id,
      perUnit,
      load: lazy(() => times(entry.volume, perUnit())),
      sources: [...entry.sources, replay.source],
      replay: {
        get seconds() {
          return isSession ? undefined : each();
        },
      },
    };
    this.entries.set(id, replayed);
    return replayed;
  }

  /** Use of one replica for each event or session. Of its processor time, processes that apply changes take a part. */
  private ofOneReplica(entry: Entry, { component, resource, replay }: ReplayingSupply): Vector {
    const all = this.replayOf(entry, component, replay.share);
    return resource !== 'replay' ? all : timesOnce(all, this.samples.draw(appliedDraw(component), replay.applied));
  }

  private replayOf({ operation, demand, index, amount, perUnit }: Entry, component: string, share: Interval): Vector {
    return demand.resource !== 'processor' || demand.replaySeconds === undefined || this.isSession(operation)
      ? timesOnce(perUnit(), this.samples.draw(replayShareDraw(component), share))
      : timesOnce(amount(), this.samples.draw(replaySecondsDraw(operation, index), demand.replaySeconds));
  }

  private isSession(operation: string): boolean {
    return this.operations[operation]?.kind === 'session';
  }
}

function keyOf({ low, mid, high }: Interval): string {
  return `${low}/${mid}/${high}`;
}

import { type Takeover, takeoverOf } from './cluster-takers';
import { textOf } from './property-value';
import type { Verdict } from './rule';
import type { TransitionContext } from './transition-context';

/** Minutes without connections while the class of an instance changes. */
export interface InstanceClassMinutes {
  /** Shortest and longest failover to another instance of the cluster. */
  readonly failover: { readonly low: number; readonly high: number };
  /** Shortest restart of an instance while no other one takes over. */
  readonly restart: number;
}

/** Verdicts on the instances of clusters whose class changes. `of` names what is interrupted, such as `connections to the graph database`. */
export function* instanceClassChanges(
  context: TransitionContext,
  type: string,
  of: string,
  { failover, restart }: InstanceClassMinutes,
): Iterable<Verdict> {
  for (const change of context.changed('DBInstanceClass', type)) {
    const [old, next] = [change.before, change.after].map((instance) => textOf(instance, 'DBInstanceClass') ?? 'unknown');
    const takeover = takeoverOf(context, change);
    const minutes = takeover === 'failover' ? { lowMinutes: failover.low, highMinutes: failover.high } : { lowMinutes: restart };
    yield {
      resource: change.id,
      class: 'in-place-with-interruption',
      properties: ['DBInstanceClass'],
      text: `the class changes from ${old} to ${next}, ${TAKEOVER_TEXTS[takeover]}`,
      interruption: { of, ...minutes },
    };
  }
}

const TAKEOVER_TEXTS: Readonly<Record<Takeover, string>> = {
  failover: 'and if it is the primary, by a failover to another instance of the cluster',
  'at-the-same-time': 'and all other instances of the cluster change at the same time, so that none takes over; add DependsOn between them',
  alone: 'and no other instance of the cluster takes over',
};

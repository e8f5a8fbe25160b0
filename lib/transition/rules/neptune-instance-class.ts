import { type Takeover, takeoverOf } from '../cluster-takers';
import { textOf } from '../property-value';
import type { TransitionRule } from '../rule';
import type { Interruption } from '../transition';

export const neptuneInstanceClass: TransitionRule = {
  id: 'neptune-instance-class',
  description:
    'Neptune changes the instance class with downtime: a failover of up to 2 minutes to another instance that works meanwhile, and an unknown time without one',
  sources: [
    'https://docs.aws.amazon.com/neptune/latest/apiref/API_ModifyDBInstance.html',
    'https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview-fault-tolerance.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const change of context.changed('DBInstanceClass', 'AWS::Neptune::DBInstance')) {
      const [old, next] = [change.before, change.after].map((instance) => textOf(instance, 'DBInstanceClass') ?? 'unknown');
      const { how, ...minutes } = CHANGES[takeoverOf(context, change)];
      yield {
        resource: change.id,
        class: 'in-place-with-interruption',
        properties: ['DBInstanceClass'],
        text: `the class changes from ${old} to ${next}, ${how}`,
        interruption: { of: 'connections to the graph database', ...minutes },
      };
    }
  },
};

/** Source of the minutes of a failover: "typically restored in less than 120 seconds, and often less than 60 seconds". */
const CHANGES: Readonly<Record<Takeover, { readonly how: string } & Omit<Interruption, 'of'>>> = {
  failover: { how: 'and if it is the primary, by a failover to another instance of the cluster', lowMinutes: 1, highMinutes: 2 },
  'at-the-same-time': {
    how: 'and all other instances of the cluster change at the same time, so that none takes over; add DependsOn between them',
    lowMinutes: 2,
  },
  alone: { how: 'and no other instance of the cluster takes over', lowMinutes: 2 },
};

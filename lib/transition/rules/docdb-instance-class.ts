import { type Takeover, takeoverOf } from '../cluster-takers';
import { textOf } from '../property-value';
import type { TransitionRule } from '../rule';
import type { Interruption } from '../transition';

export const docdbInstanceClass: TransitionRule = {
  id: 'docdb-instance-class',
  description:
    'DocumentDB changes the instance class with downtime: a failover of up to 2 minutes to another instance that works meanwhile, a few minutes without one',
  sources: [
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-fault-tolerance.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/API_ModifyDBInstance.html',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    for (const change of context.changed('DBInstanceClass', 'AWS::DocDB::DBInstance')) {
      const [old, next] = [change.before, change.after].map((instance) => textOf(instance, 'DBInstanceClass') ?? 'unknown');
      const { how, ...minutes } = CHANGES[takeoverOf(context, change)];
      yield {
        resource: change.id,
        class: 'in-place-with-interruption',
        properties: ['DBInstanceClass'],
        text: `the class changes from ${old} to ${next}, ${how}`,
        interruption: { of: 'connections to the document store', ...minutes },
      };
    }
  },
};

/** Source of the minutes: "a failover to the replica instance typically takes less than 30 seconds", "service is typically restored in less than 120 seconds". */
const CHANGES: Readonly<Record<Takeover, { readonly how: string } & Omit<Interruption, 'of'>>> = {
  failover: { how: 'and if it is the primary, by a failover to another instance of the cluster', lowMinutes: 0.5, highMinutes: 2 },
  'at-the-same-time': {
    how: 'and all other instances of the cluster change at the same time, so that none takes over; add DependsOn between them',
    lowMinutes: 3,
  },
  alone: { how: 'and no other instance of the cluster takes over', lowMinutes: 3 },
};

import { instanceClassChanges } from '../instance-class-change';
import type { TransitionRule } from '../rule';

export const docdbInstanceClass: TransitionRule = {
  id: 'docdb-instance-class',
  description:
    'DocumentDB changes the instance class with downtime: a failover of up to 2 minutes to another instance that works meanwhile, a few minutes without one',
  sources: [
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-fault-tolerance.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/API_ModifyDBInstance.html',
  ],
  asOf: '2026-11-29',
  judge: (context) => instanceClassChanges(context, 'AWS::DocDB::DBInstance', 'connections to the document store', MINUTES),
};

/** Source: "a failover to the replica instance typically takes less than 30 seconds", "service is typically restored in less than 120 seconds". */
const MINUTES = { failover: { low: 0.5, high: 2 }, restart: 3 };

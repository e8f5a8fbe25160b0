import { instanceClassChanges } from '../instance-class-change';
import type { TransitionRule } from '../rule';

export const neptuneInstanceClass: TransitionRule = {
  id: 'neptune-instance-class',
  description:
    'Neptune changes the instance class with downtime: a failover of up to 2 minutes to another instance that works meanwhile, and an unknown time without one',
  sources: [
    'https://docs.aws.amazon.com/neptune/latest/apiref/API_ModifyDBInstance.html',
    'https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview-fault-tolerance.html',
  ],
  asOf: '2026-11-30',
  judge: (context) => instanceClassChanges(context, 'AWS::Neptune::DBInstance', 'connections to the graph database', MINUTES),
};

/** Source of the failover: "typically restored in less than 120 seconds, and often less than 60 seconds". */
const MINUTES = { failover: { low: 1, high: 2 }, restart: 2 };

import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { stringAt } from '../values';

const DAY_MINUTES = 24 * 60;
const TYPES = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster'];

export const rdsWindowOverlap: Rule = {
  id: 'rds-window-overlap',
  severity: 'error',
  description: 'Backup window of a database overlaps its maintenance window, which RDS and DocumentDB reject',
  fix: 'Move one of the windows',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  *check(context) {
    for (const database of context.ofType(...TYPES)) {
      const [backup, maintenance] = ['PreferredBackupWindow', 'PreferredMaintenanceWindow'].map((name) =>
        stringAt(database.properties, name),
      );
      if (typeof backup !== 'string' || typeof maintenance !== 'string') continue;
      const [from, until] = backup.split('-').map(minuteOf);
      const [start, end] = maintenance.split('-').map(minuteOf);
      if (from === undefined || until === undefined || start === undefined || end === undefined) continue;
      // The backup is daily and maintenance is at most a day, so the times of day decide.
      if (!overlap(from, until, start, end)) continue;
      yield {
        resource: database,
        path: 'Properties.PreferredBackupWindow',
        received: shown(backup),
        expected: `a time outside of the maintenance window ${maintenance}`,
      };
    }
  },
};

/** `03:30` or `Sun:03:30` as a minute of the day. */
function minuteOf(text: string): number | undefined {
  const [hour, minute] = text.split(':').slice(-2).map(Number);
  return Number.isInteger(hour) && Number.isInteger(minute) ? Number(hour) * 60 + Number(minute) : undefined;
}

/** Whether two periods of a day share a minute. A period may pass midnight. */
function overlap(from: number, until: number, start: number, end: number): boolean {
  const [length, other] = [minutesBetween(from, until), minutesBetween(start, end)];
  return minutesBetween(from, start) < length || minutesBetween(start, from) < other;
}

function minutesBetween(from: number, until: number): number {
  return (until - from + DAY_MINUTES) % DAY_MINUTES;
}

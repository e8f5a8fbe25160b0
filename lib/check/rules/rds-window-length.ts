import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { isKnownString, stringAt } from '../values';

const TYPES = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster'];
const WINDOWS = ['PreferredBackupWindow', 'PreferredMaintenanceWindow'];
const LEAST_MINUTES = 30;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY_MINUTES = 24 * 60;
/** `03:00-03:30` daily, or `sun:03:00-sun:03:30` weekly. */
const WINDOW = /^(?:(\w{3}):)?(\d\d):(\d\d)-(?:(\w{3}):)?(\d\d):(\d\d)$/;

export const rdsWindowLength: Rule = {
  id: 'rds-window-length',
  severity: 'error',
  description: 'Backup or maintenance window of a database is shorter than 30 minutes',
  fix: 'Set the end of the window to at least 30 minutes after its start',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  *check(context) {
    for (const database of context.ofType(...TYPES)) {
      for (const name of WINDOWS) {
        const window = stringAt(database.properties, name);
        const minutes = isKnownString(window) ? minutesOf(window) : undefined;
        if (minutes === undefined || minutes >= LEAST_MINUTES) continue;
        yield { resource: database, path: `Properties.${name}`, received: shown(window), expected: `at least ${LEAST_MINUTES} minutes` };
      }
    }
  },
};

/** Length of a window, which may pass midnight or the end of the week; undefined when it is not one. */
function minutesOf(window: string): number | undefined {
  const [whole, startDay, startHour, startMinute, endDay, endHour, endMinute] = WINDOW.exec(window.toLowerCase()) ?? [];
  const [first, last] = [startDay, endDay].map((day) => (day === undefined ? 0 : DAYS.indexOf(day)));
  if (whole === undefined || first === undefined || last === undefined || first < 0 || last < 0) return undefined;
  const start = first * DAY_MINUTES + Number(startHour) * 60 + Number(startMinute);
  const end = last * DAY_MINUTES + Number(endHour) * 60 + Number(endMinute);
  const period = startDay === undefined ? DAY_MINUTES : DAYS.length * DAY_MINUTES;
  return (end - start + period) % period;
}

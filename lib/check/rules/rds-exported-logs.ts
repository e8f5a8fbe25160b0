import type { Rule } from '../rule';
import { itemsAt } from '../values';

const EXPORTERS = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster'];
const RETENTION = ['AWS::Logs::LogGroup', 'Custom::LogRetention'];

export const rdsExportedLogs: Rule = {
  id: 'rds-exported-logs',
  severity: 'warning',
  description: 'Database exports logs to log groups that it creates itself, without a retention period',
  fix: 'Create the log group of each log in the template, with RetentionInDays. Its name contains the identifier of the database: if the template does not set that, use a custom resource, such as cloudwatchLogsRetention of the CDK',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html',
  *check(context) {
    const names = context.ofType(...RETENTION).map(({ properties }) => JSON.stringify(properties.LogGroupName ?? ''));
    // A name without text, such as an import, may be that of any log group.
    if (names.some((name) => name.startsWith('{') && !name.includes('/'))) return;
    for (const database of context.ofType(...EXPORTERS)) {
      for (const [index, log] of itemsAt(database.properties, 'EnableCloudwatchLogsExports').entries()) {
        if (typeof log !== 'string' || names.some((name) => isGroupOf(name, log))) continue;
        yield {
          resource: database,
          path: `Properties.EnableCloudwatchLogsExports[${index}]`,
          received: `${log}, without a log group in the template`,
          expected: 'a log group with RetentionInDays',
        };
      }
    }
  },
};

/** Whether the JSON of a log group's name, `/aws/rds/instance/<identifier>/error` in full or with a reference, is that of a log. */
function isGroupOf(name: string, log: string): boolean {
  return name.includes('/aws/') && name.includes(`/${log}"`);
}

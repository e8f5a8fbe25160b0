import { shown } from '../../core/problems';
import { matching, violationsOf } from '../requirements';
import type { Rule } from '../rule';
import { isKnownString, itemsAt } from '../values';

const LOGS = ['audit', 'profiler'];

export const docdbCluster: Rule = {
  id: 'docdb-cluster',
  severity: 'error',
  description: 'DocumentDB cluster exports logs that it does not write, or has a password of an invalid length',
  fix: 'Export audit and profiler logs, and set a password of 8 to 100 characters',
  citation: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBCluster.html',
  *check(context) {
    yield* violationsOf(context, 'AWS::DocDB::DBCluster', matching('MasterUserPassword', /^.{8,100}$/, '8 to 100 characters'));
    for (const resource of context.ofType('AWS::DocDB::DBCluster')) {
      for (const [index, log] of itemsAt(resource.properties, 'EnableCloudwatchLogsExports').entries()) {
        if (!isKnownString(log) || LOGS.includes(log)) continue;
        yield { resource, path: `Properties.EnableCloudwatchLogsExports[${index}]`, received: shown(log), expected: LOGS.join(' or ') };
      }
    }
  },
};

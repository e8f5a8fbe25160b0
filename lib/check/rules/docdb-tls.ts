import type { Rule } from '../rule';
import { stringAt } from '../values';

export const docdbTls: Rule = {
  id: 'docdb-tls',
  severity: 'warning',
  description: 'DocumentDB cluster accepts connections without encryption',
  fix: 'Set the parameter tls to enabled, and connect with TLS',
  citation: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html',
  *check(context) {
    for (const group of context.ofType('AWS::DocDB::DBClusterParameterGroup')) {
      if (stringAt(group.properties, 'Parameters', 'tls') !== 'disabled') continue;
      yield { resource: group, path: 'Properties.Parameters.tls', received: '"disabled"', expected: 'enabled' };
    }
  },
};

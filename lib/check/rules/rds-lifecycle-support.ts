import { shown } from '../../core/problems';
import { engineOf, isInCluster } from '../rds';
import type { Rule } from '../rule';
import { isAbsent, isKnownString, stringAt, UNKNOWN } from '../values';

const DISABLED = 'open-source-rds-extended-support-disabled';
const ENGINES = /^(mysql|postgres|aurora-mysql|aurora-postgresql)$/;

export const rdsLifecycleSupport: Rule = {
  id: 'rds-lifecycle-support',
  severity: 'warning',
  description: 'Database enters extended support, at a price per vCPU-hour, when its version leaves standard support',
  fix: 'Set EngineLifecycleSupport to open-source-rds-extended-support-disabled',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html',
  *check(context) {
    const instances = context
      .ofType('AWS::RDS::DBInstance')
      .filter((instance) => !isInCluster(instance) && isAbsent(instance.properties, 'SourceDBInstanceIdentifier'));
    for (const database of [...instances, ...context.ofType('AWS::RDS::DBCluster')]) {
      const [engine, support] = [engineOf(database), stringAt(database.properties, 'EngineLifecycleSupport')];
      if (!isKnownString(engine) || !ENGINES.test(engine) || support === DISABLED || support === UNKNOWN) continue;
      if (!isAbsent(database.properties, 'GlobalClusterIdentifier')) continue;
      yield {
        resource: database,
        path: 'Properties.EngineLifecycleSupport',
        ...(isKnownString(support) && { received: shown(support) }),
        expected: DISABLED,
      };
    }
  },
};

import { DB_INSTANCE, engineOf } from '../rds';
import type { Rule } from '../rule';
import { isFlag, isKnownString, stringAt } from '../values';

const UNSUPPORTED = /^db\.(t2\.(micro|small)|t3\.(micro|small)|t4g\.(micro|small))$/;

/** Performance Insights is enabled for MySQL or MariaDB on a class that does not support it. */
export const rdsInsightsClass: Rule = {
  id: 'rds-insights-class',
  severity: 'error',
  description: 'Performance Insights is enabled for MySQL or MariaDB on a class that does not support it',
  fix: 'Choose a class from db.t4g.medium on, or set EnablePerformanceInsights to false',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Overview.Engines.html',
  *check(context) {
    for (const instance of context.ofType(DB_INSTANCE)) {
      const [engine, size] = [engineOf(instance), stringAt(instance.properties, 'DBInstanceClass')];
      if (!isKnownString(engine) || !isKnownString(size) || !/^(mysql|mariadb)$/.test(engine) || !UNSUPPORTED.test(size)) continue;
      if (!isFlag(true, instance.properties, 'EnablePerformanceInsights')) continue;
      yield {
        resource: instance,
        path: 'Properties.EnablePerformanceInsights',
        received: `true for ${size}`,
        expected: 'false, or a larger class',
      };
    }
  },
};

import { DB_INSTANCE, engineOf } from '../rds';
import type { Rule } from '../rule';
import { isFlag, isKnownString, stringAt } from '../values';

const SMALL = /^db\.(t2|t3|t4g)\.(micro|small)$/;

/** Classes without insights, by engine. Source of those of Aurora: Aurora user guide, USER_DatabaseInsights.Engines. */
const UNSUPPORTED: Readonly<Record<string, RegExp>> = {
  mysql: SMALL,
  mariadb: SMALL,
  'aurora-mysql': /^db\.(t2\.|t3\.|t4g\.(micro|small)$)/,
};

export const rdsInsightsClass: Rule = {
  id: 'rds-insights-class',
  severity: 'error',
  description: 'Performance Insights is enabled for MySQL or MariaDB on a class that does not support it',
  fix: 'Choose a class from db.t4g.medium on, with Aurora other than db.t3, or set EnablePerformanceInsights to false',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DatabaseInsights.Engines.html',
  *check(context) {
    for (const instance of context.ofType(DB_INSTANCE)) {
      const [engine, size] = [engineOf(instance), stringAt(instance.properties, 'DBInstanceClass')];
      if (!isKnownString(engine) || !isKnownString(size) || !Object.hasOwn(UNSUPPORTED, engine)) continue;
      if (UNSUPPORTED[engine]?.test(size) !== true) continue;
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

import { shapesOf } from '../../catalog/instance-shapes';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { BYTES_PER_GIB } from '../../core/data-size';
import type { CheckContext } from '../check-context';
import { DB_INSTANCE } from '../rds';
import type { Rule } from '../rule';
import { isKnownString, rawAt, stringAt } from '../values';

/** Parameters with an amount of memory, and the bytes of one unit. PostgreSQL counts shared_buffers in pages of 8 KiB. */
const UNIT_BYTES: Readonly<Record<string, number>> = { innodb_buffer_pool_size: 1, shared_buffers: 8192, effective_cache_size: 8192 };

export const rdsParameterMemory: Rule = {
  id: 'rds-parameter-memory',
  severity: 'warning',
  description: 'Memory parameter of a database is a number: it is applied before a new instance class, and may exceed its memory',
  fix: 'Use a formula such as {DBInstanceClassMemory*3/4}',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ParamValuesRef.html',
  *check(context) {
    for (const group of context.ofType('AWS::RDS::DBParameterGroup')) {
      for (const [name, unit] of Object.entries(UNIT_BYTES)) {
        const value = stringAt(group.properties, 'Parameters', name);
        if (!isKnownString(value) || !/^\d+$/.test(value)) continue;
        const gib = (Number(value) * unit) / BYTES_PER_GIB;
        const smallest = smallestGib(group, context);
        const size = `${gib.toFixed(1)} GiB`;
        const memory = smallest === undefined ? '' : `; the smallest instance with it has ${smallest} GiB`;
        yield {
          resource: group,
          path: `Properties.Parameters.${name}`,
          received: `${value}, ${size}`,
          expected: `a formula of DBInstanceClassMemory${memory}`,
        };
      }
    }
  },
};

/** Memory of the smallest instance that uses a parameter group; undefined when none is known. */
function smallestGib(group: TemplateResource, context: CheckContext): number | undefined {
  const users = context.ofType(DB_INSTANCE).filter(({ properties }) => context.target(rawAt(properties, 'DBParameterGroupName')) === group);
  const shapes = shapesOf('rds');
  const sizes = users.flatMap(({ properties }) => shapes[String(stringAt(properties, 'DBInstanceClass'))]?.memoryGib ?? []);
  return sizes.length === 0 ? undefined : Math.min(...sizes);
}

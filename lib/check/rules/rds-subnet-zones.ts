import { subnetsIn, zoneCount } from '../network';
import type { Rule } from '../rule';
import { listAt, UNKNOWN } from '../values';

export const rdsSubnetZones: Rule = {
  id: 'rds-subnet-zones',
  severity: 'error',
  description: 'Subnet group of a database covers one zone only',
  fix: 'Name subnets of at least two zones',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
  *check(context) {
    for (const group of context.ofType('AWS::RDS::DBSubnetGroup', 'AWS::DocDB::DBSubnetGroup')) {
      const list = listAt(group.properties, 'SubnetIds');
      if (list === UNKNOWN) continue;
      const subnets = subnetsIn(list, context);
      const count = Math.min(list.length, (subnets.length === list.length ? zoneCount(subnets) : undefined) ?? list.length);
      if (count < 2)
        yield {
          resource: group,
          path: 'Properties.SubnetIds',
          received: `in ${count} zone${count === 1 ? '' : 's'}`,
          expected: 'subnets of at least two zones',
        };
    }
  },
};

import { ordered, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const rdsStorageLimit: Rule = {
  id: 'rds-storage-limit',
  severity: 'error',
  description: 'Maximum of storage autoscaling is below the allocated storage of a database',
  fix: 'Set MaxAllocatedStorage to more than AllocatedStorage',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html',
  check: (context) => violationsOf(context, 'AWS::RDS::DBInstance', ordered('AllocatedStorage', 'MaxAllocatedStorage')),
};

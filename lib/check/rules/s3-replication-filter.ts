import type { Rule } from '../rule';
import { isAbsent, itemsAt } from '../values';

/** Properties that a rule with a filter must have. */
const REQUIRED = ['DeleteMarkerReplication', 'Priority'];

export const s3ReplicationFilter: Rule = {
  id: 's3-replication-filter',
  severity: 'error',
  description: 'Replication rule with a filter does not state its priority, or whether it replicates delete markers',
  fix: 'Set Priority and DeleteMarkerReplication next to Filter',
  citation: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketReplication.html',
  *check(context) {
    for (const bucket of context.ofType('AWS::S3::Bucket')) {
      for (const [index, rule] of itemsAt(bucket.properties, 'ReplicationConfiguration', 'Rules').entries()) {
        if (isAbsent(rule, 'Filter')) continue;
        for (const name of REQUIRED.filter((each) => isAbsent(rule, each)))
          yield {
            resource: bucket,
            path: `Properties.ReplicationConfiguration.Rules[${index}].${name}`,
            expected: 'a value next to Filter',
          };
      }
    }
  },
};

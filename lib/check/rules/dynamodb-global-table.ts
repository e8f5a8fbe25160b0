import { mayBeOther } from '../requirements';
import type { Rule } from '../rule';
import { isAbsent, itemsAt, stringAt } from '../values';

export const dynamodbGlobalTable: Rule = {
  id: 'dynamodb-global-table',
  severity: 'error',
  description: 'Global table has several replicas and no stream, or provisioned capacity and no settings for writes',
  fix: 'Set StreamSpecification to NEW_AND_OLD_IMAGES, and WriteProvisionedThroughputSettings or PAY_PER_REQUEST',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html',
  *check(context) {
    for (const table of context.ofType('AWS::DynamoDB::GlobalTable')) {
      const { properties } = table;
      const replicas = itemsAt(properties, 'Replicas').filter((replica) => !mayBeOther(replica));
      // With strong consistency between regions, a stream is optional.
      const isStrong = stringAt(properties, 'MultiRegionConsistency') === 'STRONG';
      if (replicas.length > 1 && !isStrong && isAbsent(properties, 'StreamSpecification'))
        yield { resource: table, path: 'Properties.StreamSpecification', expected: `a stream for ${replicas.length} replicas` };
      if (stringAt(properties, 'BillingMode') === 'PROVISIONED' && isAbsent(properties, 'WriteProvisionedThroughputSettings'))
        yield {
          resource: table,
          path: 'Properties.WriteProvisionedThroughputSettings',
          expected: 'settings for BillingMode PROVISIONED',
        };
    }
  },
};

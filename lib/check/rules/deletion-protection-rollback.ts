import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { isFlag } from '../values';

const TYPES = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster', 'AWS::DynamoDB::Table'];

export const deletionProtectionRollback: Rule = {
  id: 'deletion-protection-rollback',
  severity: 'info',
  description: 'Resource is protected from deletion when it is created: a failed creation of the stack cannot be rolled back',
  fix: 'Before the first deployment, turn DeletionProtection off, and turn it on in the second one. The template of a deployed stack needs no change',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
  unsettled:
    'For RDS, the source of the resource types that AWS publishes fails the deletion of a protected resource (aws-cloudformation-resource-providers-rds, DeleteHandler), in a rollback too; for DocumentDB and DynamoDB the rule expects the same. Only Retain avoids it, at the cost of an orphan',
  *check(context) {
    for (const resource of context.ofType(...TYPES)) {
      const name = resource.type === 'AWS::DynamoDB::Table' ? 'DeletionProtectionEnabled' : 'DeletionProtection';
      if (!isFlag(true, resource.properties, name) || resource.deletionPolicy === 'Retain') continue;
      yield {
        resource,
        path: `Properties.${name}`,
        received: `true with DeletionPolicy ${shown(resource.deletionPolicy ?? 'Delete')}`,
        expected: 'false at creation, or DeletionPolicy Retain',
      };
    }
  },
};

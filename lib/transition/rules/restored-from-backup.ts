import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Property of each type that names the backup that the resource is created from. */
const BACKUP: Readonly<Record<string, string>> = {
  'AWS::RDS::DBInstance': 'DBSnapshotIdentifier',
  'AWS::RDS::DBCluster': 'SnapshotIdentifier',
  'AWS::DocDB::DBCluster': 'SnapshotIdentifier',
  'AWS::ElastiCache::ReplicationGroup': 'SnapshotName',
};

export const restoredFromBackup: TransitionRule = {
  id: 'restored-from-backup',
  description:
    'CloudFormation replaces a data store whose snapshot changes, with one from the new snapshot; without a snapshot, with an empty one',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbcluster.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    for (const [type, property] of Object.entries(BACKUP)) {
      for (const change of context.updated(type)) {
        if (!changesProperty(change, property)) continue;
        yield {
          resource: change.id,
          class: 'needs-data-migration',
          properties: [property],
          text:
            change.after.properties[property] === undefined
              ? 'without its snapshot, it is replaced by an empty one: the snapshot must stay set'
              : 'it is replaced by one from the snapshot, which does not contain later changes',
        };
      }
    }
  },
};

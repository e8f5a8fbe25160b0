import { isTrue } from '../property-value';
import type { TransitionRule } from '../rule';

export const rdsEncryption: TransitionRule = {
  id: 'rds-encryption',
  description: 'RDS and DocumentDB set encryption of storage only at creation: a change replaces the database with an empty one',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html'],
  asOf: '2026-11-29',
  *judge(context) {
    for (const { id, before, after } of context.changed(
      'StorageEncrypted',
      'AWS::RDS::DBInstance',
      'AWS::RDS::DBCluster',
      'AWS::DocDB::DBCluster',
    )) {
      if (isTrue(before, 'StorageEncrypted') === isTrue(after, 'StorageEncrypted')) continue;
      // An instance of a cluster holds no data of its own: the cluster is judged.
      if (after.properties.DBClusterIdentifier !== undefined) continue;
      // A database from a snapshot is encrypted like it.
      if (['DBSnapshotIdentifier', 'SnapshotIdentifier'].some((name) => after.properties[name] !== undefined)) continue;
      yield {
        resource: id,
        class: 'needs-data-migration',
        properties: ['StorageEncrypted'],
        text: 'the database is replaced by an empty one; copy a snapshot with the new encryption and restore it',
      };
    }
  },
};

import { is } from '../property-condition';
import { noneOf, required, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';

/** Reserved words that are likely names of users. Source: Amazon Redshift database developer guide, "Reserved words". */
const RESERVED = [
  'all',
  'backup',
  'default',
  'group',
  'new',
  'old',
  'open',
  'public',
  'session_user',
  'snapshot',
  'system',
  'table',
  'user',
];

export const redshiftCluster: Rule = {
  id: 'redshift-cluster',
  severity: 'error',
  description: 'Redshift cluster of several nodes has no number of them, or a user with a reserved name',
  fix: 'Set NumberOfNodes with ClusterType multi-node, and another MasterUsername',
  citation: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::Redshift::Cluster',
      when(is('ClusterType', 'multi-node'), required('NumberOfNodes'), within('NumberOfNodes', { least: 2 })),
      when(is('ClusterType', 'single-node'), within('NumberOfNodes', { most: 1 })),
      noneOf('MasterUsername', ...RESERVED),
    ),
};

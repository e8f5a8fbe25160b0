import { isTrue } from '../property-value';
import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Properties that resize a cluster. */
const SIZES = ['ClusterType', 'NodeType', 'NumberOfNodes'];

export const redshiftResize: TransitionRule = {
  id: 'redshift-resize',
  description:
    'Amazon Redshift is read-only while it resizes a cluster: an elastic resize typically takes 10 to 15 minutes, a classic one hours to days',
  sources: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/resizing-cluster.html',
    'https://docs.aws.amazon.com/redshift/latest/APIReference/API_ResizeCluster.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const change of context.updated('AWS::Redshift::Cluster')) {
      const properties = SIZES.filter((name) => changesProperty(change, name));
      if (properties.length === 0) continue;
      // "An example of when to use it is when resizing to or from a single-node cluster."
      const isClassic = isTrue(change.after, 'Classic') || properties.includes('ClusterType');
      yield {
        resource: change.id,
        class: 'in-place-with-interruption',
        properties,
        text: `${properties.join(', ')}: ${isClassic ? 'a classic' : 'an elastic'} resize, during which the cluster is read-only`,
        interruption: { of: 'writes to the data warehouse', ...(isClassic ? { lowMinutes: 120 } : { lowMinutes: 10, highMinutes: 15 }) },
      };
    }
  },
};

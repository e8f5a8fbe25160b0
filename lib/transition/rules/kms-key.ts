import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Properties that KMS sets only when it creates a key. The specification states an update for them. */
const FIXED = ['KeySpec', 'KeyUsage', 'MultiRegion', 'Origin'];

export const kmsKey: TransitionRule = {
  id: 'kms-key',
  description: 'CloudFormation fails an update of the type, usage, origin or multi-Region property of a KMS key',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html'],
  asOf: '2026-11-30',
  *judge(context) {
    for (const change of context.updated('AWS::KMS::Key')) {
      const properties = FIXED.filter((name) => changesProperty(change, name));
      if (properties.length === 0) continue;
      const text = `${properties.join(', ')}: KMS sets them at creation; create another key under another logical ID`;
      yield { resource: change.id, class: 'rejected', properties, text };
    }
  },
};

import { textOf } from '../property-value';
import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Properties of a version of a document. */
const OF_VERSION = ['Attachments', 'Content', 'DocumentFormat', 'Requires', 'TargetType', 'VersionName'];

export const ssmDocument: TransitionRule = {
  id: 'ssm-document',
  description:
    'CloudFormation adds a version to a document of Systems Manager with UpdateMethod NewVersion, and replaces the document without it',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-document.html'],
  asOf: '2026-11-30',
  *judge(context) {
    for (const change of context.updated('AWS::SSM::Document')) {
      const properties = OF_VERSION.filter((name) => changesProperty(change, name));
      if (properties.length === 0 || textOf(change.after, 'UpdateMethod') !== 'NewVersion') continue;
      yield { resource: change.id, class: 'in-place', properties, text: `${properties.join(', ')}: a new version becomes the default` };
    }
  },
};

import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Properties of a nested stack whose change updates its resources. */
const OF_RESOURCES = ['TemplateURL', 'Parameters'];

export const nestedStack: TransitionRule = {
  id: 'nested-stack',
  description: 'CloudFormation updates the resources of a nested stack with it, whose effects are unknown without its template',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const change of context.updated('AWS::CloudFormation::Stack')) {
      const { id: resource, before, after } = change;
      const properties = OF_RESOURCES.filter((name) => changesProperty(change, name));
      // The resources of templates that were read are compared themselves.
      const isRead = before.nestedTemplate !== undefined && after.nestedTemplate !== undefined;
      if (properties.length === 0 || isRead) continue;
      yield {
        resource,
        class: 'in-place-with-interruption',
        properties,
        text: `${properties.join(', ')}: the effects on the resources of the nested stack are unknown; compare its templates`,
        interruption: { of: 'resources of the nested stack', lowMinutes: 0 },
      };
    }
  },
};

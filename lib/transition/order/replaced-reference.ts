import { referencesIn } from '../../cloudformation/references';
import type { OrderRule } from '../order-rule';
import { replacingReferences } from '../replaced-referrers';

export const replacedReference: OrderRule = {
  id: 'replaced-reference',
  description: 'CloudFormation replaces a resource with one that it refers to, if a change of the referring property requires it',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-changesets-samples.html',
  ],
  asOf: '2026-11-30',
  *judge({ changes }, replaced) {
    for (const change of changes) {
      const properties = replacingReferences(change, replaced);
      if (properties.length === 0) continue;
      const names = referencesIn(properties.map((name) => change.after?.properties[name])).filter((id) => replaced.has(id));
      const text = `${properties.join(', ')}: another value, because ${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} replaced`;
      yield { resource: change.id, class: 'replaced', properties, text };
    }
  },
};

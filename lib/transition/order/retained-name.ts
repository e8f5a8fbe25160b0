import { holdsData } from '../data-outcome';
import { naturalKeyOf } from '../natural-keys';
import type { OrderRule } from '../order-rule';

export const retainedName: OrderRule = {
  id: 'retained-name',
  description: 'A retained resource keeps its name: an update that creates it again is rejected until it is imported, renamed or deleted',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html',
  ],
  asOf: '2026-11-28',
  *judge(context) {
    for (const resource of context.removed()) {
      const isRetained = resource.deletionPolicy?.startsWith('Retain') === true;
      if (!isRetained || !holdsData(resource) || naturalKeyOf(resource) === undefined) continue;
      yield { resource: resource.id, class: 'removed', text: 'it is retained under a fixed name: a move back is rejected while it exists' };
    }
  },
};

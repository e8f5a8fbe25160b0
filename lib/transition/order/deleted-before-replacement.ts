import { DELETED_FIRST } from '../deleted-first';
import type { OrderRule } from '../order-rule';

export const deletedBeforeReplacement: OrderRule = {
  id: 'deleted-before-replacement',
  description:
    'CloudFormation deletes a resource before it creates its replacement, if the schema of its type states the replacement strategy delete_then_create',
  sources: [
    'https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html#schema-properties-replacementstrategy',
  ],
  asOf: '2026-11-30',
  *judge({ changes }, replaced) {
    for (const { id, after } of changes) {
      if (after === undefined || !replaced.has(id) || !DELETED_FIRST.has(after.type)) continue;
      yield { resource: id, class: 'replaced', text: 'CloudFormation deletes it before it creates its replacement' };
    }
  },
};

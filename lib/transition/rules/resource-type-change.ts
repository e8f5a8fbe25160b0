import type { TransitionRule } from '../rule';

export const resourceTypeChange: TransitionRule = {
  id: 'resource-type-change',
  description: 'CloudFormation rejects an update that changes the type of a logical ID',
  sources: ['https://github.com/aws/aws-sam-cli/issues/6786'],
  asOf: '2026-11-29',
  *judge({ changes }) {
    for (const { id, before, after } of changes) {
      if (before === undefined || after === undefined || before.type === after.type) continue;
      yield { resource: id, class: 'rejected', text: `the type changes from ${before.type} to ${after.type} under one logical ID` };
    }
  },
};

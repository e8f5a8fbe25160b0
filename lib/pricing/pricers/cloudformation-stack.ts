import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';

/** Nested stack. Its resources are estimated if its template was read too; otherwise they are unknown. */
export const cloudformationStack: Pricer = {
  types: ['AWS::CloudFormation::Stack'],
  charges: ({ nestedTemplate }) => {
    if (nestedTemplate !== undefined) return [];
    throw new UnreadableProperty({ kind: 'nested-template-not-read' });
  },
  freeReason: ({ nestedTemplate }) => (nestedTemplate === undefined ? undefined : { kind: 'billed-in-template', template: nestedTemplate }),
};

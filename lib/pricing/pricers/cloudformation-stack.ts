import { type Pricer, UnreadableProperty } from '../pricer';

/** Nested stack. Its resources are estimated if its template was read too; otherwise they are unknown. */
export const cloudformationStack: Pricer = {
  types: ['AWS::CloudFormation::Stack'],
  charges: ({ nestedTemplate }) => {
    if (nestedTemplate !== undefined) return [];
    throw new UnreadableProperty(
      'the template of this nested stack is not in the folder of its parent; estimate the cdk.out folder instead',
    );
  },
  freeReason: ({ nestedTemplate }) => (nestedTemplate === undefined ? undefined : `its resources are billed in ${nestedTemplate}`),
};

import { type Pricer, UnreadableProperty } from '../pricer';

/** A nested stack: its resources are on the bill when its template was read too, and unknown otherwise. */
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

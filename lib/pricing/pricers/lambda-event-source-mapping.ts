import { billedAs } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';

/** Event source of a Lambda function: a part of the function, unless it has provisioned pollers, which have a charge. */
export const lambdaEventSourceMapping: Pricer = {
  types: ['AWS::Lambda::EventSourceMapping'],
  charges: ({ properties }) => {
    if (properties.ProvisionedPollerConfig === undefined) return [];
    throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'ProvisionedPollerConfig', feature: 'provisioned pollers' });
  },
  freeReason: () => billedAs('function'),
};

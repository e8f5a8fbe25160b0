import type { Pricer } from '../pricer';
import { emrDisks, emrGroupCharges } from './emr-groups';

/** Task instance group of an EMR cluster that is a resource of its own. */
export const emrInstanceGroupConfig: Pricer = {
  types: ['AWS::EMR::InstanceGroupConfig'],
  charges: (resource, context) => [
    ...emrGroupCharges(resource, { group: resource.properties, role: 'task', ends: false }, context),
    emrDisks(resource, context),
  ],
};

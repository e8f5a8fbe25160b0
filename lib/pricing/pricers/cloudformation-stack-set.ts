import type { Pricer } from '../pricer';
import { createdResources } from './created-resources';

/**
 * Stack set, which has no charge. Its stacks are created in target accounts, which are billed for their resources, and organizational units
 * gain and lose accounts in operation: the cost of the stacks is usage. Source: AWS CloudFormation user guide, "Managing stacks across
 * accounts and Regions with StackSets".
 */
export const cloudformationStackSet: Pricer = {
  types: ['AWS::CloudFormation::StackSet'],
  charges: (resource, context) => [createdResources(resource, context, 'stack instances')],
};

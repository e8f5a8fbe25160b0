import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/**
 * CodeCommit repository, charged by the users that are active in the month. A user of several repositories is charged once: declare
 * such users for one of them. The first five users of the account, which have no charge, are left out.
 */
export const codecommitRepository: Pricer = {
  types: ['AWS::CodeCommit::Repository'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'repository-users',
      sku: 'codecommit/active-users',
      group: 'compute',
      key: 'monthlyActiveUsers',
    }),
  ],
};

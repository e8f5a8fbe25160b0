import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/** Container images. */
export const ecrRepository: Pricer = {
  types: ['AWS::ECR::Repository'],
  charges: (resource, context) => [
    usageCharge(resource, context, { name: 'Stored gigabytes (images)', sku: 'ecr/storage', group: 'storage and backup', key: 'storedGb' }),
  ],
};

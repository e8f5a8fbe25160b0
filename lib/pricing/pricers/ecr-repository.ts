import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/** ECR repository: stored container images. */
export const ecrRepository: Pricer = {
  types: ['AWS::ECR::Repository'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'image-storage-gb-months',
      sku: 'ecr/storage',
      group: 'storage and backup',
      key: 'storedGb',
    }),
  ],
};

import type { Pricer } from '../pricer';
import { ONE, usageCharge } from './quantities';

const GROUP = 'observability and security';

/** Customer managed KMS key, before its first rotation, and the requests that use it. */
export const kmsKey: Pricer = {
  types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  charges: (resource, context) => [
    { kind: 'encryption-keys', sku: 'kms/key', quantity: ONE, group: GROUP },
    usageCharge(resource, context, { kind: 'encryption-key-requests', sku: 'kms/requests', group: GROUP, key: 'apiCalls', per: 10_000 }),
  ],
};

import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Pricer, PricingContext } from '../pricer';
import { pointedAt } from './following';
import { optionalText } from './properties';
import { ONE, usageCharge } from './quantities';

const GROUP = 'observability and security';

/** Customer managed KMS key, before its first rotation, and the requests that use it. */
export const kmsKey: Pricer = {
  types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  charges: (resource, context) => [
    { kind: 'encryption-keys', sku: 'kms/key', quantity: ONE, group: GROUP },
    usageCharge(resource, context, {
      kind: 'encryption-key-requests',
      sku: isAsymmetric(resource, context) ? 'kms/asymmetric-requests' : 'kms/requests',
      group: GROUP,
      key: 'apiCalls',
      per: 10_000,
    }),
  ],
};

/** Keys whose requests cost as much as those of symmetric keys. Source: AWS KMS pricing: all asymmetric requests "except RSA 2048". */
const SYMMETRIC_PRICE = /^(?:SYMMETRIC_DEFAULT|HMAC_\d+|RSA_2048)$/;
const KEY = { type: 'AWS::KMS::Key', nameKey: 'KeyId' } as const;

/** A replica has the specification of its primary key. */
function isAsymmetric(resource: TemplateResource, context: PricingContext): boolean {
  const { properties } = pointedAt(resource.properties, 'PrimaryKeyArn', KEY, context) ?? resource;
  return !SYMMETRIC_PRICE.test(optionalText(properties, 'KeySpec') ?? 'SYMMETRIC_DEFAULT');
}

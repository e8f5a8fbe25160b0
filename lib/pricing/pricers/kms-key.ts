import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { pointedAt } from './following';
import { flag, isIntrinsic, optionalText, type Properties } from './properties';
import { ONE, usageCharge } from './quantities';

const GROUP = 'observability and security';

/** Customer managed KMS key, with its rotations in high, and the requests that use it. */
export const kmsKey: Pricer = {
  types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  charges: (resource, context) => {
    const { properties } = primaryOf(resource, context) ?? resource;
    return [
      keyCharge(properties),
      usageCharge(resource, context, {
        kind: 'encryption-key-requests',
        sku: isAsymmetric(properties) ? 'kms/asymmetric-requests' : 'kms/requests',
        group: GROUP,
        key: 'apiCalls',
        per: 10_000,
      }),
    ];
  },
};

const KEY = { type: 'AWS::KMS::Key', nameKey: 'KeyId' } as const;

/** A replica has the specification of its primary key, and is rotated with it. */
function primaryOf({ properties }: TemplateResource, context: PricingContext): TemplateResource | undefined {
  return pointedAt(properties, 'PrimaryKeyArn', KEY, context);
}

/** Rotations that add the price of a key each. Source: AWS KMS pricing, "This price increase is capped at the second rotation". */
const PAID_ROTATIONS = 2;

/** A new key has no rotation: low and mid are its price until the first one, high is its price from the second one on. */
function keyCharge(properties: Properties): Charge {
  const key = { kind: 'encryption-keys', sku: 'kms/key', quantity: ONE, group: GROUP } as const;
  if (!isIntrinsic(properties.EnableKeyRotation) && !flag(properties, 'EnableKeyRotation', false)) return key;
  return { ...key, details: [`with up to ${PAID_ROTATIONS} rotations`], quantity: { ...ONE, high: ONE.high + PAID_ROTATIONS } };
}

/** Keys whose requests cost as much as those of symmetric keys. Source: AWS KMS pricing: all asymmetric requests "except RSA 2048". */
const SYMMETRIC_PRICE = /^(?:SYMMETRIC_DEFAULT|HMAC_\d+|RSA_2048)$/;

function isAsymmetric(properties: Properties): boolean {
  return !SYMMETRIC_PRICE.test(optionalText(properties, 'KeySpec') ?? 'SYMMETRIC_DEFAULT');
}

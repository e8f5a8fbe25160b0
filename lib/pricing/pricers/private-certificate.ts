import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Charge, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { followed } from './following';
import { knownWord, object } from './properties';
import { usageCharge } from './quantities';

const AUTHORITY = 'AWS::ACMPCA::CertificateAuthority';
const SHORT_LIVED = 'SHORT_LIVED_CERTIFICATE';
const GENERAL = 'GENERAL_PURPOSE';

/** Mode of a private certificate authority, as names of prices have it. Answers of OCSP have a charge that is not listed. */
export function authorityMode({ properties }: TemplateResource): 'general-purpose' | 'short-lived' {
  const ocsp = object(object(properties, 'RevocationConfiguration'), 'OcspConfiguration');
  if (ocsp.Enabled !== undefined && ocsp.Enabled !== false && ocsp.Enabled !== 'false') {
    throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'RevocationConfiguration', feature: 'OCSP' });
  }
  return knownWord(properties, 'UsageMode', [SHORT_LIVED, GENERAL], GENERAL) === SHORT_LIVED ? 'short-lived' : 'general-purpose';
}

/** The authority that a property refers to. Throws an UnreadableProperty when it is not in the template: its mode decides the price. */
export function authorityOf(arn: unknown, context: PricingContext): TemplateResource {
  const authority = followed(arn, context);
  if (authority?.type === AUTHORITY) return authority;
  throw new UnreadableProperty({ kind: 'outside-template', resource: 'certificate-authority' });
}

/** Certificates of a private authority: each is charged once, in the month of its issue, or of the first export from ACM. */
export function certificatesCharge(resource: TemplateResource, authority: TemplateResource, context: PricingContext): Charge {
  const mode = authorityMode(authority);
  return usageCharge(resource, context, {
    kind: 'private-certificates',
    details: [mode],
    sku: `private-ca/${mode}/certificates`,
    group: 'observability and security',
    key: 'issuedCertificates',
  });
}

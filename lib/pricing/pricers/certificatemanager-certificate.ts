import { noCharge } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { authorityOf, certificatesCharge } from './private-certificate';
import { optionalText } from './properties';

/**
 * Certificate of ACM. A public one has no charge; one of a private certificate authority, or one that may be exported, has.
 * Sources: AWS Certificate Manager pricing, AWS Private CA pricing.
 */
export const certificatemanagerCertificate: Pricer = {
  types: ['AWS::CertificateManager::Certificate'],
  charges: (resource, context) => {
    const { properties } = resource;
    if (properties.CertificateAuthorityArn !== undefined) {
      return [certificatesCharge(resource, authorityOf(properties.CertificateAuthorityArn, context), context)];
    }
    if (optionalText(properties, 'CertificateExport') === 'ENABLED') {
      throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'CertificateExport', feature: 'an exportable certificate' });
    }
    return [];
  },
  freeReason: () => noCharge('public-certificates'),
};

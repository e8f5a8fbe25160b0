import { noCharge } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { optionalText } from './properties';

/**
 * Certificate of ACM. A public one has no charge; one of a private certificate authority, or one that may be exported, has.
 * Sources: AWS Certificate Manager pricing, AWS Private CA pricing.
 */
export const certificatemanagerCertificate: Pricer = {
  types: ['AWS::CertificateManager::Certificate'],
  charges: ({ properties }) => {
    if (properties.CertificateAuthorityArn !== undefined) {
      throw new UnreadableProperty({
        kind: 'unlisted-extra',
        property: 'CertificateAuthorityArn',
        feature: 'a private certificate authority',
      });
    }
    if (optionalText(properties, 'CertificateExport') === 'ENABLED') {
      throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'CertificateExport', feature: 'an exportable certificate' });
    }
    return [];
  },
  freeReason: () => noCharge('public-certificates'),
};

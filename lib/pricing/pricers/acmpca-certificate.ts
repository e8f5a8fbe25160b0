import type { Pricer } from '../pricer';
import { authorityOf, certificatesCharge } from './private-certificate';

/** Certificate that a private certificate authority issues. */
export const acmpcaCertificate: Pricer = {
  types: ['AWS::ACMPCA::Certificate'],
  charges: (resource, context) => [
    certificatesCharge(resource, authorityOf(resource.properties.CertificateAuthorityArn, context), context),
  ],
};

import type { Pricer } from '../pricer';
import { authorityMode } from './private-certificate';
import { ONE } from './quantities';

/** Private certificate authority, by its mode. Its certificates are resources of their own. */
export const acmpcaCertificateAuthority: Pricer = {
  types: ['AWS::ACMPCA::CertificateAuthority'],
  charges: (resource) => {
    const mode = authorityMode(resource);
    return [
      {
        kind: 'certificate-authorities',
        details: [mode],
        sku: `private-ca/${mode}/authority`,
        quantity: ONE,
        group: 'observability and security',
      },
    ];
  },
};

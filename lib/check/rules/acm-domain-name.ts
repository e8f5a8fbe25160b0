import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, rawAt } from '../values';

/** Characters of the first name of a certificate, at most. */
const MOST_CHARACTERS = 64;

export const acmDomainName: Rule = {
  id: 'acm-domain-name',
  severity: 'error',
  description: 'First name of a certificate is longer than 64 characters, or a name has an asterisk elsewhere than at its start',
  fix: 'Make the shortest name DomainName and the others SubjectAlternativeNames; write an asterisk as the first label only',
  citation: 'https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html',
  *check(context) {
    for (const certificate of context.ofType('AWS::CertificateManager::Certificate')) {
      const first = rawAt(certificate.properties, 'DomainName');
      if (isKnownString(first) && first.length > MOST_CHARACTERS)
        yield {
          resource: certificate,
          path: 'Properties.DomainName',
          received: `${first.length} characters`,
          expected: `at most ${MOST_CHARACTERS}`,
        };
      const names = [
        { name: first, path: 'Properties.DomainName' },
        ...itemsAt(certificate.properties, 'SubjectAlternativeNames').map((name, index) => ({
          name,
          path: `Properties.SubjectAlternativeNames[${index}]`,
        })),
      ];
      for (const { name, path } of names) {
        if (!isKnownString(name) || !name.replace(/^\*\./, '').includes('*')) continue;
        yield { resource: certificate, path, received: shown(name), expected: 'an asterisk as the first label only' };
      }
    }
  },
};

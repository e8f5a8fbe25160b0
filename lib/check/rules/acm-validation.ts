import { is, lacks } from '../property-condition';
import { absent, atMostOne, each, oneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const acmValidation: Rule = {
  id: 'acm-validation',
  severity: 'error',
  description: 'Certificate sets both HostedZoneId and ValidationDomain for a name, or a key algorithm that ACM can only import',
  fix: 'Keep HostedZoneId or ValidationDomain, and set KeyAlgorithm to RSA_2048, EC_prime256v1 or EC_secp384r1',
  citation: 'https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::CertificateManager::Certificate',
      each('DomainValidationOptions', atMostOne('HostedZoneId', 'ValidationDomain')),
      when(is('ValidationMethod', 'EMAIL'), each('DomainValidationOptions', absent('HostedZoneId'))),
      when(lacks('CertificateAuthorityArn'), oneOf('KeyAlgorithm', ['RSA_2048', 'EC_prime256v1', 'EC_secp384r1'])),
    ),
};

import { is, isOther } from '../property-condition';
import { noneOf, oneOf, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

/** Usages of the specifications of keys. Source: the page of the citation, KeyUsage. */
const USAGES = (
  [
    [
      ['RSA_2048', 'RSA_3072', 'RSA_4096'],
      ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'],
    ],
    [
      ['ECC_NIST_P256', 'ECC_NIST_P384', 'ECC_NIST_P521'],
      ['SIGN_VERIFY', 'KEY_AGREEMENT'],
    ],
    [['ECC_SECG_P256K1', 'ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87'], ['SIGN_VERIFY']],
    [['HMAC_224', 'HMAC_256', 'HMAC_384', 'HMAC_512'], ['GENERATE_VERIFY_MAC']],
    [['SYMMETRIC_DEFAULT'], ['ENCRYPT_DECRYPT']],
  ] as const
).map(([specs, usages]) => when(is('KeySpec', ...specs), oneOf('KeyUsage', usages)));

export const kmsKey: Rule = {
  id: 'kms-key',
  severity: 'error',
  description:
    'Key has a usage that its specification does not offer, none next to an asymmetric or HMAC specification, or rotation of such a key',
  fix: 'Set KeyUsage to one that KeySpec offers, and EnableKeyRotation for symmetric encryption keys only',
  citation: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::KMS::Key',
      ...USAGES,
      when(isOther('KeySpec', 'SYMMETRIC_DEFAULT'), required('KeyUsage'), noneOf('EnableKeyRotation', 'true')),
    ),
};

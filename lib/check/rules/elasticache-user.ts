import { is } from '../property-condition';
import { absent, count, eachMatching, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const LENGTH = /^.{16,128}$/;

export const elasticacheUser: Rule = {
  id: 'elasticache-user',
  severity: 'error',
  description: 'User of a cache has passwords although it requires none, more than two, or one that is not 16 to 128 characters',
  fix: 'Set Passwords to one or two texts of 16 to 128 characters, or NoPasswordRequired to true',
  citation: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::ElastiCache::User',
      when(is('NoPasswordRequired', 'true'), absent('Passwords')),
      count('Passwords', { most: 2 }),
      eachMatching('Passwords', LENGTH, '16 to 128 characters'),
      eachMatching('AuthenticationMode.Passwords', LENGTH, '16 to 128 characters'),
    ),
};

import { is, matches } from '../property-condition';
import { oneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const rdsLicense: Rule = {
  id: 'rds-license',
  severity: 'error',
  description: 'Database has the license model of another engine',
  fix: 'Set LicenseModel to that of the engine, or remove it',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::RDS::DBInstance',
      when(is('Engine', 'mysql', 'mariadb'), oneOf('LicenseModel', ['general-public-license'])),
      when(is('Engine', 'postgres'), oneOf('LicenseModel', ['postgresql-license'])),
      when(matches('Engine', /^oracle-/, 'Oracle'), oneOf('LicenseModel', ['bring-your-own-license', 'license-included'])),
    ),
};

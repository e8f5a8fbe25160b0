import { is } from '../property-condition';
import { DB_INSTANCE } from '../rds';
import { absent, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const rdsMultiAzZone: Rule = {
  id: 'rds-multi-az-zone',
  severity: 'error',
  description: 'Multi-AZ database sets an Availability Zone',
  fix: 'Remove AvailabilityZone, or MultiAZ',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  check: (context) => violationsOf(context, DB_INSTANCE, when(is('MultiAZ', 'true'), absent('AvailabilityZone'))),
};

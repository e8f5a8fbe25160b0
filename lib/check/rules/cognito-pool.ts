import { is, isOther } from '../property-condition';
import { atMostOne, each, noneOf, required, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';
import { itemsAt } from '../values';

/** Attributes that every user pool has. Source: the page of the citation. */
const STANDARD = [
  'address',
  'birthdate',
  'email',
  'email_verified',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'phone_number_verified',
  'picture',
  'preferred_username',
  'profile',
  'sub',
  'updated_at',
  'website',
  'zoneinfo',
];

const SMS_FACTOR = { holds: (pool: unknown) => itemsAt(pool, 'EnabledMfas').includes('SMS_MFA'), words: 'SMS_MFA' };

export const cognitoPool: Rule = {
  id: 'cognito-pool',
  severity: 'error',
  description:
    'Settings of a user pool exclude each other, or require others: AliasAttributes with UsernameAttributes, required custom attributes, a minimum password length below 6, SES without a source address, SMS codes without an SMS configuration',
  fix: 'Keep AliasAttributes or UsernameAttributes, set MinimumLength to 6 to 99, Required for standard attributes only, SourceArn with EmailSendingAccount DEVELOPER, and SmsConfiguration with SMS_MFA',
  citation: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
  unsettled:
    'The page describes aliases and usernames as alternatives. The Terraform provider documents that they conflict: https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/cognito_user_pool.html.markdown',
  check: (context) =>
    violationsOf(
      context,
      'AWS::Cognito::UserPool',
      atMostOne('UsernameAttributes', 'AliasAttributes'),
      within('Policies.PasswordPolicy.MinimumLength', { least: 6, most: 99 }),
      each('Schema', when(isOther('Name', ...STANDARD), noneOf('Required', 'true'))),
      when(is('EmailConfiguration.EmailSendingAccount', 'DEVELOPER'), required('EmailConfiguration.SourceArn')),
      when(SMS_FACTOR, required('SmsConfiguration')),
    ),
};

import type { Charge, Pricer } from '../pricer';
import { object, optionalText } from './properties';
import { usageCharge } from './quantities';

const GROUP = 'observability and security';
/** Feature plan of a pool that names none. Source: AWS CloudFormation template reference, UserPoolTier. */
const DEFAULT_TIER = 'ESSENTIALS';

/**
 * Cognito user pool, charged for its monthly active users at the price of its feature plan. The free users of the account are not
 * subtracted, because all of its pools share them. SNS and SES charge for messages to users.
 */
export const cognitoUserPool: Pricer = {
  types: ['AWS::Cognito::UserPool'],
  charges: (resource, context) => {
    const tier = (optionalText(resource.properties, 'UserPoolTier') ?? DEFAULT_TIER).toLowerCase();
    const protection = optionalText(object(resource.properties, 'UserPoolAddOns'), 'AdvancedSecurityMode') ?? 'OFF';
    const usersAt = (sku: string, details: readonly string[]): Charge =>
      usageCharge(resource, context, { kind: 'user-pool-users', details, sku, group: GROUP, key: 'monthlyActiveUsers' });
    return [
      usersAt(`cognito/${tier}`, [tier]),
      ...(protection === 'OFF' || tier === 'plus' ? [] : [usersAt('cognito/advanced-security', ['advanced security'])]),
    ];
  },
};

import { shown } from '../../core/problems';
import { all, is, isByDefault } from '../property-condition';
import { count, oneOf, type Requirement, required, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, listAt, stringAt, UNKNOWN } from '../values';

const FLOWS = 'AllowedOAuthFlows';
const CLIENT_CREDENTIALS = {
  holds: (client: unknown) => itemsAt(client, FLOWS).includes('client_credentials'),
  words: 'client_credentials',
};
/** Grants that send the user back to the app. */
const RETURNS = {
  holds: (client: unknown) => itemsAt(client, FLOWS).some((flow) => flow === 'code' || flow === 'implicit'),
  words: 'code or implicit',
};
/** URLs of the web are secure, except those of the computer itself; those of apps have another scheme. */
const INSECURE = /^http:\/\/(?!localhost|127\.0\.0\.1|\[::1\])/;
/** A day in the units of the validity of tokens. Hours are the default. */
const DAY = { hours: 24, seconds: 86_400, minutes: 1440, days: 1 };

export const cognitoClient: Rule = {
  id: 'cognito-client',
  severity: 'error',
  description:
    'Client of a user pool has OAuth grants without scopes or without a callback URL, client credentials with another grant or without a secret, an insecure URL, a default URL outside of its list, or tokens that are valid for more than a day',
  fix: 'Set AllowedOAuthScopes, and CallbackURLs for code and implicit, keep client_credentials alone with GenerateSecret, use HTTPS, and limit access and ID tokens to a day',
  citation: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html',
  unsettled:
    'The page states grants and scopes as features that AllowedOAuthFlowsUserPoolClient enables. No page states that both lists are required; without them, the client can use no grant',
  check: (context) =>
    violationsOf(
      context,
      'AWS::Cognito::UserPoolClient',
      when(is('AllowedOAuthFlowsUserPoolClient', 'true'), required(FLOWS), required('AllowedOAuthScopes')),
      when(all(is('AllowedOAuthFlowsUserPoolClient', 'true'), RETURNS), required('CallbackURLs')),
      when(CLIENT_CREDENTIALS, count(FLOWS, { most: 1 }), oneOf('GenerateSecret', ['true'], 'false')),
      secureUrls('CallbackURLs'),
      secureUrls('LogoutURLs'),
      defaultUrl,
      ...['AccessToken', 'IdToken'].flatMap(atMostADay),
    ),
};

function secureUrls(list: string): Requirement {
  return function* (client, path) {
    for (const [index, url] of itemsAt(client, list).entries())
      if (isKnownString(url) && INSECURE.test(url))
        yield { path: `${path}.${list}[${index}]`, received: shown(url), expected: 'a URL with https' };
  };
}

function* defaultUrl(client: unknown, path: string): ReturnType<Requirement> {
  const url = stringAt(client, 'DefaultRedirectURI');
  const list = listAt(client, 'CallbackURLs');
  if (!isKnownString(url) || list === UNKNOWN || !list.every(isKnownString) || list.includes(url)) return;
  yield { path: `${path}.DefaultRedirectURI`, received: shown(url), expected: 'a URL of CallbackURLs' };
}

function atMostADay(token: string): readonly Requirement[] {
  return Object.entries(DAY).map(([unit, most], index) => {
    const condition = index === 0 ? isByDefault : is;
    return when(condition(`TokenValidityUnits.${token}`, unit), within(`${token}Validity`, { most }));
  });
}

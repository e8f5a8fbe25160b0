import { is } from '../property-condition';
import { matching, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const snsEndpoint: Rule = {
  id: 'sns-endpoint',
  severity: 'error',
  description: 'Endpoint of a subscription is not of its protocol',
  fix: 'Begin it with https:// or http://, or write an e-mail address, as Protocol says',
  citation: 'https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::SNS::Subscription',
      when(is('Protocol', 'https'), matching('Endpoint', /^https:\/\//, 'a URL with https')),
      when(is('Protocol', 'http'), matching('Endpoint', /^http:\/\//, 'a URL with http')),
      when(is('Protocol', 'email', 'email-json'), matching('Endpoint', /@/, 'an e-mail address')),
    ),
};

import { is } from '../property-condition';
import { matching, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const snsEndpoint: Rule = {
  id: 'sns-endpoint',
  severity: 'error',
  description: 'Endpoint of a subscription is not of its protocol',
  fix: 'Write the URL, e-mail address, phone number or ARN that Protocol names',
  citation: 'https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::SNS::Subscription',
      when(is('Protocol', 'https'), matching('Endpoint', /^https:\/\//, 'a URL with https')),
      when(is('Protocol', 'http'), matching('Endpoint', /^http:\/\//, 'a URL with http')),
      when(is('Protocol', 'sms'), matching('Endpoint', /^\+?[\d ().-]+$/, 'a phone number')),
      when(is('Protocol', 'sqs'), matching('Endpoint', /^arn:[^:]*:sqs:/, 'the ARN of a queue')),
      when(is('Protocol', 'lambda'), matching('Endpoint', /^arn:[^:]*:lambda:/, 'the ARN of a function')),
      when(is('Protocol', 'firehose'), matching('Endpoint', /^arn:[^:]*:firehose:/, 'the ARN of a delivery stream')),
      when(is('Protocol', 'email', 'email-json'), matching('Endpoint', /@/, 'an e-mail address')),
    ),
};

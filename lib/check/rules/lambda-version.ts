import { is } from '../property-condition';
import { absent, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const lambdaVersion: Rule = {
  id: 'lambda-version',
  severity: 'error',
  description: 'Provisioned concurrency is for the latest version of a function, which Lambda rejects',
  fix: 'Name a published version in FunctionVersion',
  citation: 'https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html',
  check: (context) =>
    violationsOf(context, 'AWS::Lambda::Alias', when(is('FunctionVersion', '$LATEST'), absent('ProvisionedConcurrencyConfig'))),
};

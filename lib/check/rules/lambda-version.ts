import { is } from '../property-condition';
import { absent, each, noneOf, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';

export const lambdaVersion: Rule = {
  id: 'lambda-version',
  severity: 'error',
  description: 'Provisioned concurrency or weighted routing is for the latest version of a function, or a weight is above 1',
  fix: 'Name published versions in FunctionVersion, and set FunctionWeight to 0 to 1',
  citation: 'https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html',
  unsettled:
    'The page states versions and aliases; that $LATEST has none is known from a report: https://github.com/zappa/Zappa/issues/1289. The page of aliases states routing: https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::Lambda::Alias',
      when(is('FunctionVersion', '$LATEST'), absent('ProvisionedConcurrencyConfig'), absent('RoutingConfig')),
      each('RoutingConfig.AdditionalVersionWeights', within('FunctionWeight', { least: 0, most: 1 }), noneOf('FunctionVersion', '$LATEST')),
    ),
};

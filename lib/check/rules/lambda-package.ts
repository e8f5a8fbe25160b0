import { all, isByDefault, lacks } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const lambdaPackage: Rule = {
  id: 'lambda-package',
  severity: 'error',
  description: 'Function of a ZIP archive has no handler or no runtime',
  fix: 'Set Handler and Runtime, or PackageType to Image',
  citation: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::Lambda::Function',
      when(all(isByDefault('PackageType', 'Zip'), lacks('Code.ImageUri')), required('Handler'), required('Runtime')),
    ),
};

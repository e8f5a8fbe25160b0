import { matching, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const kmsAlias: Rule = {
  id: 'kms-alias',
  severity: 'error',
  description: 'Alias begins with alias/aws/, which is reserved for keys of AWS',
  fix: 'Choose another name',
  citation: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html',
  check: (context) =>
    violationsOf(context, 'AWS::KMS::Alias', matching('AliasName', /^(?!alias\/aws\/)/, 'a name that does not begin with alias/aws/')),
};

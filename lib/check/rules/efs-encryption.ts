import { has } from '../property-condition';
import { oneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const efsEncryption: Rule = {
  id: 'efs-encryption',
  severity: 'error',
  description: 'File system has a KMS key and is not encrypted, which EFS rejects',
  fix: 'Set Encrypted to true',
  citation: 'https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html',
  check: (context) => violationsOf(context, 'AWS::EFS::FileSystem', when(has('KmsKeyId'), oneOf('Encrypted', ['true'], 'false'))),
};

import { matching, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const s3Name: Rule = {
  id: 's3-name',
  severity: 'error',
  description: 'Bucket has a name that S3 rejects',
  fix: 'Choose 3 to 63 lowercase letters, digits, hyphens and single periods, and no reserved prefix or suffix',
  citation: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::S3::Bucket',
      matching(
        'BucketName',
        /^[a-z0-9]([a-z0-9-]|\.(?!\.)){1,61}[a-z0-9]$/,
        '3 to 63 lowercase letters, digits, hyphens and single periods',
      ),
      matching('BucketName', /^(?!(\d{1,3}\.){3}\d{1,3}$)/, 'no IP address'),
      matching('BucketName', /^(?!xn--|sthree-)/, 'no reserved prefix'),
      matching('BucketName', /(?<!-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/, 'no reserved suffix'),
    ),
};

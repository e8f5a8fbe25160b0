import { intrinsicOf } from '../../cloudformation/references';
import { flatText } from '../flat-text';
import type { Rule } from '../rule';
import { isKnownString, rawAt } from '../values';

const MOST_BYTES = 16_384;
/** Where resources have user data. */
const USER_DATA = {
  'AWS::EC2::Instance': ['UserData'],
  'AWS::EC2::LaunchTemplate': ['LaunchTemplateData', 'UserData'],
  'AWS::AutoScaling::LaunchConfiguration': ['UserData'],
};

export const ec2UserData: Rule = {
  id: 'ec2-user-data',
  severity: 'error',
  description: 'User data is not encoded in base64, or has more than 16 KB before it is',
  fix: 'Use Fn::Base64; download a long script from Amazon S3 in the user data, or put its content into the image',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html',
  *check(context) {
    for (const [type, path] of Object.entries(USER_DATA)) {
      for (const resource of context.ofType(type)) {
        const value = rawAt(resource.properties, ...path);
        if (isPlain(value)) {
          yield { resource, path: `Properties.${path.join('.')}`, received: 'a script', expected: 'Fn::Base64 with the script' };
          continue;
        }
        const bytes = bytesOf(value);
        if (bytes <= MOST_BYTES) continue;
        yield { resource, path: `Properties.${path.join('.')}`, received: `${bytes} bytes`, expected: `at most ${MOST_BYTES}` };
      }
    }
  },
};

/** Bytes of user data before it is encoded; 0 when it is known only at deployment. */
function bytesOf(value: unknown): number {
  const [name, text] = intrinsicOf(value) ?? [];
  if (name === 'Fn::Base64' && isKnownString(text)) return Buffer.byteLength(text);
  return isKnownString(value) ? Buffer.from(value, 'base64').length : 0;
}

/** Whether user data begins as a script or as settings of cloud-init, which no base64 text does. */
function isPlain(value: unknown): boolean {
  return /^\s*(?:#!|#cloud-config|<powershell>|<script>)/i.test(flatText(value) ?? '');
}

import { atDeployment } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';

/**
 * Logical ids of functions that the CDK adds for custom resources: its own providers, log retention, bucket notifications,
 * AwsCustomResource, bucket deployments, values and objects of clusters, and the provider framework.
 */
const ONLY_AT_DEPLOYMENT: readonly RegExp[] = [
  /^Custom\w+CustomResourceProviderHandler[0-9A-F]{8}$/,
  /^LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a/,
  /^BucketNotificationsHandler050a0587b7544547bf325f094a3db834/,
  /^AWS679f53fac002430cb0da5b7982bd2287/,
  /^CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C/,
  /^AWSCDKCfnUtilsProviderCustomResourceProviderHandler[0-9A-F]{8}$/,
  /KubectlProviderHandler[0-9A-F]{8}$/,
  /framework(?:onEvent|isComplete|onTimeout)[0-9A-F]{8}$/,
];

/** Lambda function. The price lists contain no prices of Lambda: functions are unpriced unless only deployments run them. */
export const lambdaFunction: Pricer = {
  types: ['AWS::Lambda::Function'],
  charges: ({ id }) => {
    if (ONLY_AT_DEPLOYMENT.some((pattern) => pattern.test(id))) return [];
    throw new UnreadableProperty({ kind: 'unlisted-service', service: 'lambda' });
  },
  freeReason: () => atDeployment('function'),
};

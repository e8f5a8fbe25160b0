import { atDeployment } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { functionLogs } from './implicit-logs';
import { functionSize } from './lambda-size';
import { type UsageOf, usageCharge } from './quantities';

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

const GROUP = 'compute';

/**
 * Lambda function: requests, duration by memory and architecture, ephemeral storage above 512 MB, and logs. The free requests and GB-seconds
 * of the account are left out, because all of its functions share them. Invocations on provisioned concurrency count at the higher
 * price of other invocations. Functions that a distribution runs at the edge locations have the prices of Lambda@Edge.
 */
export const lambdaFunction: Pricer = {
  types: ['AWS::Lambda::Function'],
  charges: (resource, context) => {
    if (ONLY_AT_DEPLOYMENT.some((pattern) => pattern.test(resource.id))) return [];
    const { architecture, memoryGb, extraDiskGb, isAtEdge } = functionSize(resource, context);
    const usage = (charge: UsageOf) => usageCharge(resource, context, charge);
    return [
      usage({
        kind: 'function-requests',
        ...(isAtEdge && { details: ['Lambda@Edge'] }),
        sku: isAtEdge ? 'lambda-edge/requests' : 'lambda/requests',
        group: GROUP,
        key: 'invocations',
        per: 1_000_000,
      }),
      usage({
        kind: 'function-gb-seconds',
        details: [isAtEdge ? 'Lambda@Edge' : architecture, `${memoryGb * 1_024} MB`],
        sku: isAtEdge ? 'lambda-edge/duration' : `lambda/${architecture}/duration`,
        group: GROUP,
        key: 'functionSeconds',
        per: 1 / memoryGb,
      }),
      ...(extraDiskGb === 0
        ? []
        : [
            usage({
              kind: 'function-disk-gb-seconds',
              sku: 'lambda/ephemeral-storage',
              group: GROUP,
              key: 'functionSeconds',
              per: 1 / extraDiskGb,
            }),
          ]),
      ...functionLogs(resource, context),
    ];
  },
  freeReason: () => atDeployment('function'),
};

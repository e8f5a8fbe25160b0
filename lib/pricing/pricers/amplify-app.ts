import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

const GROUP = 'compute';

/** App of Amplify Hosting: minutes of its builds, its stored files, and the data that is served. */
export const amplifyApp: Pricer = {
  types: ['AWS::Amplify::App'],
  charges: (resource, context) => [
    usageCharge(resource, context, { kind: 'build-minutes', sku: 'amplify/build', group: GROUP, key: 'buildMinutes' }),
    usageCharge(resource, context, { kind: 'site-storage-gb-months', sku: 'amplify/storage', group: GROUP, key: 'storedGb' }),
    usageCharge(resource, context, { kind: 'site-gb', sku: 'amplify/transfer', group: GROUP, key: 'cdnOutGb' }),
  ],
};

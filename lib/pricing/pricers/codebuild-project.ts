import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { object, requiredText } from './properties';
import { usageCharge } from './quantities';

const SIZE = /^BUILD_GENERAL1_(\w+)$/;
/** Environments, as names of prices have them. */
const PLATFORMS: Readonly<Record<string, string>> = {
  ARM_CONTAINER: 'arm',
  LINUX_CONTAINER: 'linux',
  LINUX_GPU_CONTAINER: 'linux-gpu',
  WINDOWS_CONTAINER: 'windows',
  WINDOWS_SERVER_2019_CONTAINER: 'windows',
  WINDOWS_SERVER_2022_CONTAINER: 'windows',
};

/** CodeBuild project, charged by build minutes at the price of its platform and size. The free minutes of the account are left out. */
export const codebuildProject: Pricer = {
  types: ['AWS::CodeBuild::Project'],
  charges: (resource, context) => {
    const environment = object(resource.properties, 'Environment');
    if (environment.Fleet !== undefined) {
      throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'Fleet', feature: 'reserved capacity' });
    }
    const type = requiredText(environment, 'Type');
    const computeType = requiredText(environment, 'ComputeType');
    const platform = (Object.hasOwn(PLATFORMS, type) ? PLATFORMS[type] : undefined) ?? type.toLowerCase();
    const size = (SIZE.exec(computeType)?.[1] ?? computeType).toLowerCase();
    return [
      usageCharge(resource, context, {
        kind: 'build-minutes',
        details: [platform, size],
        sku: `codebuild/${platform}/${size}`,
        group: 'compute',
        key: 'buildMinutes',
      }),
    ];
  },
};

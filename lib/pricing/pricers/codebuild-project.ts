import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { followed } from './following';
import { implicitLogs } from './implicit-logs';
import { object, optionalText, requiredText } from './properties';
import { usageCharge } from './quantities';

const SIZE = /^BUILD_GENERAL1_(\w+)$/;
/** Environments, as names of prices have them. `linuxContainer` is a former spelling, which templates still have. */
const PLATFORMS: ReadonlyMap<string, string> = new Map([
  ['ARM_CONTAINER', 'arm'],
  ['LINUX_CONTAINER', 'linux'],
  ['linuxContainer', 'linux'],
  ['LINUX_GPU_CONTAINER', 'linux-gpu'],
  ['WINDOWS_CONTAINER', 'windows'],
  ['WINDOWS_SERVER_2019_CONTAINER', 'windows'],
  ['WINDOWS_SERVER_2022_CONTAINER', 'windows'],
]);

/**
 * CodeBuild project, charged by build minutes at the price of its platform and size, and its logs, which CodeBuild writes to CloudWatch Logs
 * unless they are disabled. The free minutes of the account are left out.
 */
export const codebuildProject: Pricer = {
  types: ['AWS::CodeBuild::Project'],
  charges: (resource, context) => {
    const environment = object(resource.properties, 'Environment');
    if (environment.Fleet !== undefined) {
      throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'Fleet', feature: 'reserved capacity' });
    }
    const type = requiredText(environment, 'Type');
    const computeType = requiredText(environment, 'ComputeType');
    const platform = PLATFORMS.get(type) ?? type.toLowerCase();
    const size = (SIZE.exec(computeType)?.[1] ?? computeType).toLowerCase();
    return [
      usageCharge(resource, context, {
        kind: 'build-minutes',
        details: [platform, size],
        sku: `codebuild/${platform}/${size}`,
        group: 'compute',
        key: 'buildMinutes',
      }),
      ...buildLogs(resource, context),
    ];
  },
};

/** Logs of builds. A log group of the template has its own lines. Source: AWS CloudFormation, AWS::CodeBuild::Project CloudWatchLogsConfig. */
function buildLogs(resource: TemplateResource, context: PricingContext): readonly Charge[] {
  const logs = object(object(resource.properties, 'LogsConfig'), 'CloudWatchLogs');
  if (optionalText(logs, 'Status') === 'DISABLED') return [];
  return followed(logs.GroupName, context)?.type === 'AWS::Logs::LogGroup' ? [] : implicitLogs(resource, context, 'build logs');
}

import type { TemplateResource } from '../../cloudformation/template-resource';
import { certain } from '../../core/interval';
import { HOURS_PER_MONTH } from '../../core/time';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { implicitLogs } from './implicit-logs';
import { flag, object, optionalNumber, optionalText, type Properties } from './properties';
import { exact, usageCharge } from './quantities';

const GROUP = 'observability and security';
/** `rate(5 minutes)`. Source: AWS CloudFormation, Schedule of AWS::Synthetics::Canary; `rate(0 hour)` is one run. */
const RATE = /^rate\(([1-9]\d*) (minute|hour)s?\)$/;
const HOURS = { minute: 1 / 60, hour: 1 } as const;
/** The least memory of the function of a canary, which one without a stated memory has at least. Source: AWS CloudFormation, MemoryInMB of its RunConfig. */
const LEAST_MEMORY_MB = 960;
const MB_PER_GB = 1_024;

/**
 * Canary: its runs, and the Lambda function, results in Amazon S3 and logs that come with it. The free runs of the account are left out.
 * Source: https://aws.amazon.com/cloudwatch/pricing/.
 */
export const syntheticsCanary: Pricer = {
  types: ['AWS::Synthetics::Canary'],
  charges: (resource, context) => {
    const memoryMb = optionalNumber(object(resource.properties, 'RunConfig'), 'MemoryInMB') ?? LEAST_MEMORY_MB;
    return [
      runs(resource, context),
      usageCharge(resource, context, {
        kind: 'function-gb-seconds',
        details: ['runs of the canary', `${memoryMb} MB`],
        sku: 'lambda/x86/duration',
        group: 'compute',
        key: 'functionSeconds',
        per: MB_PER_GB / memoryMb,
      }),
      usageCharge(resource, context, {
        kind: 'object-storage-gb-months',
        details: ['results of runs'],
        sku: 's3/standard/storage',
        group: 'storage and backup',
        key: 'storedGb',
      }),
      ...implicitLogs(resource, context, 'canary logs'),
    ];
  },
};

/** A canary that is started runs at the rate of its schedule; another schedule, or another start, is usage. */
function runs(resource: TemplateResource, context: PricingContext): Charge {
  const { properties } = resource;
  const hours = hoursBetweenRuns(properties);
  const charge = { kind: 'canary-runs', sku: 'cloudwatch/canary-run', group: GROUP } as const;
  if (hours === undefined) return usageCharge(resource, context, { ...charge, key: 'canaryRuns' });
  return { ...charge, quantity: exact(certain(HOURS_PER_MONTH / hours)) };
}

function hoursBetweenRuns(properties: Properties): number | undefined {
  const schedule = object(properties, 'Schedule');
  const isForever = (optionalNumber(schedule, 'DurationInSeconds') ?? 0) === 0;
  if (!flag(properties, 'StartCanaryAfterCreation', false) || !isForever) return undefined;
  const [, amount, unit] = RATE.exec(optionalText(schedule, 'Expression') ?? '') ?? [];
  return unit === 'minute' || unit === 'hour' ? Number(amount) * HOURS[unit] : undefined;
}

import type { Interval } from '../../core/interval';
import type { Charge, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { hoursOf, ofEach } from './quantities';

/** License that an image includes, as names of prices have it. */
export type License = 'rhel' | 'windows' | `windows-sql-server-${'enterprise' | 'standard' | 'web'}`;

const LICENSE_NAMES: Readonly<Record<License, string>> = {
  rhel: 'RHEL',
  windows: 'Windows Server',
  'windows-sql-server-enterprise': 'Windows Server with SQL Server Enterprise',
  'windows-sql-server-standard': 'Windows Server with SQL Server Standard',
  'windows-sql-server-web': 'Windows Server with SQL Server Web',
};

/** Burstable types have a price of Windows Server for each size. */
const BY_SIZE = /^t[23]a?\./;
/**
 * Types whose license does not cost the price per vCPU: in the AWS Price List of eu-west-1 of 2023, the difference between Windows and Linux
 * is that price in 420 of 480 types, and another one in these.
 */
const OTHER_PRICES = /^(?:c[13]|cr1|d2|g2|hs1|i2|m[123]|r3|t\d+[a-z]*)\.|^c4\.8xlarge$/;
/** Types before the fifth generation have other prices of SQL Server too. */
const OTHER_SQL_SERVER_PRICES = /^[a-z]+[1-4][a-z]*\./;
const LATER_STORAGE_TYPES = /^(?:d3|i3en|i4i)/;
/** SQL Server is licensed for at least four vCPUs. Source: Amazon EC2 user guide, "Optimize CPUs for License-Included instances". */
const LEAST_SQL_SERVER_VCPUS = 4;

/**
 * Most vCPUs at each price of RHEL, from the lowest. Larger types have no list price. Source: Red Hat Enterprise Linux on AWS, RHEL pricing
 * update of 2024.
 */
const RHEL_BANDS = [8, 127] as const;

/** Instances whose image includes a license. */
export interface Licensed {
  /** License of the image. */
  readonly license: License;
  /** Instance type. */
  readonly instanceType: string;
  /** vCPUs that the template enables. Default: all that the instance type has. */
  readonly vcpus?: number;
}

/**
 * Charge of the license of instances, added to the price of Linux: for each vCPU, and for each hour of a burstable type.
 * Source: Amazon EC2 user guide, "Optimize CPUs for License-Included instances".
 */
export function licenseCharge(
  { license, instanceType, vcpus }: Licensed,
  count: Interval,
  { vcpuOf }: Pick<PricingContext, 'vcpuOf'>,
): Charge {
  const details = [instanceType, LICENSE_NAMES[license]];
  const ofHours = hoursOf(count);
  if (license === 'windows' && BY_SIZE.test(instanceType)) {
    return { kind: 'license-hours', details, sku: `ec2-license/windows/${instanceType}`, quantity: ofHours, group: 'compute' };
  }
  if (license === 'rhel') return rhelCharge(instanceType, ofHours, vcpuOf(instanceType));
  const licensed = vcpus ?? vcpuOf(instanceType);
  if (licensed === undefined || !hasListPrice(license, instanceType, licensed)) throw notListed(instanceType);
  return { kind: 'license-vcpu-hours', details, sku: `ec2-license/${license}`, quantity: ofEach(ofHours, licensed), group: 'compute' };
}

/** RHEL costs a price for each vCPU of the instance type, lower in larger types. */
function rhelCharge(instanceType: string, ofHours: Interval, vcpus: number | undefined): Charge {
  const most = RHEL_BANDS.find((band) => vcpus !== undefined && vcpus <= band);
  if (vcpus === undefined || most === undefined) throw notListed(instanceType);
  return {
    kind: 'license-vcpu-hours',
    details: [instanceType, LICENSE_NAMES.rhel],
    sku: `ec2-license/rhel-up-to-${most}-vcpus`,
    quantity: ofEach(ofHours, vcpus),
    group: 'compute',
  };
}

function notListed(instanceType: string): UnreadableProperty {
  return new UnreadableProperty({ kind: 'unlisted-value', property: 'InstanceType', value: instanceType, known: 'licenses' });
}

function hasListPrice(license: License, instanceType: string, vcpus: number): boolean {
  if (OTHER_PRICES.test(instanceType)) return false;
  if (license === 'windows') return true;
  return vcpus >= LEAST_SQL_SERVER_VCPUS && (LATER_STORAGE_TYPES.test(instanceType) || !OTHER_SQL_SERVER_PRICES.test(instanceType));
}

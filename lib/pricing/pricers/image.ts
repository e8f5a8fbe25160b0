import type { PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { isProperties, type Properties } from './properties';

/** Device names of root volumes. Source: Amazon EC2 user guide, device names for volumes. */
const ROOT_DEVICES: ReadonlySet<unknown> = new Set(['/dev/xvda', '/dev/sda1', '/dev/sda', 'xvda', 'root']);

/**
 * Size of the root volume that an image has when the template states none. Sources: Amazon Linux 2023 user guide (8 GiB);
 * Amazon ECS developer guide, ECS-optimized AMIs (30 GiB); awslabs/amazon-eks-ami, templates/al2023/template.json (20 GiB);
 * infracost assumes 8 GB for other images too.
 */
const ROOT_GB = 8;
const ECS_ROOT_GB = 30;
const ECS_IMAGE = /\becs\b/i;
const EKS_ROOT_GB = 20;
const EKS_IMAGE = /\beks\b/i;

/**
 * Images whose root volume is gp3: those of Amazon Linux 2023, also the ECS-optimized ones. Sources: Amazon Linux 2023 user guide,
 * "gp3 as default Amazon EBS volume type"; aws/amazon-ecs-ami, al2023.pkr.hcl; awslabs/amazon-eks-ami, templates/al2023/variables-default.json.
 */
const GP3_IMAGE = /al2023|amazon-linux-2023/i;

/** Operating systems whose instances cost more than Linux. Source: Amazon EC2 user guide, AMI billing information fields. */
const LICENSED = /windows|rhel|red-?hat|suse|sles|sql-?server|ubuntu-pro|macos/i;
/** Tags of Windows user data. Source: Amazon EC2 user guide, "User data scripts" of Windows instances. */
const POWERSHELL = /<powershell>/i;
const BATCH = /^\s*<script>/i;

/** Whether a block device is the root volume of its instance. */
export function isRootDevice(device: Properties): boolean {
  return ROOT_DEVICES.has(device.DeviceName);
}

/** The size of the root volume of an image, GB, when the template states none. */
export function assumedRootGb(image: unknown, context: PricingContext): number {
  const name = imageName(image, context) ?? '';
  if (EKS_IMAGE.test(name)) return EKS_ROOT_GB;
  return ECS_IMAGE.test(name) ? ECS_ROOT_GB : ROOT_GB;
}

/** The type of the root volume of an image; undefined where it is not known. */
export function rootVolumeType(image: unknown, context: PricingContext): string | undefined {
  return GP3_IMAGE.test(imageName(image, context) ?? '') ? 'gp3' : undefined;
}

/**
 * Throws an UnreadableProperty for an image or user data of an operating system that costs more than Linux: the price list has
 * prices of Linux only. An AMI id says nothing about its operating system and is taken as Linux.
 */
export function requireLinux(properties: Properties, context: PricingContext): void {
  const image = imageName(properties.ImageId, context);
  if (image !== undefined && LICENSED.test(image)) throw notLinux('ImageId', image);
  const script = texts(properties.UserData).find((text) => isWindowsScript(text) || isWindowsScript(decoded(text)));
  if (script !== undefined) throw notLinux('UserData', 'a script of Windows');
}

function notLinux(property: string, value: string): UnreadableProperty {
  return new UnreadableProperty({ kind: 'unlisted-value', property, value, known: 'linux' });
}

/** An AMI id, a path of Parameter Store that leads to one, or undefined. */
function imageName(image: unknown, context: PricingContext): string | undefined {
  return context.parameterPath(image) ?? (typeof image === 'string' ? image : undefined);
}

function isWindowsScript(text: string): boolean {
  return POWERSHELL.test(text) || BATCH.test(text);
}

/** User data is Base64, unless a function of the template encodes it. */
function decoded(text: string): string {
  return Buffer.from(text, 'base64').toString('latin1');
}

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  return isProperties(value) ? Object.values(value).flatMap(texts) : [];
}

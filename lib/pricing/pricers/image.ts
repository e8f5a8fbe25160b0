import type { PricingContext } from '../pricer';
import { type KnownPrices, UnreadableProperty } from '../property-problem';
import type { License } from './license';
import { isProperties, type Properties } from './properties';

/** Device names of root volumes. Source: Amazon EC2 user guide, device names for volumes. */
const ROOT_DEVICES: ReadonlySet<unknown> = new Set(['/dev/xvda', '/dev/sda1', '/dev/sda', 'xvda', 'root']);

/**
 * Size of the root volume that an image has when the template states none. Sources: Amazon Linux 2023 user guide (8 GiB);
 * Amazon ECS developer guide, ECS-optimized AMIs (30 GiB); awslabs/amazon-eks-ami, templates/al2023/template.json (20 GiB);
 * AWS CloudFormation, DiskSize of AWS::EKS::Nodegroup (50 GiB for Windows).
 * infracost assumes 8 GB for other images too. Images of Windows Server by AWS have 30 GiB, those of RHEL by Red Hat 10 GiB.
 */
const ROOT_GB = 8;
const ECS_ROOT_GB = 30;
const ECS_IMAGE = /\becs\b/i;
const EKS_ROOT_GB = 20;
const WINDOWS_ROOT_GB = 30;
const RHEL_ROOT_GB = 10;
const EKS_WINDOWS_ROOT_GB = 50;
const EKS_IMAGE = /\beks\b/i;

/**
 * Images whose root volume is gp3: those of Amazon Linux 2023, also the ECS-optimized ones, and those of Ubuntu whose path says it. Sources:
 * Amazon Linux 2023 user guide, "gp3 as default Amazon EBS volume type"; aws/amazon-ecs-ami, al2023.pkr.hcl; awslabs/amazon-eks-ami,
 * templates/al2023/variables-default.json; Ubuntu on AWS documentation, "Find Ubuntu images" (VOL_TYPE).
 */
const GP3_IMAGE = /al2023|amazon-linux-2023|\/hvm\/ebs-gp3\//i;

/**
 * Operating systems whose instances cost more than Linux. Source: Amazon EC2 user guide, AMI billing information fields. The paths of Ubuntu
 * Pro are `ubuntu/pro-server`, `ubuntu/pro-minimal` and `ubuntu/eks-pro` (Ubuntu on AWS documentation, "Find Ubuntu images").
 */
const LICENSED = /rhel|red-?hat|suse|sles|sql-?server|ubuntu[-/](?:eks-)?pro\b|macos/i;
/**
 * Paths of images of AWS Marketplace, whose sellers charge for the software by their own prices. Source: AWS Marketplace seller guide,
 * "AMI-based delivery using AWS CloudFormation": an AMI is priced and metered by its seller.
 */
const MARKETPLACE_IMAGE = /^\/aws\/service\/marketplace\//;
/** Images of RHEL, and those whose price is not that of RHEL alone: with high availability, SQL Server or SAP, and with an own subscription. */
const RHEL_IMAGE = /rhel|red-?hat/i;
const OTHER_RHEL_IMAGE = /[-_ ]ha(?![a-z])|sql|sap|access|byos|byol|openshift|ocp/i;
/** Names of images of Windows: `Windows_Server-2022-English-Full-Base`, `AMIWin2012`, `WS2016FULLBASE`. */
const WINDOWS_IMAGE = /windows|win(?:\d|$)|ws20\d\d/i;
/** Names of images of Linux without a charge. Source: Amazon EC2 user guide, "Find an AMI"; names that publishers of Linux give to their images. */
const LINUX_IMAGE =
  /linux|amzn|al202\d|ubuntu|debian|centos|rocky|alma|fedora|bottlerocket|flatcar|coreos|\becs\b|\beks\b|bitnami|-hvm|hvm-|\/hvm\//i;
/** Edition of SQL Server in the name of an image: `Windows_Server-2022-English-Full-SQL_2022_Web`. Express has no charge. */
const SQL_SERVER = /sql/i;
const SQL_SERVER_EDITION = /sql_\d+_(enterprise|standard|web|express)/i;
/** Tags of Windows user data. Source: Amazon EC2 user guide, "User data scripts" of Windows instances. */
const POWERSHELL = /<powershell>/i;
const BATCH = /^\s*<script>/i;
/** First line of user data of Linux. Source: Amazon EC2 user guide, "Run commands on your Linux instance at launch". */
const LINUX_SCRIPT = /^\s*(?:#!|#cloud-config|MIME-Version:|Content-Type: multipart)/i;

/** The image of an instance, and the license that it includes. */
export interface RootOf {
  /** Image: an AMI id, or a function. */
  readonly image?: unknown;
  /** License of the image. Default: none. */
  readonly license?: License;
}

/** Whether a block device is the root volume of its instance. */
export function isRootDevice(device: Properties): boolean {
  return ROOT_DEVICES.has(device.DeviceName);
}

/** The size of the root volume of an image, GB, when the template states none; undefined for images with SQL Server, whose size is unknown. */
export function assumedRootGb({ image, license }: RootOf, context: PricingContext): number | undefined {
  const name = imageName(image, context) ?? '';
  if (license === 'rhel') return RHEL_ROOT_GB;
  if (license !== undefined && license !== 'windows') return undefined;
  if (license === 'windows') return EKS_IMAGE.test(name) ? EKS_WINDOWS_ROOT_GB : WINDOWS_ROOT_GB;
  if (EKS_IMAGE.test(name)) return EKS_ROOT_GB;
  return ECS_IMAGE.test(name) ? ECS_ROOT_GB : ROOT_GB;
}

/** The type of the root volume of an image; undefined where it is not known. */
export function rootVolumeType(image: unknown, context: PricingContext): string | undefined {
  return GP3_IMAGE.test(imageName(image, context) ?? '') ? 'gp3' : undefined;
}

/**
 * The license that the image of an instance includes; undefined for Linux without a charge. Throws an UnreadableProperty for an image of
 * AWS Marketplace, and for one of an operating system without a price. An AMI id says nothing about its operating system: the names that the template gives to it decide. It is
 * taken as Linux without such a name, and as Windows Server without SQL Server if the user data is a script of Windows.
 */
export function licenseOf(properties: Properties, context: PricingContext): License | undefined {
  const image = imageName(properties.ImageId, context);
  if (image !== undefined && MARKETPLACE_IMAGE.test(image)) throw notListed(image, 'licenses');
  const names = image === undefined ? [] : [image, ...context.namesOf(image)];
  const windows = names.find((name) => WINDOWS_IMAGE.test(name));
  if (windows !== undefined) return windowsLicense(windows);
  const licensed = names.find((name) => LICENSED.test(name));
  if (licensed !== undefined) {
    if (RHEL_IMAGE.test(licensed) && !OTHER_RHEL_IMAGE.test(licensed)) return 'rhel';
    throw notListed(licensed);
  }
  return texts(properties.UserData).some((text) => isWindowsScript(text) || isWindowsScript(decoded(text))) ? 'windows' : undefined;
}

/**
 * Whether an instance without a license is taken as Linux although neither the names that the template gives to its image nor its user data
 * show it. False without an image, for which AWS chooses one of Linux.
 */
export function isLinuxAssumed(properties: Properties, context: PricingContext): boolean {
  if (properties.ImageId === undefined) return false;
  const image = imageName(properties.ImageId, context);
  const names = image === undefined ? [] : [image, ...context.namesOf(image)];
  if (names.some((name) => LINUX_IMAGE.test(name))) return false;
  return !texts(properties.UserData).some((text) => LINUX_SCRIPT.test(text) || LINUX_SCRIPT.test(decoded(text)));
}

function windowsLicense(name: string): License {
  if (!SQL_SERVER.test(name)) return 'windows';
  const edition = SQL_SERVER_EDITION.exec(name)?.[1]?.toLowerCase();
  if (edition === 'express') return 'windows';
  if (edition === 'enterprise' || edition === 'standard' || edition === 'web') return `windows-sql-server-${edition}`;
  throw notListed(name);
}

function notListed(value: string, known: KnownPrices = 'linux-and-windows'): UnreadableProperty {
  return new UnreadableProperty({ kind: 'unlisted-value', property: 'ImageId', value, known });
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

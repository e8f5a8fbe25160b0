import { BYTES_PER_GIB } from '../core/data-size';
import { noCharge } from '../core/free-reason';
import type { PlainObject } from '../core/plain-object';
import { quantityOf } from '../core/quantity';
import type { ManifestObject } from '../manifests/manifest-object';
import { at, stringAt } from '../manifests/values';
import type { ReaderContext, Storage } from './object-demand';

/** Volume type of a claim without a storage class, or with a class that no manifest defines. */
const DEFAULT_TYPE = 'gp3';

const EBS_TYPES: readonly string[] = ['gp2', 'gp3', 'io1', 'io2', 'st1', 'sc1', 'standard'];

/** Types whose IOPS the class must state. */
const PROVISIONED_TYPES: readonly string[] = ['io1', 'io2'];

const EBS_PROVISIONERS: readonly string[] = ['ebs.csi.aws.com', 'ebs.csi.eks.amazonaws.com', 'kubernetes.io/aws-ebs'];
const EFS_PROVISIONERS: readonly string[] = ['efs.csi.aws.com'];
const LOCAL_PROVISIONERS: readonly string[] = ['kubernetes.io/no-provisioner', 'rancher.io/local-path', 'local.csi.openebs.io'];

/** Storage of the volumes of a class: as its StorageClass states, otherwise by its name. */
export function storageOf(className: string | undefined, context: ReaderContext): Storage {
  if (className === undefined) return defaultStorage(context);
  const found = context.index.clusterWide('StorageClass', className);
  if (found !== undefined) return storageOfClass(found);
  if (EBS_TYPES.includes(className)) return { kind: 'ebs', type: className };
  context.warn({ kind: 'storage-class-unknown', storageClass: className, pricedAs: DEFAULT_TYPE });
  return { kind: 'ebs', type: DEFAULT_TYPE };
}

function defaultStorage(context: ReaderContext): Storage {
  const isDefault = ({ raw }: ManifestObject) =>
    stringAt(raw, 'metadata', 'annotations', 'storageclass.kubernetes.io/is-default-class') === 'true';
  const found = context.index.ofKind('StorageClass').find(isDefault);
  return found === undefined ? { kind: 'ebs', type: DEFAULT_TYPE } : storageOfClass(found);
}

function storageOfClass({ name, raw }: ManifestObject): Storage {
  const provisioner = stringAt(raw, 'provisioner') ?? '';
  if (EFS_PROVISIONERS.includes(provisioner)) return { kind: 'efs' };
  if (LOCAL_PROVISIONERS.includes(provisioner)) return { kind: 'free', reason: noCharge('node-disks') };
  if (!EBS_PROVISIONERS.includes(provisioner))
    return { kind: 'unknown', problem: { kind: 'unknown-provisioner', storageClass: name, provisioner } };
  const [iops, iopsPerGib, throughputMbps] = [numberOf(raw, 'iops'), numberOf(raw, 'iopsPerGB'), numberOf(raw, 'throughput')];
  const type = stringAt(raw, 'parameters', 'type') ?? DEFAULT_TYPE;
  if (PROVISIONED_TYPES.includes(type) && iops === undefined && iopsPerGib === undefined)
    return { kind: 'unknown', problem: { kind: 'class-without-iops', storageClass: name, type } };
  return {
    kind: 'ebs',
    type,
    ...(iops !== undefined && { iops }),
    ...(iopsPerGib !== undefined && { iopsPerGib }),
    ...(throughputMbps !== undefined && { throughputMbps }),
  };
}

/** Parameters of storage classes are strings. */
function numberOf(raw: PlainObject, key: string): number | undefined {
  const text = stringAt(raw, 'parameters', key);
  return text === undefined ? undefined : Number(text);
}

/** Size of a quantity, rounded up to whole GiB as EBS volumes are, a negative one away from zero; undefined if it is not a quantity. */
export function gibOf(value: unknown): number | undefined {
  const bytes = quantityOf(value);
  if (bytes === undefined) return undefined;
  return bytes < 0 ? Math.floor(bytes / BYTES_PER_GIB) : Math.ceil(Number((bytes / BYTES_PER_GIB).toFixed(6)));
}

/** The size that a claim requests, GiB; undefined if it states none. */
export function claimedGib(claim: PlainObject): number | undefined {
  return gibOf(at(claim, 'spec', 'resources', 'requests', 'storage'));
}

/**
 * Least and most IOPS of a volume that a class gives per GiB. Sources: Amazon EBS user guide, volume types; aws-ebs-csi-driver,
 * docs/parameters.md: more than the most are cut, and fewer than the least are raised (`allowAutoIOPSPerGBIncrease`) or refused.
 */
const IOPS_LIMITS: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  gp3: { least: 3_000, most: 16_000 },
  io1: { least: 100, most: 64_000 },
  io2: { least: 100, most: 256_000 },
};

/** IOPS of a volume; undefined where neither the class nor its type provisions any. */
export function iopsOf(storage: Extract<Storage, { readonly kind: 'ebs' }>, sizeGib: number): number | undefined {
  const { type, iops, iopsPerGib } = storage;
  if (iops !== undefined || iopsPerGib === undefined) return iops;
  const limits = Object.hasOwn(IOPS_LIMITS, type) ? IOPS_LIMITS[type] : undefined;
  return limits === undefined ? undefined : Math.min(Math.max(iopsPerGib * sizeGib, limits.least), limits.most);
}

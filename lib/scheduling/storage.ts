import { BYTES_PER_GIB } from '../core/data-size';
import type { PlainObject } from '../io/plain-object';
import type { ManifestObject } from '../manifests/manifest-object';
import { quantityOf } from '../manifests/quantity';
import { at, textAt } from '../manifests/values';
import type { ReaderContext, Storage } from './object-demand';

/** What a claim without a class, or of a class that no manifest describes, is taken to be on AWS. */
const DEFAULT_TYPE = 'gp3';

const EBS_TYPES: readonly string[] = ['gp2', 'gp3', 'io1', 'io2', 'st1', 'sc1', 'standard'];

const EBS_PROVISIONERS: readonly string[] = ['ebs.csi.aws.com', 'ebs.csi.eks.amazonaws.com', 'kubernetes.io/aws-ebs'];
const EFS_PROVISIONERS: readonly string[] = ['efs.csi.aws.com'];
const LOCAL_PROVISIONERS: readonly string[] = ['kubernetes.io/no-provisioner', 'rancher.io/local-path', 'local.csi.openebs.io'];

/** Where volumes of a class are kept: as its StorageClass says, or by its name. */
export function storageOf(className: string | undefined, context: ReaderContext): Storage {
  if (className === undefined) return defaultStorage(context);
  const found = context.index.clusterWide('StorageClass', className);
  if (found !== undefined) return storageOfClass(found);
  if (EBS_TYPES.includes(className)) return { kind: 'ebs', type: className };
  context.warn(`storage class ${className} is in no manifest: its volumes are billed as ${DEFAULT_TYPE}`);
  return { kind: 'ebs', type: DEFAULT_TYPE };
}

function defaultStorage(context: ReaderContext): Storage {
  const isDefault = ({ raw }: ManifestObject) =>
    textAt(raw, 'metadata', 'annotations', 'storageclass.kubernetes.io/is-default-class') === 'true';
  const found = context.index.ofKind('StorageClass').find(isDefault);
  return found === undefined ? { kind: 'ebs', type: DEFAULT_TYPE } : storageOfClass(found);
}

function storageOfClass({ name, raw }: ManifestObject): Storage {
  const provisioner = textAt(raw, 'provisioner') ?? '';
  if (EFS_PROVISIONERS.includes(provisioner)) return { kind: 'efs' };
  if (LOCAL_PROVISIONERS.includes(provisioner)) return { kind: 'free', reason: 'on a disk of its node' };
  if (!EBS_PROVISIONERS.includes(provisioner))
    return { kind: 'unknown', reason: `storage class ${name} is of ${provisioner}, whose prices are not known` };
  const [iops, throughputMbps] = [numberOf(raw, 'iops'), numberOf(raw, 'throughput')];
  return {
    kind: 'ebs',
    type: textAt(raw, 'parameters', 'type') ?? DEFAULT_TYPE,
    ...(iops !== undefined && { iops }),
    ...(throughputMbps !== undefined && { throughputMbps }),
  };
}

/** Parameters of classes are texts. */
function numberOf(raw: PlainObject, key: string): number | undefined {
  const text = textAt(raw, 'parameters', key);
  return text === undefined ? undefined : Number(text);
}

/** Volumes are made in whole gibibytes. */
export function gibOf(value: unknown): number | undefined {
  const bytes = quantityOf(value);
  return bytes === undefined ? undefined : Math.ceil(Number((bytes / BYTES_PER_GIB).toFixed(6)));
}

/** What a claim asks for: its size, or undefined where it says none. */
export function claimedGib(claim: PlainObject): number | undefined {
  return gibOf(at(claim, 'spec', 'resources', 'requests', 'storage'));
}

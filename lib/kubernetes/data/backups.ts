import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { environmentPrefix } from '../../conventions/environment';
import { IMAGES } from '../../conventions/images';
import { BACKUP_STORAGE, backupAccount } from '../../model/backup-storage';
import type { BuildContext } from '../build-context';
import { ExternalSecret } from '../custom-resources/external-secret';
import { ANYWHERE, type Endpoint, POD_IDENTITY_AGENT, tcp } from '../entry/network-paths';
import { labelsOf, selectorOf } from '../labels';
import { gib, mib, milliCpu } from '../quantities';
import { restrictedContainer, restrictedPod } from '../security';
import { placementIn } from '../service/placement';
import { priorityClassName } from '../service/priority';
import { SECRET_STORE } from './credentials';
import { STORAGE_CLASS } from './data-stateful-set';
import { connectionName } from './managed-connection';
import type { MountedVolume } from './server-pod';

/** Folder of the dump before it is uploaded. */
export const BACKUP_FOLDER = '/backup';

const HTTPS = 443;

/** CPU and memory of the dump container and of the upload container, which both process streams. Assumed. */
const JOB_VCPU = 0.1;
const JOB_MEMORY_MIB = 512;

/** Longest duration of a backup, after which it is considered stuck. */
const ACTIVE_DEADLINE_SECONDS = 6 * 3_600;

/** How late a backup may start, for example after an outage. Otherwise the backup of that day is skipped. */
const STARTING_DEADLINE_SECONDS = 3_600;

/**
 * Name of the bucket for all backups of a chart. The administrator of the object storage creates it; on EKS the CDK stack creates
 * one and provides its name.
 */
export function backupBucket({ stackName }: Blueprint): string {
  return backupBucketOf(stackName);
}

/** Name of the bucket for all backups of another stack, such as that of the primary region. */
export function backupBucketOf(stackName: string): string {
  return `${stackName}-backups`;
}

/**
 * Creates the Secret with the access keys of the object storage, as `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, from
 * `<stack name>/backups` of the secret store. Returns its name, or undefined on EKS, where pods have an IAM role.
 */
export function backupCredentials(scope: Construct, { options, stackName }: Blueprint, id: string): string | undefined {
  if (options.platform === 'eks') return undefined;
  const name = `${id}-backup-credentials`;
  const key = `${stackName}/backups`;
  new ExternalSecret(scope, 'BackupCredentials', {
    metadata: { name },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: SECRET_STORE,
      target: { name },
      data: [
        { secretKey: 'AWS_ACCESS_KEY_ID', remoteRef: { key, property: 'accessKeyId' } },
        { secretKey: 'AWS_SECRET_ACCESS_KEY', remoteRef: { key, property: 'secretAccessKey' } },
      ],
    },
  });
  return name;
}

/** Input of `dailyBackup`. */
interface DailyBackupProps {
  /** ID of the component. */
  readonly component: string;
  /** Node pool of the job. Undefined: any node. */
  readonly pool: string | undefined;
  /** Minute and hour in UTC, as in a cron expression: `30 2`. */
  readonly at: string;
  /** Age at which dumps are deleted. */
  readonly retentionDays: number;
  /** Size of the temporary volume, which holds one dump. */
  readonly dumpGib: number;
  /** Container that writes the dump into `BACKUP_FOLDER`. */
  readonly dump: {
    /** Container image, which has the client of the data store. */
    readonly image: string;
    /** Command that writes the dump. */
    readonly command: readonly string[];
    /** Environment variables. Default: none. */
    readonly environment?: readonly k8s.EnvVar[];
    /** Volumes with scripts and credentials. */
    readonly volumes: readonly MountedVolume[];
  };
  /** User ID of the pod. */
  readonly user: number;
  /** Servers to dump. */
  readonly servers: Endpoint;
  /** Port of the servers. */
  readonly port: number;
}

/** A CronJob that dumps a data store to object storage every day, and deletes dumps that are older than the retention. */
export function dailyBackup(scope: Construct, { blueprint, paths }: BuildContext, props: DailyBackupProps): void {
  const { component, at, servers, port } = props;
  const name = backupAccount(component);
  const endpoint: Endpoint = { name, labels: selectorOf(blueprint, name) };
  paths.allow(endpoint, servers, [tcp(port)]);
  paths.allow(endpoint, ANYWHERE, [tcp(HTTPS)]);
  if (blueprint.options.platform === 'eks') paths.allow(endpoint, POD_IDENTITY_AGENT, [tcp(80)]);
  new k8s.KubeServiceAccount(scope, 'BackupAccount', { metadata: { name }, automountServiceAccountToken: false });
  const keys = backupCredentials(scope, blueprint, component);
  new k8s.KubeCronJob(scope, 'Backup', {
    metadata: { name, labels: { ...labelsOf(blueprint, component, name) } },
    spec: {
      schedule: `${at} * * *`,
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: STARTING_DEADLINE_SECONDS,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        spec: {
          backoffLimit: 2,
          activeDeadlineSeconds: ACTIVE_DEADLINE_SECONDS,
          template: { metadata: { labels: { ...labelsOf(blueprint, component, name) } }, spec: podOf(blueprint, name, props, keys) },
        },
      },
    },
  });
}

function podOf(blueprint: Blueprint, name: string, props: DailyBackupProps, keys: string | undefined): k8s.PodSpec {
  const { pool, user, dump, dumpGib } = props;
  const folder = { name: 'backup', mountPath: BACKUP_FOLDER };
  const tmp = { name: 'tmp', mountPath: '/tmp' };
  return {
    restartPolicy: 'Never',
    serviceAccountName: name,
    automountServiceAccountToken: false,
    securityContext: restrictedPod(user),
    priorityClassName: priorityClassName(blueprint, 'worker'),
    ...placementIn(blueprint, pool),
    initContainers: [
      {
        ...containerDefaults('dump', dump.image),
        command: [...dump.command],
        ...(dump.environment === undefined ? {} : { env: [...dump.environment] }),
        volumeMounts: [folder, tmp, ...dump.volumes.map((volume) => ({ name: volume.name, mountPath: volume.mountPath, readOnly: true }))],
      },
    ],
    containers: [
      {
        ...containerDefaults('upload', IMAGES.awsCli.reference),
        command: ['sh', '-euc', uploadScript(blueprint, props)],
        env: [
          { name: 'AWS_REGION', value: blueprint.network.region },
          { name: 'HOME', value: '/tmp' },
        ],
        envFrom: [keys === undefined ? { configMapRef: { name: connectionName(BACKUP_STORAGE) } } : { secretRef: { name: keys } }],
        volumeMounts: [folder, tmp],
      },
    ],
    volumes: [
      {
        name: 'backup',
        ephemeral: {
          volumeClaimTemplate: {
            spec: {
              accessModes: ['ReadWriteOnce'],
              storageClassName: STORAGE_CLASS,
              resources: { requests: { storage: k8s.Quantity.fromString(gib(dumpGib)) } },
            },
          },
        },
      },
      { name: 'tmp', emptyDir: {} },
      ...dump.volumes.map(({ mountPath: _, ...volume }) => volume),
    ],
  };
}

function containerDefaults(name: string, image: string): k8s.Container {
  const memory = k8s.Quantity.fromString(mib(JOB_MEMORY_MIB));
  return {
    name,
    image,
    resources: { requests: { cpu: k8s.Quantity.fromString(milliCpu(JOB_VCPU)), memory }, limits: { memory } },
    securityContext: restrictedContainer(),
  };
}

/** Names of dumps are timestamps, so that they sort by age. Old dumps are deleted only after the upload of the new one. */
function uploadScript(blueprint: Blueprint, { component, retentionDays }: DailyBackupProps): string {
  // On EKS, the CDK stack creates the bucket, and its name is in an environment variable.
  const bucket = blueprint.options.platform === 'eks' ? `$${environmentPrefix(BACKUP_STORAGE)}_BUCKET` : backupBucket(blueprint);
  const folder = `s3://${bucket}/${component}/`;
  return `now=$(date -u +%Y-%m-%dT%H-%M-%SZ)
aws s3 cp --recursive --only-show-errors ${BACKUP_FOLDER} "${folder}$now/"
oldest=$(date -u -d '-${retentionDays} days' +%Y-%m-%dT%H-%M-%SZ)
aws s3 ls "${folder}" | sed -n 's/^ *PRE \\(.*\\)\\/$/\\1/p' | while read -r dump; do
  if [ "$(printf '%s\\n%s\\n' "$dump" "$oldest" | sort | head -n 1)" != "$oldest" ]; then
    aws s3 rm --recursive --only-show-errors "${folder}$dump/"
  fi
done
`;
}

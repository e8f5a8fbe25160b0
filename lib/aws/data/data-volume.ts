import { Names, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import * as dlm from 'aws-cdk-lib/aws-dlm';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { allowOnOwnInstances, arnOf, findingOf } from '../ecs/own-instances';

/** Mount point of the volume; each data store has a folder below it. */
export const DATA_PATH = '/data';

const DEVICE = '/dev/sdf';
const SNAPSHOT_TAG = 'data-volume';
const RETAINED_SNAPSHOTS = 7;
/** Night in Europe, late evening in America. */
const SNAPSHOT_TIME_UTC = '03:00';
/** Attempts to attach the volume, which is available after the previous instance has stopped: within ten minutes. */
const ATTACH_ATTEMPTS = 60;
const ATTACH_PAUSE_SECONDS = 10;

/** Properties of DataVolume. */
interface DataVolumeProps {
  /** Size of the volume. */
  readonly sizeGib: number;
  /** Snapshot that the volume is created from. Default: an empty volume. */
  readonly restoreFrom?: string | undefined;
  /** Availability Zone of the volume. */
  readonly zone: string;
  /** Role of the instance that attaches it. */
  readonly role: iam.IRole;
  /** User data of the instance, which gets the commands that attach and mount the volume. */
  readonly userData: ec2.UserData;
}

/**
 * The data volume of an instance: encrypted, with daily snapshots, and retained when the instance or the stack is deleted.
 * Each instance attaches and mounts it at launch; the first one formats it.
 */
export class DataVolume extends Construct {
  constructor(scope: Construct, id: string, { sizeGib, restoreFrom, zone, role, userData }: DataVolumeProps) {
    super(scope, id);
    const volume = new ec2.CfnVolume(this, 'Volume', {
      availabilityZone: zone,
      size: sizeGib,
      volumeType: 'gp3',
      encrypted: true,
      ...(restoreFrom === undefined ? {} : { snapshotId: restoreFrom }),
    });
    volume.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    const snapshotTag = Names.uniqueId(this);
    Tags.of(volume).add(SNAPSHOT_TAG, snapshotTag);
    allowOnOwnInstances(role, 'ec2:AttachVolume', arnOf(this, `volume/${volume.ref}`));
    userData.addCommands(...mountCommands(volume.ref));
    this.snapshots(snapshotTag);
  }

  private snapshots(tag: string): void {
    const snapshots = Stack.of(this).formatArn({ service: 'ec2', account: '', resource: 'snapshot/*' });
    const role = new iam.Role(this, 'SnapshotRole', { assumedBy: new iam.ServicePrincipal('dlm.amazonaws.com') });
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['ec2:CreateSnapshot', 'ec2:DeleteSnapshot'],
        resources: [arnOf(this, 'volume/*'), snapshots],
      }),
    );
    role.addToPolicy(
      new iam.PolicyStatement({ actions: ['ec2:DescribeVolumes', 'ec2:DescribeSnapshots', 'ec2:DescribeInstances'], resources: ['*'] }),
    );
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['ec2:CreateTags'],
        resources: [snapshots],
      }),
    );
    acknowledge(role, {
      'IAM5[Resource::*]': 'Describe actions have no resource-level permissions.',
      [findingOf(this, 'volume/*')]: 'The lifecycle policy selects volumes by tag.',
      [`IAM5[Resource::arn:aws:ec2:${Stack.of(this).region}::snapshot/*]`]: 'Snapshot ids are not known before snapshots are created.',
    });
    new dlm.CfnLifecyclePolicy(this, 'Snapshots', {
      description: `daily snapshots of the data volume - ${RETAINED_SNAPSHOTS} retained`,
      state: 'ENABLED',
      executionRoleArn: role.roleArn,
      policyDetails: {
        resourceTypes: ['VOLUME'],
        targetTags: [{ key: SNAPSHOT_TAG, value: tag }],
        schedules: [
          {
            name: 'daily',
            createRule: { interval: 24, intervalUnit: 'HOURS', times: [SNAPSHOT_TIME_UTC] },
            retainRule: { count: RETAINED_SNAPSHOTS },
            copyTags: true,
          },
        ],
      },
    });
  }
}

/** Mounts the volume before Docker starts. `nofail` lets the instance start without the volume, and sets no order. Source: systemd.mount(5). */
const BEFORE_DOCKER = 'x-systemd.before=docker.service,x-systemd.required-by=docker.service';

/** Commands that attach the volume when it is available, format it if it is empty, mount it and grow its file system. */
function mountCommands(volumeId: string): string[] {
  return [
    'command -v aws || dnf install -y awscli-2',
    'REGION=$(cloud-init query region); INSTANCE=$(cloud-init query instance_id)',
    `VOLUME=${volumeId}`,
    `for attempt in $(seq ${ATTACH_ATTEMPTS}); do`,
    `  aws ec2 attach-volume --region "$REGION" --volume-id "$VOLUME" --instance-id "$INSTANCE" --device ${DEVICE} && break`,
    `  sleep ${ATTACH_PAUSE_SECONDS}`,
    'done',
    'DISK=/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_$(echo "$VOLUME" | tr -d -)',
    `for attempt in $(seq ${ATTACH_ATTEMPTS}); do [ -e "$DISK" ] && break; sleep 1; done`,
    'blkid "$DISK" || mkfs.xfs "$DISK"',
    `mkdir -p ${DATA_PATH}`,
    // After a restart, Docker waits for the volume and does not start without it, so that no task uses an empty folder.
    `echo "$DISK ${DATA_PATH} xfs defaults,nofail,${BEFORE_DOCKER} 0 2" >> /etc/fstab`,
    // Without the volume, tasks would start with an empty folder.
    `mount ${DATA_PATH} || shutdown -h now`,
    `xfs_growfs ${DATA_PATH}`,
  ];
}

import { CfnDeletionPolicy, Names, Stack, Tags } from 'aws-cdk-lib';
import * as dlm from 'aws-cdk-lib/aws-dlm';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { allowOnOwnMachines, arnOf, findingOf } from '../ecs/own-machines';

/** Where the volume is mounted on the machine; each data store has a folder below it. */
export const DATA_PATH = '/data';

const DEVICE = '/dev/sdf';
const SNAPSHOT_TAG = 'data-volume';
const SNAPSHOTS_KEPT = 7;
/** The middle of the night in Europe and late evening in America. */
const SNAPSHOT_TIME_UTC = '03:00';
/** A volume is free again when the machine before has stopped: well within ten minutes. */
const ATTACH_ATTEMPTS = 60;
const ATTACH_PAUSE_SECONDS = 10;

export interface DataVolumeProps {
  readonly sizeGib: number;
  readonly zone: string;
  /** Role of the machine that attaches it. */
  readonly role: iam.IRole;
  readonly userData: ec2.UserData;
}

/**
 * The disk of a machine that keeps data: encrypted, kept when the stack or the machine goes, with daily snapshots. Each machine
 * attaches and mounts it when it starts; the first one formats it.
 */
export class DataVolume extends Construct {
  constructor(scope: Construct, id: string, { sizeGib, zone, role, userData }: DataVolumeProps) {
    super(scope, id);
    const volume = new ec2.CfnVolume(this, 'Volume', { availabilityZone: zone, size: sizeGib, volumeType: 'gp3', encrypted: true });
    volume.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN;
    volume.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
    const snapshotTag = Names.uniqueId(this);
    Tags.of(volume).add(SNAPSHOT_TAG, snapshotTag);
    allowOnOwnMachines(role, 'ec2:AttachVolume', arnOf(this, `volume/${volume.ref}`));
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
      'IAM5[Resource::*]': 'Reading lists of volumes and snapshots knows no resource.',
      [findingOf(this, 'volume/*')]: 'Which volumes are copied is said by their tag, in the policy below.',
      [`IAM5[Resource::arn:aws:ec2:${Stack.of(this).region}::snapshot/*]`]: 'Snapshots have no name before they are made.',
    });
    new dlm.CfnLifecyclePolicy(this, 'Snapshots', {
      description: `daily snapshots of the data volume - ${SNAPSHOTS_KEPT} kept`,
      state: 'ENABLED',
      executionRoleArn: role.roleArn,
      policyDetails: {
        resourceTypes: ['VOLUME'],
        targetTags: [{ key: SNAPSHOT_TAG, value: tag }],
        schedules: [
          {
            name: 'daily',
            createRule: { interval: 24, intervalUnit: 'HOURS', times: [SNAPSHOT_TIME_UTC] },
            retainRule: { count: SNAPSHOTS_KEPT },
            copyTags: true,
          },
        ],
      },
    });
  }
}

/** `nofail` lets the machine start without the volume, and orders the mount before nothing: this does. Source: systemd.mount(5). */
const BEFORE_DOCKER = 'x-systemd.before=docker.service,x-systemd.required-by=docker.service';

/** Attaches the volume once it is free, formats it only when it is empty, mounts it and lets its file system grow. */
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
    // After a restart Docker waits for the volume, and stays down without it: tasks would start on an empty folder.
    `echo "$DISK ${DATA_PATH} xfs defaults,nofail,${BEFORE_DOCKER} 0 2" >> /etc/fstab`,
    // Without its data the machine must not start tasks on an empty folder.
    `mount ${DATA_PATH} || shutdown -h now`,
    `xfs_growfs ${DATA_PATH}`,
  ];
}

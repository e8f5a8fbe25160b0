import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draftOfParts } from '../../lib/draft/draft-of-parts';
import { readSource } from '../../lib/draft/read-source';
import { draftNoteText } from '../../lib/output/draft-notes';
import { temporaryFolder } from '../support/temporary-folder';

function read(resources: Readonly<Record<string, object>>) {
  const path = join(temporaryFolder(), 'template.json');
  writeFileSync(path, JSON.stringify({ Description: 'one line', Resources: resources }));
  const { system, comments, omitted } = draftOfParts('shop', readSource(path).parts);
  return {
    components: system.tiers[0]?.components ?? {},
    notes: [...comments.map(({ note }) => note), ...omitted].map(draftNoteText),
  };
}

const aurora = (properties: object) => ({ Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-mysql', ...properties } });
const member = (cluster: string, instanceClass: string) => ({
  Type: 'AWS::RDS::DBInstance',
  Properties: { Engine: 'aurora-mysql', DBClusterIdentifier: { Ref: cluster }, DBInstanceClass: instanceClass },
});

test('a cluster of Aurora is a database with the class of its instances and a read replica for each after the first', () => {
  // Amazon RDS user guide, "Hardware specifications for DB instance classes": db.r6g.large has 2 vCPU and 16 GiB.
  const { components, notes } = read({
    Orders: aurora({}),
    OrdersWriter: member('Orders', 'db.r6g.large'),
    OrdersReader: member('Orders', 'db.r6g.large'),
    OrdersReport: member('Orders', 'db.r6g.large'),
  });
  expect(components.orders).toMatchObject({
    kind: 'database',
    engine: 'mysql',
    instanceClass: 'db.r6g.large',
    vcpu: 2,
    memoryGib: 16,
    readReplicas: 2,
  });
  expect(notes).toContain('orders: Engine aurora-mysql of the source is not in the definition');
  expect(notes.some((note) => note.startsWith('orders: 3 servers of the source become readReplicas: 2'))).toBe(true);
});

test('Aurora Serverless v2 has the memory of its largest capacity, and its scaling is a note', () => {
  // Amazon Aurora user guide, "Aurora Serverless v2 capacity": one capacity unit has about 2 GiB of memory.
  const { components, notes } = read({
    Orders: aurora({ ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 8 } }),
    OrdersWriter: member('Orders', 'db.serverless'),
  });
  expect(components.orders).toMatchObject({ memoryGib: 16 });
  expect(notes).toContain(
    'orders: ServerlessV2ScalingConfiguration from 0.5 to 8 and Engine aurora-mysql of the source are not in the definition',
  );
});

test('a Multi-AZ cluster of RDS has a writer and two readers', () => {
  // Amazon RDS user guide, "Multi-AZ DB cluster deployments": a writer and two readable standbys.
  const { components } = read({
    Orders: {
      Type: 'AWS::RDS::DBCluster',
      Properties: { Engine: 'postgres', DBClusterInstanceClass: 'db.m6gd.large', AllocatedStorage: 400 },
    },
  });
  expect(components.orders).toMatchObject({ engine: 'postgres', storageGib: 400, readReplicas: 2 });
});

test('instances, volumes, groups and tasks without a service are notes with their figures', () => {
  // Amazon EC2 user guide, "Instance types": m6i.large has 2 vCPU and 8 GiB, c6a.xlarge 4 vCPU and 8 GiB.
  const { notes } = read({
    Jobs: { Type: 'AWS::SQS::Queue' },
    Legacy: { Type: 'AWS::EC2::Instance', Properties: { InstanceType: 'm6i.large' } },
    Disk: { Type: 'AWS::EC2::Volume', Properties: { Size: 200, AvailabilityZone: 'us-east-1a' } },
    Template: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: { InstanceType: 'c6a.xlarge' } } },
    Fleet: {
      Type: 'AWS::AutoScaling::AutoScalingGroup',
      Properties: { MinSize: '2', MaxSize: '6', LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' }, Version: '1' } },
    },
    Report: { Type: 'AWS::ECS::TaskDefinition', Properties: { Cpu: '512', Memory: '1024', ContainerDefinitions: [{ Name: 'report' }] } },
  });
  const not = 'is not in the definition: resources of its type are not read; add it if it runs a part of your system';
  expect(notes).toEqual(
    expect.arrayContaining([
      `Instance Legacy, m6i.large (1 instance, 2 vCPU and 8 GiB of memory) ${not}`,
      `Volume Disk (a volume of 200 GiB) ${not}`,
      `AutoScalingGroup Fleet, c6a.xlarge (2–6 instances, 4 vCPU and 8 GiB of memory) ${not}`,
      'TaskDefinition Report (1 instance, 0.5 vCPU and 1 GiB of memory) is not in the definition: a Job, a CronJob or a task, which runs and ends',
    ]),
  );
});

test('a distribution in front of a bucket is a content delivery network, and one with another origin a note', () => {
  const distribution = (domain: unknown) => ({
    Type: 'AWS::CloudFront::Distribution',
    Properties: {
      DistributionConfig: { DefaultCacheBehavior: { TargetOriginId: 'first' }, Origins: [{ Id: 'first', DomainName: domain }] },
    },
  });
  const { components, notes } = read({
    Assets: { Type: 'AWS::S3::Bucket' },
    Delivery: distribution({ 'Fn::GetAtt': ['Assets', 'RegionalDomainName'] }),
    Elsewhere: distribution('origin.example'),
  });
  expect(components.delivery).toMatchObject({ kind: 'cdn', origin: 'assets' });
  expect(notes).toContain(
    'AWS::CloudFront::Distribution Elsewhere is not in the definition: resources of its type are not read; add it if it runs a part of your system',
  );
});

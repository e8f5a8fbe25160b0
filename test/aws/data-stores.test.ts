import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { synthesize } from '../../lib/aws/app';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import type { ResolvedVectorStore } from '../../lib/blueprint/resolved-component';
import { InputError } from '../../lib/core/problems';
import { blueprintOf, cache, database, documentStore, fargate, nodePool, PROXY, service, small, veryLarge } from '../support/blueprints';
import { environmentOf, resourceOf, resourcesAt, resourcesOf, templateOf } from '../support/templates';

const INSTANCE = 'AWS::RDS::DBInstance';
const GROUP = 'AWS::ElastiCache::ReplicationGroup';

function primaryOf(blueprint: Blueprint) {
  const [primary] = resourcesAt(blueprint, 'database', INSTANCE).filter(({ Properties }) => !('SourceDBInstanceIdentifier' in Properties));
  if (primary === undefined) throw new Error('no primary');
  return primary;
}

describe('database', () => {
  test('is encrypted, private, backed up and protected, with a final snapshot', () => {
    expect(primaryOf(small)).toMatchObject({
      Properties: {
        Engine: 'mysql',
        EngineVersion: expect.stringMatching(/^8\.4\.\d+$/),
        DBInstanceClass: 'db.t4g.small',
        AllocatedStorage: '50',
        StorageType: 'gp3',
        StorageEncrypted: true,
        PubliclyAccessible: false,
        BackupRetentionPeriod: 7,
        DeletionProtection: true,
        CopyTagsToSnapshot: true,
        MultiAZ: false,
        EngineLifecycleSupport: 'open-source-rds-extended-support-disabled',
      },
      DeletionPolicy: 'Snapshot',
      UpdateReplacePolicy: 'Snapshot',
    });
  });

  test('has the parameters of the blueprint and writes slow queries to the exported log', () => {
    expect(resourceOf(small, 'database', 'AWS::RDS::DBParameterGroup').Properties).toMatchObject({
      Family: 'mysql8.4',
      Parameters: { log_output: 'FILE', max_connections: '60', long_query_time: '2', slow_query_log: '1' },
    });
  });

  test('has replicas with stable ids that inherit the engine of their source and have its storage', () => {
    const replicas = Object.entries(resourcesOf(veryLarge)).filter(
      ([, { Properties }]) => Properties !== undefined && 'SourceDBInstanceIdentifier' in Properties,
    );
    expect(replicas.map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual(['databaseReplica1', 'databaseReplica2']);
    for (const [, { Properties, DeletionPolicy }] of replicas) {
      expect(Properties.DBInstanceClass).toBe('db.r6g.2xlarge');
      expect(Properties).not.toHaveProperty('Engine');
      // Replication stops when a replica is full, so replicas grow with the primary.
      expect(Properties.AllocatedStorage).toBe(primaryOf(veryLarge).Properties.AllocatedStorage);
      expect(Properties.MaxAllocatedStorage).toBe(2 * Number(Properties.AllocatedStorage));
      expect(DeletionPolicy).toBe('Delete');
    }
    expect(JSON.stringify(environmentOf(veryLarge, 'api').DATABASE_READER_HOSTS)).toMatch(/databaseReplica1.*databaseReplica2/);
  });

  test('has a standby in another zone with high availability', () => {
    expect(primaryOf(veryLarge).Properties.MultiAZ).toBe(true);
  });

  test('has provisioned IOPS on the primary and each replica, where the tier states them', () => {
    const provisioned = blueprintOf({ components: [database({ storageGib: 400, iops: 16_000, readReplicas: 1 })] });
    expect(resourcesAt(provisioned, 'database', INSTANCE).map(({ Properties }) => Properties.Iops)).toEqual([16_000, 16_000]);
    expect(primaryOf(small).Properties).not.toHaveProperty('Iops');
  });

  test.each([
    ['db.t4g.small', false],
    ['db.t3.micro', false],
    ['db.t4g.medium', true],
    ['db.m6g.large', true],
  ])('has Performance Insights on classes that support it: %s %s', (instanceClass, expected) => {
    const { Properties } = primaryOf(blueprintOf({ components: [database({ instanceClass })] }));
    expect(Properties.EnablePerformanceInsights).toBe(expected);
  });

  test('accepts connections only from its clients', () => {
    const rules = resourcesAt(small, 'database', 'AWS::EC2::SecurityGroupIngress');
    expect(rules.map(({ Properties }) => [Properties.FromPort, JSON.stringify(Properties.SourceSecurityGroupId)])).toEqual([
      [3306, expect.stringContaining('nodesSecurityGroup')],
    ]);
    const unused = blueprintOf({ components: [database(), nodePool('nodes'), service('api', { pool: 'nodes' })] });
    expect(resourcesAt(unused, 'database', 'AWS::EC2::SecurityGroupIngress')).toEqual([]);
  });

  test('with a proxy accepts connections only from the proxy', () => {
    expect(JSON.stringify(environmentOf(fargate, 'api').DATABASE_HOST)).toContain('Proxy');
    const template = templateOf(fargate);
    template.hasResourceProperties('AWS::RDS::DBProxy', { RequireTLS: true, EngineFamily: 'MYSQL' });
    const toServer = resourcesAt(fargate, 'database', 'AWS::EC2::SecurityGroupIngress').filter(({ Properties }) =>
      JSON.stringify(Properties.GroupId).includes('databaseInstanceSecurityGroup'),
    );
    expect(toServer.map(({ Properties }) => JSON.stringify(Properties.SourceSecurityGroupId))).toEqual([expect.stringContaining('Proxy')]);
  });

  test('limits the connections of its proxy to those of the pooler', () => {
    const limited = blueprintOf({
      components: [
        database({ pooler: 'rds-proxy', maxConnections: 1_000, poolerLimits: { clientConnections: 10_000, serverConnections: 500 } }),
      ],
    });
    templateOf(limited).hasResourceProperties('AWS::RDS::DBProxyTargetGroup', {
      ConnectionPoolConfigurationInfo: { MaxConnectionsPercent: 50 },
    });
  });

  test.each([
    ['mariadb', '11.4', 'mariadb11.4'],
    ['postgres', '17', 'postgres17'],
  ] as const)('speaks %s %s', (engine, engineVersion, Family) => {
    const blueprint = blueprintOf({ components: [database({ engine, engineVersion, parameters: { max_connections: '60' } })] });
    expect(primaryOf(blueprint).Properties.Engine).toBe(engine);
    expect(resourceOf(blueprint, 'database', 'AWS::RDS::DBParameterGroup').Properties.Family).toBe(Family);
  });

  test('rejects an unsupported pooler with its path', () => {
    const blueprint = blueprintOf({ components: [database({ pooler: 'pgbouncer' })] });
    expect(() => synthesize(blueprint)).toThrow(InputError);
    expect(() => synthesize(blueprint)).toThrow(/components\.database\.pooler: invalid value "pgbouncer"/);
  });
});

describe('cache', () => {
  test('is in cluster mode with encryption, a token, failover and snapshots in every tier', () => {
    expect(resourceOf(small, 'cache', GROUP)).toMatchObject({
      Properties: {
        Engine: 'redis',
        EngineVersion: '7.1',
        CacheNodeType: 'cache.t4g.medium',
        NumNodeGroups: 1,
        ReplicasPerNodeGroup: 1,
        AtRestEncryptionEnabled: true,
        TransitEncryptionEnabled: true,
        AutomaticFailoverEnabled: true,
        MultiAZEnabled: true,
        SnapshotRetentionLimit: 7,
      },
      DeletionPolicy: 'Snapshot',
      UpdateReplacePolicy: 'Snapshot',
    });
    expect(JSON.stringify(resourceOf(small, 'cache', GROUP).Properties.AuthToken)).toContain('{{resolve:secretsmanager:');
    expect(resourceOf(small, 'cache', 'AWS::ElastiCache::ParameterGroup').Properties.Properties).toEqual({ 'cluster-enabled': 'yes' });
  });

  test('scales by online resharding', () => {
    expect(resourceOf(veryLarge, 'cache', GROUP)).toMatchObject({
      Properties: { NumNodeGroups: 3 },
      UpdatePolicy: { UseOnlineResharding: true },
    });
  });

  test.each([
    ['cluster', 0, true, false],
    ['replicated', 1, true, true],
    ['single', 0, false, false],
  ] as const)(
    '%s with %i replicas: failover %s, several zones %s',
    (topology, replicasPerShard, AutomaticFailoverEnabled, MultiAZEnabled) => {
      const blueprint = blueprintOf({ components: [cache({ topology, replicasPerShard })] });
      expect(resourceOf(blueprint, 'cache', GROUP).Properties).toMatchObject({ AutomaticFailoverEnabled, MultiAZEnabled });
    },
  );

  test('supports Valkey', () => {
    expect(resourceOf(fargate, 'cache', GROUP).Properties).toMatchObject({ Engine: 'valkey', EngineVersion: '8.1' });
    expect(resourceOf(fargate, 'cache', 'AWS::ElastiCache::ParameterGroup').Properties.CacheParameterGroupFamily).toBe('valkey8');
  });
});

describe('document store', () => {
  const store = documentStore({ replicasPerShard: 2 });

  test('is an encrypted and protected DocumentDB cluster of one writer and its replicas, with a final snapshot', () => {
    const blueprint = blueprintOf({ components: [store, nodePool('nodes'), service('api', { pool: 'nodes', uses: ['documents'] })] });
    const template = templateOf(blueprint);
    template.resourceCountIs('AWS::DocDB::DBInstance', 3);
    template.hasResource('AWS::DocDB::DBCluster', {
      Properties: Match.objectLike({ StorageEncrypted: true, DeletionProtection: true, BackupRetentionPeriod: 7 }),
      DeletionPolicy: 'Snapshot',
    });
    // The instances change one after the other, so that another one is available.
    const instances = Object.entries(template.findResources('AWS::DocDB::DBInstance'));
    const previous = instances.map(([, { DependsOn }]) => instances.findIndex(([id]) => DependsOn.includes(id)));
    expect(previous).toEqual([-1, 0, 1]);
    expect(environmentOf(blueprint, 'api')).toHaveProperty('DOCUMENTS_HOST');
  });

  test('has one cluster per shard with the same secret, and services get all addresses', () => {
    const sharded = (shards: number) =>
      blueprintOf({ components: [{ ...store, shards }, nodePool('nodes'), service('api', { pool: 'nodes', uses: ['documents'] })] });
    templateOf(sharded(3)).resourceCountIs('AWS::DocDB::DBCluster', 3);
    templateOf(sharded(3)).resourceCountIs('AWS::DocDB::DBInstance', 9);
    templateOf(sharded(3)).resourceCountIs('AWS::SecretsManager::Secret', 1);
    const clusters = resourcesAt(sharded(3), 'documents', 'AWS::DocDB::DBCluster');
    expect(new Set(clusters.map(({ Properties }) => JSON.stringify(Properties.MasterUserPassword))).size).toBe(1);
    const { DOCUMENTS_HOST, DOCUMENTS_SHARD_HOSTS } = environmentOf(sharded(3), 'api');
    expect(JSON.stringify(DOCUMENTS_SHARD_HOSTS).match(/Endpoint/g)).toHaveLength(3);
    expect(JSON.stringify(DOCUMENTS_HOST)).not.toContain('Shard');
    expect(resourcesAt(sharded(3), 'documents', 'AWS::EC2::SecurityGroupIngress')).toHaveLength(3);
  });

  test('uses the cluster of a store without shards as the first shard', () => {
    const clusters = (shards: number) =>
      Object.entries(resourcesOf(blueprintOf({ components: [{ ...store, shards }] }))).filter(
        ([, { Type }]) => Type === 'AWS::DocDB::DBCluster',
      );
    const [[id, cluster] = []] = clusters(1);
    expect(Object.fromEntries(clusters(2))[String(id)]).toEqual(cluster);
  });

  test('rejects deployment in containers', () => {
    const blueprint = blueprintOf({ components: [{ ...store, deployment: 'container' }] });
    expect(() => synthesize(blueprint)).toThrow(/documents\.deployment: invalid value "container"; expected managed/);
  });
});

describe('vector store', () => {
  const vectors: ResolvedVectorStore = {
    kind: 'vector-store',
    id: 'vectors',
    vcpu: 1,
    memoryGib: 2,
    proxy: PROXY,
    storageGib: 20,
    port: 8000,
    pool: 'vector-nodes',
  };
  const blueprint = blueprintOf({
    components: [
      vectors,
      nodePool('vector-nodes', { nodes: { min: 1, expected: 1, max: 1 }, dataVolumeGib: 24 }),
      nodePool('nodes'),
      service('api', { pool: 'nodes', uses: ['vectors'], proxy: PROXY }),
      service('worker', { pool: 'nodes' }),
    ],
  });

  test('has one encrypted, retained volume with daily snapshots in the zone of its only instance', () => {
    expect(resourceOf(blueprint, 'vector-nodes', 'AWS::EC2::Volume')).toMatchObject({
      Properties: {
        Size: 24,
        Encrypted: true,
        AvailabilityZone: { 'Fn::GetAtt': [expect.stringMatching(/^networkVpcIsolatedSubnet1/), 'AvailabilityZone'] },
      },
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
    expect(resourcesAt(blueprint, 'vector-nodes', 'AWS::DLM::LifecyclePolicy')).toHaveLength(1);
    const { Properties } = resourceOf(blueprint, 'vector-nodes', 'AWS::AutoScaling::AutoScalingGroup');
    expect(Properties).toMatchObject({ MinSize: '1', MaxSize: '1' });
    expect(Properties.VPCZoneIdentifier).toHaveLength(1);
    expect(JSON.stringify(Properties.VPCZoneIdentifier)).toMatch(/PrivateSubnet1/);
  });

  test('has no public address other than that of its instance', () => {
    expect(resourcesAt(blueprint, 'vector-nodes', 'AWS::EC2::EIP')).toEqual([]);
  });

  test('never runs two servers on the same files', () => {
    expect(resourceOf(blueprint, 'vectors', 'AWS::ECS::Service').Properties).toMatchObject({
      DesiredCount: 1,
      DeploymentConfiguration: { MinimumHealthyPercent: 0, MaximumPercent: 100 },
    });
    expect(resourceOf(blueprint, 'vectors', 'AWS::ECS::TaskDefinition').Properties.Volumes).toEqual([
      { Name: 'data', Host: { SourcePath: '/data/vectors' } },
    ]);
  });

  // Amazon ECS developer guide, "Service Connect components": a memory limit of the task above the sum of its containers.
  test('has a task with memory and CPU for the proxy, and clients that are created after it', () => {
    const { Properties } = resourceOf(blueprint, 'vectors', 'AWS::ECS::TaskDefinition');
    expect(Properties).toMatchObject({ Cpu: '1280', Memory: '2112', ContainerDefinitions: [{ Cpu: 1024, Memory: 2048 }] });
    expect(resourceOf(blueprint, 'api', 'AWS::ECS::Service').DependsOn).toEqual(
      expect.arrayContaining([expect.stringMatching(/^vectorsContainerService/)]),
    );
  });

  test('is reachable by name from its clients only', () => {
    expect(environmentOf(blueprint, 'api').VECTORS_URL).toBe('http://vectors:8000');
    expect(resourceOf(blueprint, 'vectors', 'AWS::ECS::Service').Properties.ServiceConnectConfiguration).toMatchObject({
      Services: [{ PortName: 'http-8000', ClientAliases: [{ DnsName: 'vectors', Port: 8000 }] }],
    });
    expect(resourceOf(blueprint, 'api', 'AWS::ECS::Service').Properties.ServiceConnectConfiguration).toMatchObject({ Enabled: true });
    expect(resourceOf(blueprint, 'worker', 'AWS::ECS::Service').Properties.ServiceConnectConfiguration).toEqual({ Enabled: false });
    const rules = resourcesAt(blueprint, 'vector-nodes', 'AWS::EC2::SecurityGroupIngress');
    expect(rules.map(({ Properties }) => JSON.stringify(Properties.SourceSecurityGroupId))).toEqual([expect.stringContaining('nodes')]);
  });
});

import { CfnDeletionPolicy, RemovalPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import { acknowledge } from '../acknowledge';
import type { Client, ComponentOf, DataStoreContext, Dependency } from '../build-context';
import { ComponentConstruct } from '../component-construct';
import type { SecretHolder, SecretProperty } from '../secret-holder';
import { allowClient } from './allow-client';

/** Length of the token. ElastiCache accepts 16 to 128 characters. */
const TOKEN_CHARACTERS = 64;

/** JSON property of the secret that contains the token: on EKS, ExternalSecrets refer to a property, and the token is the same on ECS. */
const PASSWORD = 'password';

/**
 * Redis or Valkey on ElastiCache: encrypted at rest and in transit, with a generated token, snapshots and failover. All
 * tiers use cluster mode, so that more shards are an online resharding of the same replication group. The number of
 * replicas per shard cannot be changed online, so it is the same in all tiers of a system.
 */
export class Cache extends ComponentConstruct implements Dependency, SecretHolder {
  /** The replication group. */
  readonly replicationGroup: elasticache.CfnReplicationGroup;
  /** Security group that clients connect to. */
  readonly connections: ec2.Connections;
  /** Secret with the token. */
  readonly secret: secretsmanager.Secret;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'cache'>,
    { network, existing: { encryptionKey } }: DataStoreContext,
  ) {
    super(scope, component.id);
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: network.vpc, description: `clients of ${component.id}` });
    this.connections = new ec2.Connections({ securityGroups: [securityGroup], defaultPort: ec2.Port.tcp(component.port) });
    this.secret = this.generatedToken();
    const subnets = new elasticache.CfnSubnetGroup(this, 'Subnets', {
      description: `isolated subnets for ${component.id}`,
      subnetIds: network.vpc.selectSubnets(network.data).subnetIds,
    });
    this.replicationGroup = new elasticache.CfnReplicationGroup(this, 'Group', {
      replicationGroupDescription: `${component.id} of ${component.engine}`,
      engine: component.engine,
      engineVersion: component.engineVersion,
      cacheNodeType: component.nodeType,
      numNodeGroups: component.shards,
      replicasPerNodeGroup: component.replicasPerShard,
      cacheParameterGroupName: this.parameters().ref,
      cacheSubnetGroupName: subnets.ref,
      securityGroupIds: [securityGroup.securityGroupId],
      port: component.port,
      atRestEncryptionEnabled: true,
      ...(encryptionKey !== undefined && { kmsKeyId: encryptionKey.keyArn }),
      transitEncryptionEnabled: true,
      authToken: this.secret.secretValueFromJson(PASSWORD).unsafeUnwrap(),
      // Cluster mode requires failover, even when shards have no replicas.
      automaticFailoverEnabled: component.topology === 'cluster' || component.replicasPerShard > 0,
      multiAzEnabled: component.replicasPerShard > 0,
      ...(component.restoreFrom === undefined ? {} : { snapshotName: component.restoreFrom }),
      snapshotRetentionLimit: component.snapshotRetentionDays,
      autoMinorVersionUpgrade: true,
    });
    this.retainData();
    acknowledge(this, {
      AEC5: 'Clients expect the default port; only the security groups of clients can reach it.',
      SMG4: 'Rotation of the token has two steps, so that clients can follow; it is an operational task outside of the template.',
    });
  }

  /** See SecretHolder. */
  placeOf(property: string): SecretProperty {
    return { key: this.secret.secretArn, property };
  }

  /** Allows a client, such as a function in the VPC, to connect and to read the password. */
  grantConnect(client: ec2.IConnectable & iam.IGrantable): iam.Grant {
    allowClient(this, client, ec2.Port.tcp(this.component.port), 'uses the cache');
    return this.secret.grantRead(client);
  }

  /** Allows the client to connect, and gives it the endpoint and the password. */
  serve(client: Client): void {
    const prefix = environmentPrefix(this.node.id);
    const { replicationGroup: group } = this;
    this.connections.allowDefaultPortFrom(client.connections, 'uses the cache');
    const clustered = this.component.topology === 'cluster';
    client.setEnvironment(`${prefix}_HOST`, clustered ? group.attrConfigurationEndPointAddress : group.attrPrimaryEndPointAddress);
    client.setEnvironment(`${prefix}_PORT`, String(this.component.port));
    client.setEnvironment(`${prefix}_TLS`, 'true');
    client.setEnvironment(`${prefix}_CLUSTER`, String(clustered));
    client.setSecret(`${prefix}_PASSWORD`, ecs.Secret.fromSecretsManager(this.secret, PASSWORD));
  }

  private generatedToken(): secretsmanager.Secret {
    const { id } = this.component;
    return new secretsmanager.Secret(this, 'Token', {
      description: `password of ${id}`,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: PASSWORD,
        passwordLength: TOKEN_CHARACTERS,
        excludePunctuation: true,
      },
    });
  }

  private parameters(): elasticache.CfnParameterGroup {
    const { engine, engineVersion, topology, id } = this.component;
    return new elasticache.CfnParameterGroup(this, 'Parameters', {
      cacheParameterGroupFamily: `${engine}${engineVersion.split('.')[0]}`,
      description: `server variables of ${id}`,
      properties: { 'cluster-enabled': topology === 'cluster' ? 'yes' : 'no' },
    });
  }

  private retainData(): void {
    const { cfnOptions } = this.replicationGroup;
    cfnOptions.deletionPolicy = CfnDeletionPolicy.SNAPSHOT;
    cfnOptions.updateReplacePolicy = CfnDeletionPolicy.SNAPSHOT;
    // Without it, CloudFormation would replace the group with an empty one when the number of shards changes.
    cfnOptions.updatePolicy = { useOnlineResharding: true };
  }
}

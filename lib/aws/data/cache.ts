import { CfnDeletionPolicy, RemovalPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import { acknowledge } from '../acknowledge';
import type { BuildContext, Client, ComponentOf, Dependency } from '../build-context';
import { secretName } from '../regional-names';

/** ElastiCache takes 16 to 128 characters and few punctuation marks. */
const TOKEN_CHARACTERS = 64;

/** Property of the token where it has one. */
const PASSWORD = 'password';

/**
 * Redis or Valkey on ElastiCache: encrypted at rest and in transit, with a generated token, snapshots and failover.
 * In cluster mode from the first tier on: more shards are then an online resharding of the same group. The replicas
 * of a shard cannot be changed that way, so a system keeps their number in all its tiers.
 */
export class Cache extends Construct implements Dependency {
  private readonly group: elasticache.CfnReplicationGroup;
  private readonly connections: ec2.Connections;
  private readonly token: secretsmanager.Secret;
  /** Objects of a cluster ask for secrets by name, and for a property of them. */
  private readonly inCluster: boolean;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'cache'>,
    { network, blueprint, primaryStackName }: BuildContext,
  ) {
    super(scope, component.id);
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: network.vpc, description: `clients of ${component.id}` });
    this.connections = new ec2.Connections({ securityGroups: [securityGroup], defaultPort: ec2.Port.tcp(component.port) });
    this.inCluster = blueprint.options.platform === 'eks';
    this.token = this.generatedToken(primaryStackName);
    const subnets = new elasticache.CfnSubnetGroup(this, 'Subnets', {
      description: `isolated subnets for ${component.id}`,
      subnetIds: network.vpc.selectSubnets(network.data).subnetIds,
    });
    this.group = new elasticache.CfnReplicationGroup(this, 'Group', {
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
      transitEncryptionEnabled: true,
      authToken: (this.inCluster ? this.token.secretValueFromJson(PASSWORD) : this.token.secretValue).unsafeUnwrap(),
      // Cluster mode cannot be without failover, even where a shard has no replica yet.
      automaticFailoverEnabled: component.topology === 'cluster' || component.replicasPerShard > 0,
      multiAzEnabled: component.replicasPerShard > 0,
      snapshotRetentionLimit: component.snapshotRetentionDays,
      autoMinorVersionUpgrade: true,
    });
    this.keepData();
    acknowledge(this, {
      AEC5: 'The port is the one that clients expect; only the security groups of its clients reach it.',
      SMG4: 'A token is exchanged in two steps so that clients can follow; that is an operation, not a template.',
    });
  }

  serve(client: Client): void {
    const prefix = environmentPrefix(this.node.id);
    const { group } = this;
    this.connections.allowDefaultPortFrom(client.connections, 'uses the cache');
    const clustered = this.component.topology === 'cluster';
    client.setEnvironment(`${prefix}_HOST`, clustered ? group.attrConfigurationEndPointAddress : group.attrPrimaryEndPointAddress);
    client.setEnvironment(`${prefix}_PORT`, String(this.component.port));
    client.setEnvironment(`${prefix}_TLS`, 'true');
    client.setEnvironment(`${prefix}_CLUSTER`, String(clustered));
    client.setSecret(`${prefix}_PASSWORD`, ecs.Secret.fromSecretsManager(this.token, this.inCluster ? PASSWORD : undefined));
  }

  private generatedToken(primaryStackName: string): secretsmanager.Secret {
    const { id } = this.component;
    return new secretsmanager.Secret(this, 'Token', {
      ...(this.inCluster ? { secretName: secretName(primaryStackName, id) } : {}),
      description: `password of ${id}`,
      removalPolicy: RemovalPolicy.RETAIN,
      generateSecretString: {
        ...(this.inCluster ? { secretStringTemplate: '{}', generateStringKey: PASSWORD } : {}),
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

  private keepData(): void {
    const { cfnOptions } = this.group;
    cfnOptions.deletionPolicy = CfnDeletionPolicy.SNAPSHOT;
    cfnOptions.updateReplacePolicy = CfnDeletionPolicy.SNAPSHOT;
    // Without it CloudFormation would answer a changed number of shards with a new, empty group.
    cfnOptions.updatePolicy = { useOnlineResharding: true };
  }
}

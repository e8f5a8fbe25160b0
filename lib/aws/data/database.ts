import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { DATA_STORE_USER, DATABASE_NAME } from '../../conventions/data-stores';
import { environmentPrefix } from '../../conventions/environment';
import { InputError } from '../../core/problems';
import { acknowledge } from '../acknowledge';
import type { Client, ComponentOf, DataStoreContext, Dependency } from '../build-context';
import { ComponentConstruct } from '../component-construct';
import type { SharedServerProps } from '../database-props';
import { EXPORTED_LOG_RETENTION } from '../log-retention';
import type { NetworkPlace } from '../network/network-place';
import { output } from '../outputs';
import { secretName, serverName } from '../regional-names';
import type { SecretHolder, SecretProperty } from '../secret-holder';
import { allowClient } from './allow-client';
import { databaseEngine } from './database-engine';
import { storageOf } from './database-storage';
import { replicaInRegion } from './regional-replica';

type PrimaryServer = rds.DatabaseInstance | rds.DatabaseInstanceFromSnapshot;

/** Reason for a database whose deletion protection ends. */
const TO_BE_REMOVED = 'The unprotectedDatabases option names the database, because the next update removes it.';
/** Reason for databases without deletion protection. */
const UNPROTECTED = 'The deletionProtection option is false: a failed creation of a protected database cannot be rolled back.';

/** Instance classes without Performance Insights. Source: Amazon RDS user guide, Performance Insights support table. */
const WITHOUT_INSIGHTS = /^db\.t\d[a-z]*\.(micro|small)$/;

/**
 * A relational database on RDS: encrypted gp3 storage in isolated subnets, a generated secret, its own parameter
 * group, backups, read replicas, and a standby in another zone when the blueprint has high availability.
 *
 * IAM authentication is off: it needs 300 MiB to 1 GiB of memory on the instance, which small tiers do not have.
 */
export class Database extends ComponentConstruct implements Dependency, SecretHolder {
  /** The primary instance; in a standby region, the replica. */
  readonly instance: PrimaryServer | rds.DatabaseInstanceReadReplica;
  /** Secret with user name, password and address. */
  readonly secret: secretsmanager.ISecret;
  /** Read replicas of the same region. */
  readonly replicas: readonly rds.DatabaseInstanceReadReplica[];
  /** RDS Proxy; undefined for a database without one. */
  readonly proxy?: rds.DatabaseProxy;
  private readonly port: ec2.Port;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'database'>,
    context: DataStoreContext,
  ) {
    super(scope, component.id);
    const { observability } = context;
    this.port = ec2.Port.tcp(component.port);
    const shared = this.sharedProps(context);
    const { replicaOf } = component;
    if (replicaOf === undefined) {
      const { server, secret } = this.server(shared, context);
      [this.instance, this.secret] = [server, secret];
      this.replicas = Array.from({ length: component.readReplicas }, (_, index) => this.replica(`Replica${index + 1}`, shared, server));
      if (component.pooler !== 'none') this.proxy = this.pooler(context.network, observability, server);
    } else {
      const name = secretName(context.primaryStackName, component.id);
      this.secret = secretsmanager.Secret.fromSecretNameV2(this, 'Secret', name);
      this.instance = replicaInRegion(this, component, replicaOf, serverName(context.primaryStackName, component.id), shared);
      this.replicas = [];
    }
    acknowledge(this, {
      ...(context.blueprint.options.deletionProtection ? {} : { RDS10: UNPROTECTED }),
      ...(component.isUnprotected === true && { RDS10: TO_BE_REMOVED }),
      RDS3: 'A standby in another zone is the high-availability option, which small tiers do not use by default.',
      RDS11: 'Drivers expect the default port; only the security groups of clients can reach it.',
      SMG4: 'Rotation requires a Lambda function in the VPC. The secret is generated and used by reference only.',
    });
    output(this, 'SecretArn', this.secret.secretArn, 'Secret with user name, password and address of the database');
  }

  /** Security groups that clients connect to, on its default port: those of the proxy, which has no port of its own, or of the instance. */
  get connections(): ec2.Connections {
    if (this.proxy === undefined) return this.instance.connections;
    const { securityGroups } = this.proxy.connections;
    return new ec2.Connections({ securityGroups, defaultPort: this.port });
  }

  /** See SecretHolder. The secret of a standby region is a replica of the same name. */
  placeOf(property: string): SecretProperty {
    return { key: this.component.replicaOf === undefined ? this.secret.secretArn : this.secret.secretName, property };
  }

  /** Allows a client, such as a function in the VPC, to connect to the servers and to read the credentials. */
  grantConnect(client: ec2.IConnectable & iam.IGrantable): iam.Grant {
    for (const server of this.servers()) allowClient(server, client, this.port, 'uses the database');
    return this.secret.grantRead(client);
  }

  /** Allows the client to connect, and gives it the endpoints and the credentials. */
  serve(client: Client): void {
    const prefix = environmentPrefix(this.node.id);
    this.allowFrom(client);
    client.setEnvironment(`${prefix}_HOST`, this.proxy?.endpoint ?? this.instance.dbInstanceEndpointAddress);
    client.setEnvironment(`${prefix}_PORT`, String(this.component.port));
    client.setEnvironment(`${prefix}_NAME`, DATABASE_NAME);
    if (this.replicas.length > 0) {
      client.setEnvironment(`${prefix}_READER_HOSTS`, this.replicas.map((replica) => replica.dbInstanceEndpointAddress).join(','));
    }
    client.setSecret(`${prefix}_USERNAME`, ecs.Secret.fromSecretsManager(this.secret, 'username'));
    client.setSecret(`${prefix}_PASSWORD`, ecs.Secret.fromSecretsManager(this.secret, 'password'));
  }

  private allowFrom(client: ec2.IConnectable): void {
    for (const server of this.servers()) server.connections.allowFrom(client, this.port, 'uses the database');
  }

  /** The proxy or the instance, and the replicas. */
  private servers(): readonly ec2.IConnectable[] {
    return [this.proxy ?? this.instance, ...this.replicas];
  }

  private server(
    shared: SharedServerProps,
    { primaryStackName, existing: { encryptionKey } }: DataStoreContext,
  ): { server: PrimaryServer; secret: secretsmanager.ISecret } {
    const { component } = this;
    const { engine, engineLifecycleSupport } = databaseEngine(component);
    const generated = this.generatedSecret(primaryStackName);
    const props = {
      ...shared,
      engine,
      ...storageOf(this.component),
      multiAz: component.multiAz,
      backupRetention: Duration.days(component.backupRetentionDays),
      ...(engineLifecycleSupport === undefined ? {} : { engineLifecycleSupport }),
      ...(component.fixedName ? { instanceIdentifier: serverName(primaryStackName, component.id) } : {}),
      removalPolicy: RemovalPolicy.SNAPSHOT,
    };
    const server =
      component.restoreFrom === undefined
        ? new rds.DatabaseInstance(this, 'Instance', {
            ...props,
            credentials: rds.Credentials.fromSecret(generated, DATA_STORE_USER),
            databaseName: DATABASE_NAME,
            storageEncrypted: true,
            ...(encryptionKey !== undefined && { storageEncryptionKey: encryptionKey }),
          })
        : this.fromSnapshot(props, component.restoreFrom, generated);
    const { secret } = server;
    if (secret === undefined) throw new Error('database with generated credentials has no secret');
    return { server, secret };
  }

  /**
   * The instance from a snapshot, with a new password of the same user. CloudFormation sets the password after the restore. The
   * data is encrypted like the snapshot. Source: CloudFormation template reference, AWS::RDS::DBInstance, DBSnapshotIdentifier, and
   * aws-cloudformation-resource-providers-rds, shouldUpdateAfterCreate.
   */
  private fromSnapshot(
    props: rds.DatabaseInstanceSourceProps,
    snapshotIdentifier: string,
    secret: secretsmanager.ISecret,
  ): rds.DatabaseInstanceFromSnapshot {
    const credentials = rds.SnapshotCredentials.fromSecret(secret);
    const server = new rds.DatabaseInstanceFromSnapshot(this, 'Instance', { ...props, snapshotIdentifier, credentials });
    // The version is that of the snapshot, which RDS may have upgraded since. CloudFormation modifies the version after the restore to
    // the one in the template, and RDS rejects an older one (aws-cloudformation-resource-providers-rds, modifyDbInstanceAfterCreateRequest).
    (server.node.defaultChild as rds.CfnDBInstance).addPropertyDeletionOverride('EngineVersion');
    acknowledge(server, { RDS2: 'The instance is encrypted like its snapshot, and CloudFormation rejects StorageEncrypted with it.' });
    return server;
  }

  /** The generated credentials. Retained when the stack is deleted, because the final snapshot needs them. */
  private generatedSecret(primaryStackName: string): rds.DatabaseSecret {
    const { id, fixedName, replicaRegions } = this.component;
    const secret = new rds.DatabaseSecret(this, 'Secret', {
      username: DATA_STORE_USER,
      // A standby region refers to the secret by name.
      ...(fixedName ? { secretName: secretName(primaryStackName, id) } : {}),
      ...(replicaRegions === undefined ? {} : { replicaRegions: replicaRegions.map((region) => ({ region })) }),
    });
    secret.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    return secret;
  }

  /** Properties of the primary instance and its replicas. */
  private sharedProps({ network, observability: { logRetentionRole }, blueprint }: DataStoreContext): SharedServerProps {
    const { component } = this;
    const { engine, logExports, logParameters } = databaseEngine(component);
    const instanceClass = component.instanceClass ?? '';
    return {
      vpc: network.vpc,
      vpcSubnets: network.data,
      subnetGroup: new rds.SubnetGroup(this, 'Subnets', {
        description: `isolated subnets for ${component.id}`,
        vpc: network.vpc,
        vpcSubnets: network.data,
      }),
      instanceType: new ec2.InstanceType(instanceClass.replace(/^db\./, '')),
      parameterGroup: new rds.ParameterGroup(this, 'Parameters', {
        engine,
        description: `server variables of ${component.id}`,
        parameters: { ...logParameters, ...component.parameters },
      }),
      port: component.port,
      // The same in all tiers: a change of the storage type is a slow migration.
      storageType: rds.StorageType.GP3,
      ...(component.iops !== undefined && { iops: component.iops }),
      cloudwatchLogsExports: [...logExports],
      cloudwatchLogsRetention: EXPORTED_LOG_RETENTION,
      ...(logRetentionRole !== undefined && { cloudwatchLogsRetentionRole: logRetentionRole }),
      enablePerformanceInsights: !WITHOUT_INSIGHTS.test(instanceClass),
      autoMinorVersionUpgrade: true,
      copyTagsToSnapshot: true,
      publiclyAccessible: false,
      deletionProtection: blueprint.options.deletionProtection && component.isUnprotected !== true,
    };
  }

  private replica(id: string, { port: _inherited, ...shared }: SharedServerProps, server: PrimaryServer): rds.DatabaseInstanceReadReplica {
    const replica = new rds.DatabaseInstanceReadReplica(this, id, {
      ...shared,
      sourceDatabaseInstance: server,
      ...storageOf(this.component),
      // A smaller tier may delete the replica; the source has all data.
      deletionProtection: false,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(replica, {
      RDS2: 'A replica uses the encryption key of its source, and CloudFormation rejects StorageEncrypted on replicas.',
      RDS10: 'A replica has no data that its source does not have; tiers add and remove replicas.',
    });
    return replica;
  }

  private pooler(
    { vpc, data }: NetworkPlace,
    { logRetentionRole }: DataStoreContext['observability'],
    server: PrimaryServer,
  ): rds.DatabaseProxy {
    if (this.component.pooler === 'pgbouncer') {
      throw new InputError('blueprint', [
        {
          path: `components.${this.component.id}.pooler`,
          received: '"pgbouncer"',
          expected: 'none or rds-proxy: pgbouncer is not supported on AWS',
        },
      ]);
    }
    const proxy = new rds.DatabaseProxy(this, 'Proxy', {
      proxyTarget: rds.ProxyTarget.fromInstance(server),
      secrets: [this.secret],
      ...this.connectionShare(),
      vpc,
      vpcSubnets: data,
      requireTLS: true,
    });
    // A proxy always logs to this group, and creates it without a retention period. Source: aws/aws-cdk#23720.
    new logs.LogRetention(proxy, 'LogRetention', {
      logGroupName: `/aws/rds/proxy/${proxy.dbProxyName}`,
      retention: EXPORTED_LOG_RETENTION,
      ...(logRetentionRole !== undefined && { role: logRetentionRole }),
    });
    return proxy;
  }

  /** Largest share of server connections for the proxy. RDS Proxy expects a percentage, and has no limit for client connections. */
  private connectionShare(): Pick<rds.DatabaseProxyProps, 'maxConnectionsPercent'> {
    const { poolerLimits, maxConnections } = this.component;
    if (poolerLimits === undefined) return {};
    return { maxConnectionsPercent: Math.max(1, Math.min(100, Math.floor((poolerLimits.serverConnections / maxConnections) * 100))) };
  }
}

import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import { AWS_VERSIONS } from '../../conventions/aws-versions';
import { DATA_STORE_USER } from '../../conventions/data-stores';
import { environmentPrefix } from '../../conventions/environment';
import { InputError, shown } from '../../core/problems';
import { acknowledge } from '../acknowledge';
import type { BuildContext, Client, ComponentOf, Dependency } from '../build-context';
import { EXPORTED_LOG_RETENTION } from '../log-retention';
import type { Network } from '../network/network';
import { output } from '../outputs';
import type { SecretHolder, SecretProperty } from '../secret-holder';

/** Events that cdk-nag checks one by one; DocumentDB exports them together in the audit log. */
const AUDITED = ['authenticate', 'createIndex', 'dropCollection'] as const;

/**
 * DocumentDB: per shard one cluster with a writer and its replicas, with shared, encrypted storage in isolated subnets. The
 * first shard is the cluster of a tier without shards, so that adding shards does not replace it. Services get the
 * addresses of all shards and decide which document is in which shard.
 */
export class DocumentStore extends Construct implements Dependency, SecretHolder {
  /** A cluster for each shard. */
  readonly clusters: readonly docdb.DatabaseCluster[];
  /** Secret with user name and password. */
  readonly secret: docdb.DatabaseSecret;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'document-store'>,
    { network, observability, blueprint, existing: { encryptionKey } }: BuildContext,
  ) {
    super(scope, component.id);
    refuseContainers(component);
    this.secret = new docdb.DatabaseSecret(this, 'Secret', {
      username: DATA_STORE_USER,
    });
    // Retained when the stack is deleted, because the final snapshots need the credentials.
    this.secret.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    const parameters = new docdb.ClusterParameterGroup(this, 'Parameters', {
      family: `docdb${AWS_VERSIONS.documentDb.version}`,
      description: `server variables of ${component.id}`,
      parameters: { tls: 'enabled', audit_logs: 'enabled', profiler: 'enabled' },
    });
    const { deletionProtection } = blueprint.options;
    const { shards, protectedShards = shards } = component;
    const settings = {
      parameterGroup: parameters,
      cloudWatchLogsRetentionRole: observability.logRetentionRole,
      ...(encryptionKey !== undefined && { kmsKey: encryptionKey }),
    };
    const isProtected = (shard: number) => deletionProtection && shard < protectedShards;
    const first = this.cluster(this, network, 0, { ...settings, deletionProtection: isProtected(0) });
    const others = Array.from({ length: shards - 1 }, (_, index) =>
      this.cluster(new Construct(this, `Shard${index + 2}`), network, index + 1, {
        ...settings,
        deletionProtection: isProtected(index + 1),
      }),
    );
    this.clusters = [first, ...others];
    this.secret.attach(first);
    acknowledge(this, {
      DOC3: 'The rule cannot evaluate the password, which is a reference to the generated secret.',
      DOC2: 'Drivers expect the default port; only the security groups of clients can reach it.',
      ...Object.fromEntries(AUDITED.map((event) => [`DOC5[LogExport::${event}]`, 'The exported audit log contains these events.'])),
      SMG4: 'Rotation requires a Lambda function in the VPC. The secret is generated and used by reference only.',
    });
    output(this, 'SecretArn', this.secret.secretArn, 'Secret with user name, password and address of the document store');
  }

  /** See SecretHolder. */
  placeOf(property: string): SecretProperty {
    return { key: this.secret.secretArn, property };
  }

  /** Allows the client to connect, and gives it the endpoints of all shards and the credentials. */
  serve(client: Client): void {
    const prefix = environmentPrefix(this.node.id);
    const port = ec2.Port.tcp(this.component.port);
    for (const { connections } of this.clusters) connections.allowFrom(client.connections, port, 'uses the document store');
    const [first] = this.clusters;
    client.setEnvironment(`${prefix}_HOST`, first?.clusterEndpoint.hostname ?? '');
    client.setEnvironment(`${prefix}_READER_HOST`, first?.clusterReadEndpoint.hostname ?? '');
    if (this.clusters.length > 1) {
      client.setEnvironment(`${prefix}_SHARD_HOSTS`, this.clusters.map(({ clusterEndpoint }) => clusterEndpoint.hostname).join(','));
      client.setEnvironment(
        `${prefix}_SHARD_READER_HOSTS`,
        this.clusters.map(({ clusterReadEndpoint }) => clusterReadEndpoint.hostname).join(','),
      );
    }
    client.setEnvironment(`${prefix}_PORT`, String(this.component.port));
    client.setSecret(`${prefix}_USERNAME`, ecs.Secret.fromSecretsManager(this.secret, 'username'));
    client.setSecret(`${prefix}_PASSWORD`, ecs.Secret.fromSecretsManager(this.secret, 'password'));
  }

  private cluster(
    scope: Construct,
    { vpc, data }: Network,
    shard: number,
    settings: Pick<docdb.DatabaseClusterProps, 'parameterGroup' | 'deletionProtection' | 'cloudWatchLogsRetentionRole' | 'kmsKey'>,
  ): docdb.DatabaseCluster {
    const { instanceClass = '', replicasPerShard, port, backupRetentionDays } = this.component;
    const cluster = new docdb.DatabaseCluster(scope, 'Cluster', {
      engineVersion: AWS_VERSIONS.documentDb.first,
      // All shards have the same credentials, so that a client needs only one password.
      masterUser: { username: DATA_STORE_USER, password: this.secret.secretValueFromJson('password') },
      instanceType: new ec2.InstanceType(instanceClass.replace(/^db\./, '')),
      instances: 1 + replicasPerShard,
      vpc,
      vpcSubnets: data,
      port,
      storageEncrypted: true,
      backup: { retention: Duration.days(backupRetentionDays) },
      ...settings,
      exportAuditLogsToCloudWatch: true,
      exportProfilerLogsToCloudWatch: true,
      cloudWatchLogsRetention: EXPORTED_LOG_RETENTION,
      removalPolicy: RemovalPolicy.SNAPSHOT,
    });
    changeOneByOne(cluster);
    const snapshot = this.component.restoreFrom?.[shard];
    if (snapshot !== undefined) restore(cluster, snapshot);
    return cluster;
  }
}

/**
 * Instances depend on each other, so that an update changes their class one after the other. CloudFormation changes resources in parallel
 * that do not, and then no instance takes over.
 */
function changeOneByOne(cluster: docdb.DatabaseCluster): void {
  const instances = cluster.node.findAll().filter((child) => child instanceof docdb.CfnDBInstance);
  for (const [index, instance] of instances.entries()) {
    const previous = instances[index - 1];
    if (previous !== undefined) instance.addResourceDependency(previous);
  }
}

/**
 * Creates a cluster from a snapshot, which has its user and password. Source: Amazon DocumentDB API reference,
 * RestoreDBClusterFromSnapshot, which takes neither.
 */
function restore(cluster: docdb.DatabaseCluster, snapshot: string): void {
  const resource = cluster.node.findAll().find((child) => child instanceof docdb.CfnDBCluster);
  if (resource === undefined) throw new Error('a document store has no cluster');
  resource.snapshotIdentifier = snapshot;
  resource.addPropertyDeletionOverride('MasterUsername');
  resource.addPropertyDeletionOverride('MasterUserPassword');
}

function refuseContainers({ id, deployment }: ComponentOf<'document-store'>): void {
  if (deployment === 'managed') return;
  throw new InputError('blueprint', [
    { path: `components.${id}.deployment`, received: shown(deployment), expected: 'managed: containers are not supported on AWS' },
  ]);
}

import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import { InputError, shown } from '../../core/problems';
import { acknowledge } from '../acknowledge';
import type { BuildContext, Client, ComponentOf, Dependency } from '../build-context';
import type { Network } from '../network/network';
import { output } from '../outputs';
import { secretName } from '../regional-names';

const ENGINE_VERSION = '5.0.0';
const USER = 'app';

/** Events that the rule pack wants exported one by one; DocumentDB exports them together, as its audit log. */
const AUDITED = ['authenticate', 'createIndex', 'dropCollection'] as const;

/**
 * DocumentDB: for each shard a cluster of one writer and its replicas over shared, encrypted storage in isolated
 * subnets. The first cluster is the only one of a tier without shards, so that adding shards leaves it where it is.
 * Which document is in which shard is decided by the services: they are given all addresses.
 */
export class DocumentStore extends Construct implements Dependency {
  private readonly shards: readonly docdb.DatabaseCluster[];
  private readonly secret: docdb.DatabaseSecret;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'document-store'>,
    { network, blueprint, primaryStackName }: BuildContext,
  ) {
    super(scope, component.id);
    refuseContainers(component);
    this.secret = new docdb.DatabaseSecret(this, 'Secret', {
      username: USER,
      // Objects of a cluster ask for it by name.
      ...(blueprint.options.platform === 'eks' ? { secretName: secretName(primaryStackName, component.id) } : {}),
    });
    // Kept with the snapshot that is left when the stack goes: the data opens with it.
    this.secret.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const parameters = new docdb.ClusterParameterGroup(this, 'Parameters', {
      family: 'docdb5.0',
      description: `server variables of ${component.id}`,
      parameters: { tls: 'enabled', audit_logs: 'enabled', profiler: 'enabled' },
    });
    const first = this.cluster(this, network, parameters);
    const others = Array.from({ length: component.shards - 1 }, (_, index) =>
      this.cluster(new Construct(this, `Shard${index + 2}`), network, parameters),
    );
    this.shards = [first, ...others];
    this.secret.attach(first);
    acknowledge(this, {
      DOC3: 'The rule wants to read the password, which is a reference to the generated secret.',
      DOC2: 'The port is the one that drivers expect; only the security groups of its clients reach it.',
      ...Object.fromEntries(AUDITED.map((event) => [`DOC5[LogExport::${event}]`, 'The audit log, which is exported, has these events.'])),
      SMG4: 'Rotation takes a function of its own in the network. The secret is generated and read by reference only.',
    });
    output(this, 'SecretArn', this.secret.secretArn, 'Secret with user name, password and address of the document store');
  }

  serve(client: Client): void {
    const prefix = environmentPrefix(this.node.id);
    const port = ec2.Port.tcp(this.component.port);
    for (const { connections } of this.shards) connections.allowFrom(client.connections, port, 'uses the document store');
    const [first] = this.shards;
    client.setEnvironment(`${prefix}_HOST`, first?.clusterEndpoint.hostname ?? '');
    client.setEnvironment(`${prefix}_READER_HOST`, first?.clusterReadEndpoint.hostname ?? '');
    if (this.shards.length > 1) {
      client.setEnvironment(`${prefix}_SHARD_HOSTS`, this.shards.map(({ clusterEndpoint }) => clusterEndpoint.hostname).join(','));
      client.setEnvironment(
        `${prefix}_SHARD_READER_HOSTS`,
        this.shards.map(({ clusterReadEndpoint }) => clusterReadEndpoint.hostname).join(','),
      );
    }
    client.setEnvironment(`${prefix}_PORT`, String(this.component.port));
    client.setSecret(`${prefix}_USERNAME`, ecs.Secret.fromSecretsManager(this.secret, 'username'));
    client.setSecret(`${prefix}_PASSWORD`, ecs.Secret.fromSecretsManager(this.secret, 'password'));
  }

  private cluster(scope: Construct, { vpc, data }: Network, parameterGroup: docdb.IClusterParameterGroup): docdb.DatabaseCluster {
    const { instanceClass = '', replicasPerShard, port, backupRetentionDays } = this.component;
    return new docdb.DatabaseCluster(scope, 'Cluster', {
      engineVersion: ENGINE_VERSION,
      // All shards open with one secret: a client has one password.
      masterUser: { username: USER, password: this.secret.secretValueFromJson('password') },
      instanceType: new ec2.InstanceType(instanceClass.replace(/^db\./, '')),
      instances: 1 + replicasPerShard,
      vpc,
      vpcSubnets: data,
      port,
      storageEncrypted: true,
      backup: { retention: Duration.days(backupRetentionDays) },
      parameterGroup,
      exportAuditLogsToCloudWatch: true,
      exportProfilerLogsToCloudWatch: true,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.SNAPSHOT,
    });
  }
}

function refuseContainers({ id, deployment }: ComponentOf<'document-store'>): void {
  if (deployment === 'managed') return;
  throw new InputError('blueprint', [
    { path: `components.${id}.deployment`, received: shown(deployment), expected: 'managed: containers are not supported on AWS' },
  ]);
}

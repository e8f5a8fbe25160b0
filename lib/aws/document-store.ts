import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import { InputError } from '../problems';
import { acknowledge } from './acknowledge';
import type { BuildContext, Client, ComponentOf, Dependency } from './build-context';
import { environmentPrefix } from './names';
import { output } from './outputs';

const ENGINE_VERSION = '5.0.0';
const USER = 'app';

/** DocumentDB: one writer and its replicas over shared, encrypted storage in isolated subnets. */
export class DocumentStore extends Construct implements Dependency {
  private readonly cluster: docdb.DatabaseCluster;
  private readonly secret: docdb.DatabaseSecret;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'document-store'>,
    { network }: BuildContext,
  ) {
    super(scope, component.id);
    refuseWhatItIsNot(component);
    this.secret = new docdb.DatabaseSecret(this, 'Secret', { username: USER });
    // Kept with the snapshot that is left when the stack goes: the data opens with it.
    this.secret.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.cluster = new docdb.DatabaseCluster(this, 'Cluster', {
      engineVersion: ENGINE_VERSION,
      masterUser: { username: USER, password: this.secret.secretValueFromJson('password') },
      instanceType: new ec2.InstanceType((component.instanceClass ?? '').replace(/^db\./, '')),
      instances: 1 + component.replicasPerShard,
      vpc: network.vpc,
      vpcSubnets: network.data,
      port: component.port,
      storageEncrypted: true,
      backup: { retention: Duration.days(component.backupRetentionDays) },
      parameterGroup: new docdb.ClusterParameterGroup(this, 'Parameters', {
        family: 'docdb5.0',
        description: `server variables of ${component.id}`,
        parameters: { tls: 'enabled', audit_logs: 'enabled', profiler: 'enabled' },
      }),
      exportAuditLogsToCloudWatch: true,
      exportProfilerLogsToCloudWatch: true,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.SNAPSHOT,
    });
    this.secret.attach(this.cluster);
    acknowledge(this, {
      DOC3: 'The port is the one that drivers expect; only the security groups of its clients reach it.',
      SMG4: 'Rotation takes a function of its own in the network. The secret is generated and read by reference only.',
    });
    output(this, 'SecretArn', this.secret.secretArn, 'Secret with user name, password and address of the document store');
  }

  serve(client: Client): void {
    const prefix = environmentPrefix(this.node.id);
    this.cluster.connections.allowFrom(client.connections, ec2.Port.tcp(this.component.port), 'uses the document store');
    client.setEnvironment(`${prefix}_HOST`, this.cluster.clusterEndpoint.hostname);
    client.setEnvironment(`${prefix}_READER_HOST`, this.cluster.clusterReadEndpoint.hostname);
    client.setEnvironment(`${prefix}_PORT`, String(this.component.port));
    client.setSecret(`${prefix}_USERNAME`, ecs.Secret.fromSecretsManager(this.secret, 'username'));
    client.setSecret(`${prefix}_PASSWORD`, ecs.Secret.fromSecretsManager(this.secret, 'password'));
  }
}

function refuseWhatItIsNot({ id, deployment, shards }: ComponentOf<'document-store'>): void {
  const problems = [
    ...(deployment === 'managed'
      ? []
      : [{ path: `components.${id}.deployment`, received: deployment, allowed: 'managed on AWS; containers are not yet synthesized' }]),
    ...(shards === 1
      ? []
      : [{ path: `components.${id}.shards`, received: String(shards), allowed: '1 on AWS; sharded clusters are not yet synthesized' }]),
  ];
  if (problems.length > 0) throw new InputError('blueprint', problems);
}

import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import type { BuildContext, Client, ComponentOf, Dependency, SecretKey } from '../build-context';
import { ANYWHERE, POD_IDENTITY_AGENT, tcp } from '../entry/network-paths';
import { credentials } from './credentials';
import { connectionName } from './managed-connection';

/** Object storage outside of the cluster: the chart has the name of the bucket and, outside of EKS, its access keys. */
export class Bucket extends Construct implements Dependency {
  private readonly secret: ((property: string) => SecretKey) | undefined;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'bucket'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
    const { blueprint } = context;
    // On EKS, the CDK stack creates the bucket, its ConfigMap and the IAM permissions.
    if (blueprint.options.platform === 'eks') return;
    this.secret = credentials(this, blueprint, component.id, ['accessKeyId', 'secretAccessKey']);
    new k8s.KubeConfigMap(this, 'Connection', {
      metadata: { name: connectionName(component.id) },
      data: { [`${environmentPrefix(component.id)}_BUCKET`]: `${blueprint.stackName}-${component.id}` },
    });
  }

  /** Opens the network path of a service to the object storage, and sets its environment variables. */
  serve(client: Client): void {
    const { id } = this.component;
    this.context.paths.allow(client.endpoint, ANYWHERE, [tcp(443)]);
    client.setEnvironmentFrom(connectionName(id));
    if (this.secret === undefined) {
      this.context.paths.allow(client.endpoint, POD_IDENTITY_AGENT, [tcp(80)]);
      return;
    }
    const prefix = environmentPrefix(id);
    client.setSecret(`${prefix}_ACCESS_KEY_ID`, this.secret('accessKeyId'));
    client.setSecret(`${prefix}_SECRET_ACCESS_KEY`, this.secret('secretAccessKey'));
  }
}

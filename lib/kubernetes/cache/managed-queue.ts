import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import type { BuildContext, Client, ComponentOf, QueueDependency, ScalingTrigger } from '../build-context';
import { TriggerAuthentication } from '../custom-resources/trigger-authentication';
import { connectionName } from '../data/managed-connection';
import { ANYWHERE, POD_IDENTITY_AGENT, tcp } from '../entry/network-paths';

/** An SQS queue. Its URL is in the ConfigMap that the CDK stack creates; pods access it with their IAM role over HTTPS. */
export class ManagedQueue extends Construct implements QueueDependency {
  private authenticated = false;

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'queue'>,
    private readonly context: BuildContext,
  ) {
    super(scope, component.id);
  }

  /** Opens the network paths of a service that sends messages, and sets its environment variables. */
  serve(client: Client): void {
    this.context.paths.allow(client.endpoint, ANYWHERE, [tcp(443)]);
    this.context.paths.allow(client.endpoint, POD_IDENTITY_AGENT, [tcp(80)]);
    client.setEnvironmentFrom(connectionName(this.component.id));
  }

  /** The same as `serve`: a worker needs no further settings. */
  serveWorker(client: Client): void {
    this.serve(client);
  }

  /** KEDA trigger on the queue length. KEDA's operator reads it with its own IAM role. */
  trigger(depthPerInstance: number): ScalingTrigger {
    const { id } = this.component;
    if (!this.authenticated) {
      new TriggerAuthentication(this, 'Scaling', { metadata: { name: id }, spec: { podIdentity: { provider: 'aws' } } });
      this.authenticated = true;
    }
    return {
      type: 'aws-sqs-queue',
      metadata: {
        queueURLFromEnv: `${environmentPrefix(id)}_QUEUE_URL`,
        queueLength: String(depthPerInstance),
        awsRegion: this.context.blueprint.network.region,
      },
      authentication: id,
    };
  }
}

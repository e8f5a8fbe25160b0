import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import type { Client, ComponentOf, Dependency } from '../build-context';
import { ComponentConstruct } from '../component-construct';

/** Retention of failed messages: the maximum of SQS. */
const FAILED_RETENTION = Duration.days(14);

/** An SQS queue with a dead-letter queue, both encrypted and TLS only. */
export class Queue extends ComponentConstruct implements Dependency {
  /** The queue. */
  readonly queue: sqs.Queue;

  constructor(scope: Construct, component: ComponentOf<'queue'>) {
    super(scope, component.id);
    const failed = new sqs.Queue(this, 'Failed', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: FAILED_RETENTION,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.queue = new sqs.Queue(this, 'Queue', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(component.visibilitySeconds),
      // Waiting messages are work that clients expect to be done.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      deadLetterQueue: { queue: failed, maxReceiveCount: component.maxReceives },
    });
  }

  /** Allows the client to send messages. */
  serve(client: Client): void {
    this.queue.grantSendMessages(client.role);
    this.setUrl(client);
  }

  /** Allows a worker to receive and delete messages. */
  serveWorker(client: Client): void {
    this.queue.grantConsumeMessages(client.role);
    this.setUrl(client);
  }

  /** Allows a role to read the number of waiting messages, but not the messages. */
  allowMetrics(role: iam.IRole): void {
    this.queue.grant(role, 'sqs:GetQueueAttributes');
  }

  private setUrl(client: Client): void {
    client.setEnvironment(`${environmentPrefix(this.node.id)}_QUEUE_URL`, this.queue.queueUrl);
  }
}

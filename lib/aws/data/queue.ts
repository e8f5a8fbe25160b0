import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { environmentPrefix } from '../../conventions/environment';
import type { Client, ComponentOf, Dependency } from '../build-context';

/** The longest that SQS keeps a message: failed work can be looked at for two weeks. */
const FAILED_KEPT = Duration.days(14);

/** An SQS queue, encrypted and over TLS only, with a second queue for messages that failed too often. */
export class Queue extends Construct implements Dependency {
  readonly queue: sqs.Queue;

  constructor(scope: Construct, component: ComponentOf<'queue'>) {
    super(scope, component.id);
    const failed = new sqs.Queue(this, 'Failed', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: FAILED_KEPT,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.queue = new sqs.Queue(this, 'Queue', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(component.visibilitySeconds),
      // Work that waits was promised to somebody.
      removalPolicy: RemovalPolicy.RETAIN,
      deadLetterQueue: { queue: failed, maxReceiveCount: component.maxReceives },
    });
  }

  /** For who leaves work. */
  serve(client: Client): void {
    this.queue.grantSendMessages(client.role);
    this.nameFor(client);
  }

  /** For who does the work. */
  serveWorker(client: Client): void {
    this.queue.grantConsumeMessages(client.role);
    this.nameFor(client);
  }

  /** For who counts the work that waits, and reads none of it. */
  serveCounter(role: iam.IRole): void {
    this.queue.grant(role, 'sqs:GetQueueAttributes');
  }

  private nameFor(client: Client): void {
    client.setEnvironment(`${environmentPrefix(this.node.id)}_QUEUE_URL`, this.queue.queueUrl);
  }
}

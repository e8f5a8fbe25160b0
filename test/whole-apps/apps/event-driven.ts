import { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { WholeApp } from '../whole-app';

export const eventDriven: WholeApp = {
  name: 'event-driven',
  build: (app) => {
    const stack = new Stack(app, 'Orders');
    const eventBus = new events.EventBus(stack, 'Bus');
    const topic = new sns.Topic(stack, 'Placed');
    new events.Rule(stack, 'OnPlaced', {
      eventBus,
      eventPattern: { source: ['shop'], detailType: ['OrderPlaced'] },
      targets: [new targets.SnsTopic(topic)],
    });
    for (const name of ['Billing', 'Shipping']) topic.addSubscription(new SqsSubscription(new sqs.Queue(stack, name)));
  },
  usage: {
    Bus: { events: 10_000_000 },
    Placed: { publishedMessages: 5_000_000 },
    Billing: { queueRequests: 15_000_000 },
    Shipping: { queueRequests: 15_000_000 },
  },
  // Custom events, requests of the topic (its deliveries to queues have no charge), and requests of two queues:
  // https://aws.amazon.com/eventbridge/pricing/, https://aws.amazon.com/sns/pricing/, https://aws.amazon.com/sqs/pricing/.
  handWorkedUsd: [10 * 1, 5 * 0.5, ...[15 * 0.4, 15 * 0.4]],
};

import { is } from '../property-condition';
import { count, noneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const mqBroker: Rule = {
  id: 'mq-broker',
  severity: 'error',
  description: 'Broker has a deployment mode of the other engine, or another number of subnets than its mode requires',
  fix: 'Use ACTIVE_STANDBY_MULTI_AZ with two subnets for ActiveMQ, CLUSTER_MULTI_AZ for RabbitMQ, or SINGLE_INSTANCE with one subnet',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-amazonmq-broker.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::AmazonMQ::Broker',
      when(is('EngineType', 'RABBITMQ', 'RabbitMQ'), noneOf('DeploymentMode', 'ACTIVE_STANDBY_MULTI_AZ')),
      when(is('EngineType', 'ACTIVEMQ', 'ActiveMQ'), noneOf('DeploymentMode', 'CLUSTER_MULTI_AZ')),
      when(is('DeploymentMode', 'SINGLE_INSTANCE'), count('SubnetIds', { most: 1 })),
      when(is('DeploymentMode', 'ACTIVE_STANDBY_MULTI_AZ'), count('SubnetIds', { least: 2, most: 2 })),
    ),
};

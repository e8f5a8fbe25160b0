import type { Rule } from '../rule';
import { ec2FixedZone } from './ec2-fixed-zone';
import { ecsFargateSize } from './ecs-fargate-size';
import { ecsRebalancingMaximum } from './ecs-rebalancing-maximum';
import { ecsServiceConnectMemory } from './ecs-service-connect-memory';
import { eksNodePublicSubnet } from './eks-node-public-subnet';
import { eksPublicEndpoint } from './eks-public-endpoint';
import { eksUpgradePolicy } from './eks-upgrade-policy';
import { elbListenerPort } from './elb-listener-port';
import { logRetention } from './log-retention';
import { rdsReplicaSourceArn } from './rds-replica-source-arn';

/** Every rule, in the order of the ids. */
export const RULES: readonly Rule[] = [
  ec2FixedZone,
  ecsFargateSize,
  ecsRebalancingMaximum,
  ecsServiceConnectMemory,
  eksNodePublicSubnet,
  eksPublicEndpoint,
  eksUpgradePolicy,
  elbListenerPort,
  logRetention,
  rdsReplicaSourceArn,
];

import { is } from '../property-condition';
import { absent, ordered, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const RESOURCES = 'ComputeResources';
/** Settings that the page of the citation excludes for Fargate. */
const OF_INSTANCES = [
  'AllocationStrategy',
  'DesiredvCpus',
  'Ec2KeyPair',
  'InstanceRole',
  'InstanceTypes',
  'LaunchTemplate',
  'MinvCpus',
  'PlacementGroup',
];

export const batchCompute: Rule = {
  id: 'batch-compute',
  severity: 'error',
  description:
    'Compute environment on Fargate has settings of instances, or one on instances lacks them or has a minimum above its maximum',
  fix: 'Remove InstanceTypes, InstanceRole and MinvCpus on Fargate, and set them for instances',
  citation: 'https://docs.aws.amazon.com/batch/latest/APIReference/API_ComputeResource.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::Batch::ComputeEnvironment',
      when(is(`${RESOURCES}.Type`, 'FARGATE', 'FARGATE_SPOT'), ...OF_INSTANCES.map((name) => absent(`${RESOURCES}.${name}`))),
      when(is(`${RESOURCES}.Type`, 'EC2', 'SPOT'), required(`${RESOURCES}.InstanceTypes`)),
      ordered(`${RESOURCES}.MinvCpus`, `${RESOURCES}.MaxvCpus`),
    ),
};

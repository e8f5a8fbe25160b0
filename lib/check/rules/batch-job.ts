import { all, type Condition, lacks } from '../property-condition';
import { absent, noneOf, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';
import { itemsAt } from '../values';

const CONTAINER = 'ContainerProperties';
const ON_FARGATE: Condition = {
  holds: (job) => itemsAt(job, 'PlatformCapabilities').includes('FARGATE'),
  words: 'FARGATE',
};
/** Settings that the page of the citation excludes for Fargate. */
const OF_INSTANCES = ['InstanceType', 'Ulimits', 'Vcpus', 'Memory', 'LinuxParameters.Devices', 'LinuxParameters.SharedMemorySize'];

export const batchJob: Rule = {
  id: 'batch-job',
  severity: 'error',
  description: 'Job definition on Fargate has no execution role or no resource requirements, or has settings of instances',
  fix: 'Set ExecutionRoleArn and ResourceRequirements on Fargate, and remove Privileged, Vcpus and Memory',
  citation: 'https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerProperties.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::Batch::JobDefinition',
      when(
        all(ON_FARGATE, lacks('EcsProperties')),
        required(`${CONTAINER}.ExecutionRoleArn`),
        required(`${CONTAINER}.ResourceRequirements`),
        noneOf(`${CONTAINER}.Privileged`, 'true'),
        ...OF_INSTANCES.map((name) => absent(`${CONTAINER}.${name}`)),
      ),
    ),
};

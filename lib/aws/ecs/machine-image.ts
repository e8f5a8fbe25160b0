import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { ComponentOf } from '../build-context';

const PARAMETERS = '/aws/service/ecs/optimized-ami/amazon-linux-2023';

/**
 * The ECS-optimized Amazon Linux 2023 AMI for the architecture and GPU of a node pool. The launch template refers to the SSM
 * parameter that AWS updates, so that each new instance has the latest AMI without a deployment.
 */
export function machineImage({ architecture, gpu }: Pick<ComponentOf<'node-pool'>, 'architecture' | 'gpu'>): ec2.IMachineImage {
  const variant = gpu !== undefined ? '/gpu' : architecture === 'arm64' ? '/arm64' : '';
  return ec2.MachineImage.resolveSsmParameterAtLaunch(`${PARAMETERS}${variant}/recommended/image_id`);
}

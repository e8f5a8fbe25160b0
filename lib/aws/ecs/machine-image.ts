import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { ComponentOf } from '../build-context';

const PARAMETERS = '/aws/service/ecs/optimized-ami/amazon-linux-2023';

/**
 * The ECS-optimized Amazon Linux 2023 image for a pool's processor and GPU. The launch template names the parameter
 * that AWS keeps up to date, so each new machine has the newest image without a deployment.
 */
export function machineImage({ architecture, gpu }: Pick<ComponentOf<'node-pool'>, 'architecture' | 'gpu'>): ec2.IMachineImage {
  const variant = gpu !== undefined ? '/gpu' : architecture === 'arm64' ? '/arm64' : '';
  return ec2.MachineImage.resolveSsmParameterAtLaunch(`${PARAMETERS}${variant}/recommended/image_id`);
}

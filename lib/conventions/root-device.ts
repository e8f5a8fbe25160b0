/** Root device of the images of Amazon Linux that ECS, EKS and Karpenter start. Source: Amazon EC2 user guide, "Device names for volumes". */
export const ROOT_DEVICE = '/dev/xvda';

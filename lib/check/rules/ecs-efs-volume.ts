import { has, is } from '../property-condition';
import { each, oneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const EFS = 'EFSVolumeConfiguration';
const ENCRYPTED = oneOf(`${EFS}.TransitEncryption`, ['ENABLED'], 'DISABLED');

export const ecsEfsVolume: Rule = {
  id: 'ecs-efs-volume',
  severity: 'error',
  description:
    'Volume of EFS has an access point or IAM authorization without encryption in transit, or an access point next to another root directory',
  fix: 'Set TransitEncryption to ENABLED, and leave RootDirectory to the access point',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::ECS::TaskDefinition',
      each(
        'Volumes',
        when(has(`${EFS}.AuthorizationConfig.AccessPointId`), ENCRYPTED, oneOf(`${EFS}.RootDirectory`, ['/'])),
        when(is(`${EFS}.AuthorizationConfig.IAM`, 'ENABLED'), ENCRYPTED),
      ),
    ),
};

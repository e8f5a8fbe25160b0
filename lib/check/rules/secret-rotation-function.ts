import type { Rule } from '../rule';
import { isAbsent } from '../values';

export const secretRotationFunction: Rule = {
  id: 'secret-rotation-function',
  severity: 'error',
  description: 'Rotation schedule of a secret names no function that rotates it',
  fix: 'Set RotationLambdaARN to a function, or HostedRotationLambda to a template of Secrets Manager',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-rotationschedule.html',
  unsettled:
    'A secret that another service manages rotates without a function, and its schedule can be changed. The rule reports schedules of secrets of the template only, which no other service manages',
  *check(context) {
    for (const schedule of context.ofType('AWS::SecretsManager::RotationSchedule')) {
      const secret = context.targetOf('AWS::SecretsManager::Secret', schedule.properties.SecretId);
      const has = (name: string) => !isAbsent(schedule.properties, name);
      if (secret === undefined || has('RotationLambdaARN') || has('HostedRotationLambda') || has('ExternalSecretRotationMetadata'))
        continue;
      yield { resource: schedule, path: 'Properties.RotationLambdaARN', expected: 'the ARN of a function, or HostedRotationLambda' };
    }
  },
};

import { FUNCTION_PERMISSION, mayPermit } from '../function-permissions';
import type { Rule } from '../rule';
import { rawAt, stringAt, UNKNOWN } from '../values';

const SERVICE = 'secretsmanager.amazonaws.com';

export const secretRotationPermission: Rule = {
  id: 'secret-rotation-permission',
  severity: 'error',
  description: 'Secrets Manager may not call the function that rotates a secret, so it rejects the rotation',
  fix: `Add an AWS::Lambda::Permission for ${SERVICE}, and the rotation after it`,
  citation: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html',
  *check(context) {
    const permissions = context.ofType(FUNCTION_PERMISSION);
    for (const rotation of context.ofType('AWS::SecretsManager::RotationSchedule')) {
      const lambda = context.targetOf('AWS::Lambda::Function', rawAt(rotation.properties, 'RotationLambdaARN'));
      if (lambda === undefined) continue;
      const mayCall = permissions.some((permission) => {
        const principal = stringAt(permission.properties, 'Principal');
        return mayPermit(permission, lambda, context) && (principal === SERVICE || principal === UNKNOWN);
      });
      if (mayCall) continue;
      yield {
        resource: rotation,
        path: 'Properties.RotationLambdaARN',
        received: lambda.id,
        expected: `a function with a permission for ${SERVICE}`,
      };
    }
  },
};

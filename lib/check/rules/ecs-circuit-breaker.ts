import { ecsServices } from '../ecs';
import type { Rule } from '../rule';
import { flagAt, isAbsent, stringAt } from '../values';

export const ecsCircuitBreaker: Rule = {
  id: 'ecs-circuit-breaker',
  severity: 'warning',
  description: 'Service has no deployment circuit breaker: CloudFormation waits for hours for tasks that never become healthy',
  fix: 'Set DeploymentConfiguration.DeploymentCircuitBreaker with Enable and Rollback',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html',
  unsettled:
    'The page does not state how long CloudFormation waits without a circuit breaker; users report about three hours (aws/containers-roadmap#1303)',
  *check(context) {
    for (const { service } of ecsServices(context)) {
      const controller = stringAt(service.properties, 'DeploymentController', 'Type');
      if (controller !== undefined && controller !== 'ECS') continue;
      const path = ['DeploymentConfiguration', 'DeploymentCircuitBreaker', 'Enable'] as const;
      const isOn = flagAt(service.properties, ...path);
      if (isOn !== false && !isAbsent(service.properties, ...path)) continue;
      if (!isAbsent(service.properties, 'DeploymentConfiguration', 'Alarms')) continue;
      yield { resource: service, path: `Properties.${path.join('.')}`, ...(isOn === false && { received: 'false' }), expected: 'true' };
    }
  },
};

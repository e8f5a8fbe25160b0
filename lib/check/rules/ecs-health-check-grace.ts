import { ecsServices } from '../ecs';
import type { Rule } from '../rule';
import { isAbsent, itemsAt, numberAt } from '../values';

export const ecsHealthCheckGrace: Rule = {
  id: 'ecs-health-check-grace',
  severity: 'warning',
  description: 'Service behind a load balancer has no health check grace period, so tasks that start slowly are stopped as unhealthy',
  fix: 'Set HealthCheckGracePeriodSeconds to the longest start of a task',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  *check(context) {
    for (const { service } of ecsServices(context)) {
      if (itemsAt(service.properties, 'LoadBalancers').length === 0) continue;
      const seconds = numberAt(service.properties, 'HealthCheckGracePeriodSeconds');
      if (seconds !== 0 && !isAbsent(service.properties, 'HealthCheckGracePeriodSeconds')) continue;
      yield {
        resource: service,
        path: 'Properties.HealthCheckGracePeriodSeconds',
        ...(seconds === 0 && { received: '0' }),
        expected: 'seconds that a start takes, such as 60; 0 is the default',
      };
    }
  },
};

import { shown } from '../../core/problems';
import { ecsServices } from '../ecs';
import type { Rule } from '../rule';
import { numberAt, stringAt } from '../values';

export const ecsRebalancingMaximum: Rule = {
  id: 'ecs-rebalancing-maximum',
  severity: 'error',
  description: 'Service uses Availability Zone rebalancing with a maximum percent of 100 or less',
  fix: 'Set AvailabilityZoneRebalancing to DISABLED, or raise MaximumPercent above 100',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html',
  unsettled:
    'The guide excludes services with MaximumPercent 100 from rebalancing, and new services have it on when it is not set. No page states whether such a service is then rejected or not rebalanced, so the rule requires an explicit value',
  *check(context) {
    for (const { service } of ecsServices(context)) {
      const { properties } = service;
      const rebalancing = stringAt(properties, 'AvailabilityZoneRebalancing');
      const maximum = numberAt(properties, 'DeploymentConfiguration', 'MaximumPercent');
      if (rebalancing === 'DISABLED' || typeof rebalancing === 'symbol' || typeof maximum !== 'number' || maximum > 100) continue;
      if (stringAt(properties, 'SchedulingStrategy') === 'DAEMON') continue;
      yield {
        resource: service,
        path: 'Properties.AvailabilityZoneRebalancing',
        ...(rebalancing !== undefined && { received: shown(rebalancing) }),
        expected: `DISABLED, because MaximumPercent is ${maximum}`,
      };
    }
  },
};

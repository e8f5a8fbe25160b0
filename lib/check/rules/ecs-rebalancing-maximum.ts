import { ecsServices } from '../ecs';
import type { Rule } from '../rule';
import { isKnownNumber, numberAt, stringAt } from '../values';

export const ecsRebalancingMaximum: Rule = {
  id: 'ecs-rebalancing-maximum',
  severity: 'error',
  description: 'Service uses Availability Zone rebalancing with a maximum percent of 100 or less',
  fix: 'Set AvailabilityZoneRebalancing to DISABLED, or raise MaximumPercent above 100',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html',
  *check(context) {
    for (const { service } of ecsServices(context)) {
      const { properties } = service;
      const maximum = numberAt(properties, 'DeploymentConfiguration', 'MaximumPercent');
      // New services without the property have rebalancing only if they are compatible with it.
      if (stringAt(properties, 'AvailabilityZoneRebalancing') !== 'ENABLED' || !isKnownNumber(maximum) || maximum > 100) continue;
      if (stringAt(properties, 'SchedulingStrategy') === 'DAEMON') continue;
      yield {
        resource: service,
        path: 'Properties.AvailabilityZoneRebalancing',
        received: 'ENABLED',
        expected: `DISABLED, because MaximumPercent is ${maximum}`,
      };
    }
  },
};

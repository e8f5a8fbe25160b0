import { ecsServices } from '../ecs';
import type { Rule } from '../rule';
import { isKnownNumber, itemsAt, numberAt, stringAt } from '../values';

export const ecsDaemonStrategy: Rule = {
  id: 'ecs-daemon-strategy',
  severity: 'error',
  description: 'Daemon service sets a count, a placement strategy, a maximum above 100%, or runs on Fargate',
  fix: 'Remove DesiredCount and PlacementStrategies, and run the service on EC2: a daemon has one task on each instance',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html',
  *check(context) {
    for (const { service, isFargate } of ecsServices(context)) {
      const { properties } = service;
      if (stringAt(properties, 'SchedulingStrategy') !== 'DAEMON') continue;
      const count = numberAt(properties, 'DesiredCount');
      if (isKnownNumber(count)) yield { resource: service, path: 'Properties.DesiredCount', received: String(count), expected: 'no value' };
      if (itemsAt(properties, 'PlacementStrategies').length > 0)
        yield { resource: service, path: 'Properties.PlacementStrategies', received: 'set', expected: 'no value' };
      const maximum = numberAt(properties, 'DeploymentConfiguration', 'MaximumPercent');
      if (isKnownNumber(maximum) && maximum !== 100)
        yield { resource: service, path: 'Properties.DeploymentConfiguration.MaximumPercent', received: String(maximum), expected: '100' };
      if (isFargate === true)
        yield { resource: service, path: 'Properties.SchedulingStrategy', received: '"DAEMON"', expected: 'REPLICA on Fargate' };
    }
  },
};

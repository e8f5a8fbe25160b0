import { shown } from '../../core/problems';
import { mayBeOther } from '../requirements';
import type { Rule } from '../rule';
import { listAt, numberAt, type Read, rawAt, stringAt, UNKNOWN } from '../values';

/** Property with the strategy, by resource type. */
const STRATEGIES: ReadonlyMap<string, string> = new Map([
  ['AWS::ECS::Service', 'CapacityProviderStrategy'],
  ['AWS::ECS::Cluster', 'DefaultCapacityProviderStrategy'],
  ['AWS::ECS::ClusterCapacityProviderAssociations', 'DefaultCapacityProviderStrategy'],
]);

export const ecsCapacityStrategy: Rule = {
  id: 'ecs-capacity-strategy',
  severity: 'error',
  description: 'Capacity provider strategy has two bases, no weight, two kinds of providers, or a launch type next to it',
  fix: 'Keep one kind of providers, one base, a weight above 0, and no LaunchType',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-capacity-providers.html',
  *check(context) {
    for (const resource of context.ofType(...STRATEGIES.keys())) {
      const property = STRATEGIES.get(resource.type) ?? '';
      const path = `Properties.${property}`;
      const strategy = listAt(resource.properties, property);
      if (strategy === UNKNOWN || strategy.length === 0) continue;
      const launchType = stringAt(resource.properties, 'LaunchType');
      if (typeof launchType === 'string' && !strategy.every(mayBeOther))
        yield { resource, path: 'Properties.LaunchType', received: shown(launchType), expected: 'absent next to a strategy' };
      const bases = strategy.filter((item) => isAboveZero(numberAt(item, 'Base')));
      if (bases.length > 1) yield { resource, path, received: `${bases.length} items with a base`, expected: 'at most one' };
      const weights = strategy.map((item) => numberAt(item, 'Weight'));
      if (strategy.length > 1 && weights.every((weight) => weight === undefined || weight === 0))
        yield { resource, path, received: 'weights of 0', expected: 'a weight above 0' };
      const kinds = new Set(strategy.map((item) => isFargate(item, context.target(rawAt(item, 'CapacityProvider')) !== undefined)));
      if (kinds.has(true) && kinds.has(false))
        yield { resource, path, received: 'providers of Fargate and of EC2 instances', expected: 'providers of one kind' };
    }
  },
};

function isAboveZero(value: Read<number>): boolean {
  return typeof value === 'number' && value > 0;
}

/** A provider of the template is for EC2 instances; undefined when it is known only at deployment. */
function isFargate(item: unknown, isInTemplate: boolean): boolean | undefined {
  if (isInTemplate) return false;
  const name = stringAt(item, 'CapacityProvider');
  return typeof name === 'string' ? name === 'FARGATE' || name === 'FARGATE_SPOT' : undefined;
}

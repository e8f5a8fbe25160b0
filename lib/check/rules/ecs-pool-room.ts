import { type Pool, type PoolService, poolsOf, type Reservation } from '../pools';
import type { Rule } from '../rule';
import { isKnownNumber, numberAt, stringAt } from '../values';

const RESOURCES = [
  { key: 'gpus', unit: 'GPUs' },
  { key: 'memoryMib', unit: 'MiB of memory' },
  { key: 'cpuUnits', unit: 'CPU units' },
] as const satisfies readonly { readonly key: keyof Reservation; readonly unit: string }[];

export const ecsPoolRoom: Rule = {
  id: 'ecs-pool-room',
  severity: 'error',
  description: 'Capacity provider has no capacity for a new task next to the running tasks, which a deployment may not stop first',
  fix: 'Raise MaxSize of the Auto Scaling group by the room of one task, or lower MinimumHealthyPercent',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html',
  unsettled:
    'The rule compares sums with the nominal size of all instances at the maximum; the agent, the operating system and gaps between tasks take more',
  *check(context) {
    for (const pool of poolsOf(context)) {
      for (const each of pool.services) {
        const full = isRolledFirst(each) ? fullResource(pool, each.task) : undefined;
        if (full !== undefined) yield { resource: each.service, path: 'Properties.DeploymentConfiguration.MinimumHealthyPercent', ...full };
      }
    }
  },
};

/** Whether no task may be stopped before a new one runs. */
function isRolledFirst({ service: { properties }, tasks }: PoolService): boolean {
  const minimum = numberAt(properties, 'DeploymentConfiguration', 'MinimumHealthyPercent') ?? 100;
  if (!isKnownNumber(minimum) || stringAt(properties, 'SchedulingStrategy') === 'DAEMON' || tasks === 0) return false;
  return Math.ceil((tasks * minimum) / 100) >= tasks;
}

/** The resource of which one more task has too little, in words. */
function fullResource(pool: Pool, task: Reservation): { readonly received: string; readonly expected: string } | undefined {
  for (const { key, unit } of RESOURCES) {
    const available = pool.maxSize * pool.instance[key];
    const running = pool.services.reduce((sum, each) => sum + each.tasks * each.task[key], 0);
    if (task[key] === 0 || running + task[key] <= available) continue;
    return {
      received: `100, and ${pool.maxSize} × ${pool.instanceType} of ${pool.group.id} have ${available} ${unit}`,
      expected: `room for ${running + task[key]} ${unit}, which the running tasks and one new task reserve`,
    };
  }
  return undefined;
}

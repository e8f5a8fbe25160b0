import { containersOf } from '../ecs';
import type { Rule } from '../rule';
import { numberAt } from '../values';

export const ecsMemoryReservation: Rule = {
  id: 'ecs-memory-reservation',
  severity: 'error',
  description: 'Container reserves more memory than its limit, which ECS rejects',
  fix: 'Set MemoryReservation below Memory, or remove one of them',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  unsettled:
    'The reference requires a limit greater than the reservation; reports name rejections of a lower limit only, so equal values are accepted',
  *check(context) {
    for (const task of context.ofType('AWS::ECS::TaskDefinition')) {
      for (const { container, path } of containersOf(task)) {
        const [limit, reserved] = [numberAt(container, 'Memory'), numberAt(container, 'MemoryReservation')];
        if (typeof limit !== 'number' || typeof reserved !== 'number' || reserved <= limit) continue;
        yield { resource: task, path: `${path}.MemoryReservation`, received: String(reserved), expected: `less than ${limit}, the Memory` };
      }
    }
  },
};

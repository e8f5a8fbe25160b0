import { counted } from '../../core/number-format';
import type { OrderRule } from '../order-rule';
import { servicesOf } from '../roll/ecs-service';
import { rollsOf, type ServiceRoll } from '../roll/rolls';
import type { Verdict } from '../rule';
import type { TransitionContext } from '../transition-context';

const LOAD_TEXTS = { least: 'with the fewest tasks', peak: 'at peak load' } as const;

export const ecsRoll: OrderRule = {
  id: 'ecs-roll',
  description:
    'ECS starts new tasks within the maximum percent and stops old ones within the minimum healthy percent: a deployment whose next task fits on no instance never completes',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-scaling-behavior.html',
    'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
  ],
  asOf: '2026-11-28',
  *judge(context, replaced) {
    const rolls = rollsOf(context, replaced);
    const onFargate = new Set(servicesOf(context.after).flatMap(({ id, isFargate }) => (isFargate ? [id] : [])));
    for (const roll of rolls) yield verdictOf(roll, onFargate.has(roll.service));
    const endless = new Set(rolls.filter(({ firstTask }) => firstTask === 'never').map(({ service }) => service));
    yield* smallerRanges(context, endless);
  },
};

/**
 * Services that start with more tasks than they have room for: the range of their tasks is updated after them, so their deployment
 * waits for room that a smaller range would make. Registering the new range first changes the number of tasks to one within it.
 */
function* smallerRanges({ before, after }: TransitionContext, endless: ReadonlySet<string>): Iterable<Verdict> {
  const old = new Map(servicesOf(before).map((service) => [service.id, service]));
  for (const { id, scalableTarget, min, max } of servicesOf(after)) {
    const deployed = old.get(id);
    if (!endless.has(id) || scalableTarget === undefined || deployed?.scalableTarget !== scalableTarget) continue;
    if (deployed.min <= min && deployed.max <= max) continue;
    yield {
      resource: scalableTarget,
      class: 'in-place',
      text: `${id} keeps up to ${deployed.max} tasks until its range changes, which happens after its deployment`,
      first: [{ title: `Limit ${id} to ${min} to ${max} tasks`, properties: { MinCapacity: min, MaxCapacity: max } }],
    };
  }
}

function verdictOf(roll: ServiceRoll, isFargate: boolean): Verdict {
  const { service, load, pool, arePoolsKnown, firstTask, isMisplaced, fewestRunning, desired, mostInstances } = roll;
  const place = `${LOAD_TEXTS[load]} (${desired}), `;
  const verdict = { resource: service };
  if (desired === 0) return { ...verdict, class: 'in-place', text: `${place}the service has no tasks` };
  if (firstTask === 'unknown') {
    const text = `${place}the size of a task is known only at deployment, so it is unknown whether it fits on an instance`;
    return { ...verdict, class: 'in-place-with-interruption', text, interruption: { of: 'the service', lowMinutes: 0 } };
  }
  if (firstTask === 'never' && !arePoolsKnown) {
    const text = `${place}it is unknown whether old and new tasks fit on ${pool ?? 'the cluster'}: the templates do not state the size and number of its instances`;
    return { ...verdict, class: 'rejected', text };
  }
  if (firstTask === 'never' && isMisplaced) {
    const text = `${place}the old tasks do not fit on the ${counted(mostInstances ?? 0, 'instance')} of ${pool ?? 'the cluster'}, which is updated before the service`;
    return { ...verdict, class: 'rejected', text };
  }
  if (firstTask === 'never') {
    const text = `${place}old and new tasks do not fit on the ${counted(mostInstances ?? 0, 'instance')} of ${pool ?? 'the cluster'}: the deployment never ends`;
    return { ...verdict, class: 'rejected', text };
  }
  if (fewestRunning === 0) {
    const text = `${place}the last old task stops before a new one starts`;
    return { ...verdict, class: 'in-place-with-interruption', text, interruption: { of: 'the service', lowMinutes: 1, highMinutes: 5 } };
  }
  if (isFargate) return { ...verdict, class: 'in-place', text: `${place}new tasks start on Fargate; at least ${fewestRunning} run` };
  if (mostInstances === undefined) {
    const text = `${place}it is unknown whether old and new tasks fit on the instances of the cluster, because the template states no capacity provider with its group`;
    return { ...verdict, class: 'in-place-with-interruption', text, interruption: { of: 'the service', lowMinutes: 0 } };
  }
  return { ...verdict, class: 'in-place', text: `${place}${PLACE_TEXTS[firstTask]}; at least ${fewestRunning} run` };
}

const PLACE_TEXTS = {
  placed: 'the first new task fits on the instances, next to the old tasks',
  waits: 'the first new task waits until its pool has started an instance',
  'after-stop': 'the first new task takes the place of an old one',
} as const;

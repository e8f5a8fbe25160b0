import { shown } from '../../core/problems';
import { ecsServices } from '../ecs';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, stringAt } from '../values';

/** Memory in MiB that Fargate offers for each CPU value: a list, or a range with its step. */
const MEMORY_MIB: Readonly<Record<string, readonly number[] | { readonly from: number; readonly to: number; readonly step: number }>> = {
  '256': [512, 1024, 2048],
  '512': { from: 1024, to: 4096, step: 1024 },
  '1024': { from: 2048, to: 8192, step: 1024 },
  '2048': { from: 4096, to: 16384, step: 1024 },
  '4096': { from: 8192, to: 30720, step: 1024 },
  '8192': { from: 16384, to: 61440, step: 4096 },
  '16384': { from: 32768, to: 122880, step: 8192 },
  '32768': [61440, 122880, 249856],
};

export const ecsFargateSize: Rule = {
  id: 'ecs-fargate-size',
  severity: 'error',
  description: 'Task on Fargate has a combination of CPU and memory that Fargate does not offer',
  fix: 'Choose a CPU value and a memory value from the same row of the table of task sizes',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  *check(context) {
    const onFargate = ecsServices(context).flatMap(({ task, isFargate }) => (isFargate === true && task !== undefined ? [task] : []));
    const declared = context
      .ofType('AWS::ECS::TaskDefinition')
      .filter(({ properties }) => itemsAt(properties, 'RequiresCompatibilities').includes('FARGATE'));
    for (const task of new Set([...onFargate, ...declared])) {
      const cpu = stringAt(task.properties, 'Cpu');
      const memory = stringAt(task.properties, 'Memory');
      if (cpu === undefined) yield { resource: task, path: 'Properties.Cpu', expected: 'a CPU value of Fargate, such as 256' };
      if (memory === undefined) yield { resource: task, path: 'Properties.Memory', expected: 'a memory value of Fargate, such as 512' };
      if (!isKnownString(cpu) || !isKnownString(memory) || !isMib(memory) || !/^\d+$/.test(cpu)) continue;
      const offered = MEMORY_MIB[cpu];
      if (offered === undefined) {
        yield { resource: task, path: 'Properties.Cpu', received: shown(cpu), expected: `one of ${Object.keys(MEMORY_MIB).join(', ')}` };
      } else if (!offers(offered, Number(memory))) {
        yield {
          resource: task,
          path: 'Properties.Memory',
          received: shown(memory),
          expected: `${offerText(offered)} for ${cpu} CPU units`,
        };
      }
    }
  },
};

type Offer = (typeof MEMORY_MIB)[string];

/** `2 GB` and `2048` are both valid; the rule reads MiB only. */
function isMib(memory: string): boolean {
  return /^\d+$/.test(memory);
}

function offers(offer: Offer, mib: number): boolean {
  return 'step' in offer ? mib >= offer.from && mib <= offer.to && (mib - offer.from) % offer.step === 0 : offer.includes(mib);
}

function offerText(offer: Offer): string {
  return 'step' in offer ? `${offer.from} to ${offer.to} MiB in steps of ${offer.step}` : `one of ${offer.join(', ')} MiB`;
}

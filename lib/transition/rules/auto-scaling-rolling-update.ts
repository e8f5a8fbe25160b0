import { resourceArgument } from '../../cloudformation/deployed-stack';
import { counted } from '../../core/number-format';
import { asNumber, attributeOf, numberOf, textOf, valueAt } from '../property-value';
import type { UpdatedResource } from '../resource-change';
import {
  DRAINED_TASKS,
  type DrainedTasks,
  drainingProvider,
  groupsWithOtherInstances,
  instanceRollsOf,
  rollingUpdateOf,
} from '../roll/instance-roll';
import { ROLL_LOADS, type RollLoad } from '../roll/rolls';
import type { TransitionRule, Verdict } from '../rule';
import type { TransitionContext } from '../transition-context';

export const autoScalingRollingUpdate: TransitionRule = {
  id: 'auto-scaling-rolling-update',
  description:
    'CloudFormation replaces the instances of a group, or the group, as its update policy states; without one, running instances keep the old launch template or configuration',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instance-draining.html',
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const change of groupsWithOtherInstances(context)) yield verdictOf(context, change);
  },
};

function verdictOf(context: TransitionContext, { id: resource, before, after }: UpdatedResource): Verdict {
  const rolling = rollingUpdateOf(context, resource);
  const verdict = { resource, class: 'in-place' } as const;
  const policy = attributeOf(context, 'after', resource, 'UpdatePolicy');
  if (String(valueAt(policy, 'AutoScalingReplacingUpdate', 'WillReplace')) === 'true') {
    return {
      ...verdict,
      class: 'replaced',
      text: 'the update policy AutoScalingReplacingUpdate creates another group, then deletes this one',
    };
  }
  if ((numberOf(before, 'MaxSize') ?? 1) === 0) return { ...verdict, text: 'the group has no instances' };
  if ((numberOf(after, 'MaxSize') ?? 1) === 0) return { ...verdict, text: 'the update terminates all instances of the group' };
  if (rolling !== undefined) {
    const drain = drainText(context, resource);
    if ((asNumber(valueAt(rolling, 'MinInstancesInService')) ?? 0) > 0) {
      return { ...verdict, text: `${batchesText(rolling)}${drain}` };
    }
    return {
      ...verdict,
      class: 'in-place-with-interruption',
      text: `the rolling update replaces running instances, and none must stay in service${drain}`,
      interruption: { of: 'tasks on the instances of the group', lowMinutes: 2, highMinutes: 10 },
    };
  }
  if (valueAt(policy, 'AutoScalingInstanceRefresh') !== undefined) {
    return { ...verdict, text: 'instances are replaced by an instance refresh, within its minimum healthy percentage' };
  }
  const name = textOf(before, 'AutoScalingGroupName') ?? resourceArgument(context.after, resource);
  const place = context.after.region === undefined ? '' : ` --region ${context.after.region}`;
  return {
    ...verdict,
    text: `no update policy: running instances keep the old launch ${usesConfiguration(after) ? 'configuration' : 'template'} until an instance refresh replaces them`,
    followUp: {
      title: `Replace the running instances of ${resource}`,
      command: `aws autoscaling start-instance-refresh --auto-scaling-group-name ${name}${place}`,
    },
  };
}

function usesConfiguration({ properties }: UpdatedResource['after']): boolean {
  return properties.LaunchConfigurationName !== undefined;
}

/** `the rolling update replaces instances 1 at a time, with at least 2 in service and 5 minutes after each batch`. */
function batchesText(rolling: unknown): string {
  const [batch, least] = [asNumber(valueAt(rolling, 'MaxBatchSize')) ?? 1, asNumber(valueAt(rolling, 'MinInstancesInService')) ?? 0];
  const pause = /^PT(\d+)M$/.exec(String(valueAt(rolling, 'PauseTime')))?.[1];
  const waits = pause === undefined ? '' : `, and a pause of ${pause} minutes after each batch`;
  return `the rolling update replaces running instances ${batch} at a time, with at least ${least} in service${waits}`;
}

const LOADS: Readonly<Record<RollLoad, string>> = { least: 'and the fewest tasks', peak: 'at peak load' };

const DRAINED: Readonly<Record<DrainedTasks, string>> = {
  'next-to-others': 'tasks of a draining instance fit on the other instances',
  replacement: 'tasks of a draining instance wait for its replacement',
  nowhere:
    'a task of a draining instance fits neither on the other instances nor on the replacement: the instance drains until the pool has room',
  unknown: 'it is unknown whether tasks of a draining instance fit on the other instances',
};

/** Effect on the tasks on the instances; empty for a group that is no capacity provider, or without managed draining. */
function drainText(context: TransitionContext, group: string): string {
  if (drainingProvider(context, group) === undefined) return '';
  const rolls = instanceRollsOf(context).filter((roll) => roll.group === group && roll.instances !== undefined);
  const outcomes = DRAINED_TASKS.flatMap((drained) => {
    const texts = ROLL_LOADS.flatMap((load) => {
      const counts = rolls.filter((roll) => roll.load === load && roll.drained === drained).map(({ instances = 0 }) => instances);
      return counts.length === 0 ? [] : [`${rangeText(Math.min(...counts), Math.max(...counts))} ${LOADS[load]}`];
    });
    return texts.length === 0 ? [] : [`with ${texts.join(' or ')}, ${DRAINED[drained]}`];
  });
  return ['; ECS drains an instance before it ends', ...(outcomes.length === 0 ? [DRAINED.unknown] : outcomes)].join('; ');
}

/** `2–3 instances`. */
function rangeText(low: number, high: number): string {
  return low === high ? counted(low, 'instance') : `${low}–${counted(high, 'instance')}`;
}

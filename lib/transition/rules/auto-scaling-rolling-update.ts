import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { asNumber, attributeOf, numberOf, valueAt } from '../property-value';
import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Running instances change only by a rolling update or an instance refresh. */
export const autoScalingRollingUpdate: TransitionRule = {
  id: 'auto-scaling-rolling-update',
  description:
    'CloudFormation replaces the instances of a group by its update policy; without one, running instances keep the old launch template',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html'],
  asOf: '2026-11-28',
  *judge(context) {
    const templates = new Set(
      context
        .updated('AWS::EC2::LaunchTemplate')
        .filter((change) => changesProperty(change, 'LaunchTemplateData'))
        .map(({ id }) => id),
    );
    for (const change of context.updated('AWS::AutoScaling::AutoScalingGroup')) {
      const { id, before, after } = change;
      if (!usesChanged(after, templates) && !changesProperty(change, 'LaunchTemplate')) continue;
      const policy = attributeOf(context, 'after', id, 'UpdatePolicy');
      const rolling = valueAt(policy, 'AutoScalingRollingUpdate');
      if ((numberOf(before, 'MaxSize') ?? 1) === 0) {
        yield { resource: id, class: 'in-place', text: 'the group has no instances' };
      } else if (rolling === undefined && valueAt(policy, 'AutoScalingInstanceRefresh') === undefined) {
        yield {
          resource: id,
          class: 'in-place',
          text: 'no update policy: running instances keep the old launch template until they are replaced',
        };
      } else if (rolling !== undefined && (asNumber(valueAt(rolling, 'MinInstancesInService')) ?? 0) === 0) {
        yield {
          resource: id,
          class: 'in-place-with-interruption',
          text: 'the launch template changes and no instance must stay in service while instances are replaced',
          interruption: { of: 'tasks on the instances of the group', lowMinutes: 2, highMinutes: 10 },
        };
      } else {
        yield { resource: id, class: 'in-place', text: 'instances are replaced in batches by the rolling update' };
      }
    }
  },
};

/** Whether a group follows the latest version of a launch template that gets one. */
function usesChanged({ properties }: TemplateResource, templates: ReadonlySet<string>): boolean {
  return referencesIn([properties.LaunchTemplate, properties.MixedInstancesPolicy]).some((name) => templates.has(name));
}

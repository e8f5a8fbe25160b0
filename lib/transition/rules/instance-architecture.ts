import { changedLaunchTemplates, usesTemplate } from '../launch-templates';
import { valueAt } from '../property-value';
import type { TransitionRule } from '../rule';
import type { TransitionContext } from '../transition-context';

export const instanceArchitecture: TransitionRule = {
  id: 'instance-architecture',
  description:
    'The instances of a group change before its services are deployed: with another CPU architecture, deployed images must be built for both',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/docker-push-multi-architecture-image.html',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    const templates = changedLaunchTemplates(context);
    for (const { id, before, after } of context.updated('AWS::AutoScaling::AutoScalingGroup')) {
      if (!usesTemplate([after.properties.LaunchTemplate, after.properties.MixedInstancesPolicy], templates)) continue;
      for (const template of context.updated('AWS::EC2::LaunchTemplate')) {
        if (!usesTemplate(before.properties, new Set([template.id]))) continue;
        const [old, next] = [template.before, template.after].map(({ properties }) =>
          architectureOf(context, properties.LaunchTemplateData),
        );
        if (old === next || old === undefined || next === undefined) continue;
        const text = `instances change from ${old} to ${next} before services are deployed: each deployed image must be built for both architectures`;
        yield { resource: id, class: 'in-place', text };
      }
    }
  },
};

function architectureOf({ facts }: TransitionContext, data: unknown) {
  const type = valueAt(data, 'InstanceType');
  return typeof type === 'string' ? facts.instanceArchitecture(type) : undefined;
}

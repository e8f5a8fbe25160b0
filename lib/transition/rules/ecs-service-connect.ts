import { valueAt } from '../property-value';
import type { TransitionRule } from '../rule';

export const ecsServiceConnect: TransitionRule = {
  id: 'ecs-service-connect',
  description: 'ECS retains a Service Connect configuration that a template no longer contains; it is disabled with Enabled: false',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html',
    'https://github.com/kayac/ecspresso/pull/856',
  ],
  asOf: '2026-11-28',
  *judge(context) {
    for (const { id, before, after } of context.changed('ServiceConnectConfiguration', 'AWS::ECS::Service')) {
      const isEnabled = String(valueAt(before.properties.ServiceConnectConfiguration, 'Enabled') ?? false) === 'true';
      if (!isEnabled || after.properties.ServiceConnectConfiguration !== undefined) continue;
      // Accepted or not depends on the port names of the new task definition. The safe side is to refuse.
      yield {
        resource: id,
        class: 'rejected',
        properties: ['ServiceConnectConfiguration'],
        text: 'the template no longer contains Service Connect, which does not disable it: the service keeps it, with port names that the new task definition may not have',
        first: [{ title: `Disable Service Connect of ${id}`, properties: { ServiceConnectConfiguration: { Enabled: false } } }],
      };
    }
  },
};

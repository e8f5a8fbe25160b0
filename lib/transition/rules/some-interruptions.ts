import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/**
 * Properties with "Update requires: Some interruptions" in the template reference, by type, of types without a rule of their own. The
 * specification of the types states only that they are not replaced.
 */
const INTERRUPTING: Readonly<Record<string, readonly string[]>> = {
  'AWS::AmazonMQ::Broker': ['Configuration', 'HostInstanceType'],
  'AWS::MWAA::Environment': [
    'AirflowConfigurationOptions',
    'DagS3Path',
    'EnvironmentClass',
    'ExecutionRoleArn',
    'MaxWorkers',
    'MinWorkers',
    'PluginsS3ObjectVersion',
    'PluginsS3Path',
    'RequirementsS3ObjectVersion',
    'RequirementsS3Path',
    'Schedulers',
    'SourceBucketArn',
    'StartupScriptS3ObjectVersion',
    'StartupScriptS3Path',
    'WebserverAccessMode',
  ],
};

export const someInterruptions: TransitionRule = {
  id: 'some-interruptions',
  description: 'An update of a broker of Amazon MQ or an environment of Amazon MWAA interrupts it, as its template reference states',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-amazonmq-broker.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-mwaa-environment.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const change of context.updated(...Object.keys(INTERRUPTING))) {
      const properties = (INTERRUPTING[change.after.type] ?? []).filter((name) => changesProperty(change, name));
      if (properties.length === 0) continue;
      yield {
        resource: change.id,
        class: 'in-place-with-interruption',
        properties,
        text: `${properties.join(', ')}: the update interrupts the resource; AWS states no duration`,
        interruption: { of: 'the resource', lowMinutes: 0 },
      };
    }
  },
};

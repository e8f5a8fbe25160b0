import type { Pricer } from '../pricer';
import { optionalText } from './properties';
import { usageCharge } from './quantities';

/**
 * Pipeline of CodePipeline. A V1 pipeline, the default, costs a fixed amount in each month in which a change runs through it; low is a
 * month without changes. A V2 pipeline is charged by the minutes of its actions. The free pipeline and minutes of the account are not subtracted.
 */
export const codepipelinePipeline: Pricer = {
  types: ['AWS::CodePipeline::Pipeline'],
  charges: (resource, context) =>
    optionalText(resource.properties, 'PipelineType') === 'V2'
      ? [
          usageCharge(resource, context, {
            kind: 'pipeline-minutes',
            sku: 'codepipeline/action-minutes',
            group: 'compute',
            key: 'pipelineMinutes',
          }),
        ]
      : [
          {
            kind: 'active-pipelines',
            sku: 'codepipeline/active-pipelines',
            quantity: { low: 0, mid: 1, high: 1 },
            group: 'compute',
          },
        ],
};

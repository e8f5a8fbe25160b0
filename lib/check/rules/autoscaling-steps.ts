import type { Rule } from '../rule';
import { isKnownNumber, itemsAt, numberAt, UNKNOWN } from '../values';

/** Where scaling policies have their steps. */
const STEPS = {
  'AWS::AutoScaling::ScalingPolicy': ['StepAdjustments'],
  'AWS::ApplicationAutoScaling::ScalingPolicy': ['StepScalingPolicyConfiguration', 'StepAdjustments'],
};

export const autoscalingSteps: Rule = {
  id: 'autoscaling-steps',
  severity: 'error',
  description: 'Steps of a scaling policy overlap or have a gap between them',
  fix: 'Begin each step at the upper bound of the step before it',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_StepAdjustment.html',
  *check(context) {
    for (const [type, path] of Object.entries(STEPS)) {
      for (const resource of context.ofType(type)) {
        const bounds = itemsAt(resource.properties, ...path).map((step) => ({
          lower: numberAt(step, 'MetricIntervalLowerBound') ?? Number.NEGATIVE_INFINITY,
          upper: numberAt(step, 'MetricIntervalUpperBound') ?? Number.POSITIVE_INFINITY,
        }));
        if (bounds.some(({ lower, upper }) => lower === UNKNOWN || upper === UNKNOWN)) continue;
        const ascending = bounds.toSorted((a, b) => Number(a.lower) - Number(b.lower));
        const wrong = ascending.findIndex(({ lower }, index) => index > 0 && lower !== ascending[index - 1]?.upper);
        const [step, before] = [ascending[wrong], ascending[wrong - 1]];
        if (step === undefined || before === undefined || !isKnownNumber(before.upper)) continue;
        yield {
          resource,
          path: `Properties.${path.join('.')}`,
          received: `a step from ${String(step.lower)} after one to ${before.upper}`,
          expected: `a step from ${before.upper}`,
        };
      }
    }
  },
};

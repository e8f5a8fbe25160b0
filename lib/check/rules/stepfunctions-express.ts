import type { Rule } from '../rule';
import { scopesOf } from '../state-machines';
import { isKnownString, stringAt } from '../values';

/** Integrations that wait for a job or for a callback, and activities, for which a state waits as well. */
const WAITS = /\.(sync(:\d+)?|waitForTaskToken)$|:activity:/;

export const stepfunctionsExpress: Rule = {
  id: 'stepfunctions-express',
  severity: 'error',
  description: 'Express workflow waits for a job, a callback or an activity, which only standard workflows can do',
  fix: 'Set StateMachineType to STANDARD, or remove .sync, .waitForTaskToken or the activity',
  citation: 'https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html',
  *check(context) {
    for (const resource of context.ofType('AWS::StepFunctions::StateMachine')) {
      if (stringAt(resource.properties, 'StateMachineType') !== 'EXPRESS') continue;
      for (const { states, path } of scopesOf(resource)) {
        for (const [name, state] of Object.entries(states)) {
          const integration = stringAt(state, 'Resource');
          if (!isKnownString(integration) || !WAITS.test(integration)) continue;
          yield { resource, path: `${path}.States.${name}.Resource`, received: integration, expected: 'an integration that does not wait' };
        }
      }
    }
  },
};

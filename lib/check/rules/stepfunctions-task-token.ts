import type { Rule } from '../rule';
import { scopesOf } from '../state-machines';
import { isKnownString, stringAt } from '../values';

const CALLBACK = /\.waitForTaskToken$/;
/** The token in the context object, in JSONPath and JSONata, or the whole context object. */
const TOKEN = /Task\.Token|"\$\$"|\$states\.context\b(?!\.)/;

export const stepfunctionsTaskToken: Rule = {
  id: 'stepfunctions-task-token',
  severity: 'error',
  description: 'State waits for a callback and does not pass the task token, so that nothing can send it back',
  fix: 'Pass $$.Task.Token in Parameters, or $states.context.Task.Token in Arguments',
  citation: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html',
  *check(context) {
    for (const resource of context.ofType('AWS::StepFunctions::StateMachine')) {
      for (const { states, path } of scopesOf(resource)) {
        for (const [name, state] of Object.entries(states)) {
          const service = stringAt(state, 'Resource');
          const text = JSON.stringify(state);
          // A value that is known only at deployment may contain the token.
          if (!isKnownString(service) || !CALLBACK.test(service) || TOKEN.test(text) || /\$\{|"(Ref|Fn::\w+)"/.test(text)) continue;
          yield { resource, path: `${path}.States.${name}`, received: 'without a task token', expected: 'a parameter with the task token' };
        }
      }
    }
  },
};

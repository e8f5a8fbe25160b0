import type { Rule } from '../rule';
import { scopesOf } from '../state-machines';
import { isKnownNumber, itemsAt, numberAt } from '../values';

/** The least value of the numbers of a retrier. */
const LEAST: Readonly<Record<string, number>> = { BackoffRate: 1, IntervalSeconds: 1, MaxAttempts: 0, MaxDelaySeconds: 1 };

export const stepfunctionsRetry: Rule = {
  id: 'stepfunctions-retry',
  severity: 'error',
  description: 'Retrier of a state has a backoff rate below 1, or an interval or number of attempts that Step Functions rejects',
  fix: 'Set BackoffRate to at least 1.0, IntervalSeconds and MaxDelaySeconds to at least 1, and MaxAttempts to at least 0',
  citation: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  *check(context) {
    for (const resource of context.ofType('AWS::StepFunctions::StateMachine')) {
      for (const { states, path } of scopesOf(resource)) {
        for (const [name, state] of Object.entries(states)) {
          for (const [index, retrier] of itemsAt(state, 'Retry').entries()) {
            for (const [property, least] of Object.entries(LEAST)) {
              const value = numberAt(retrier, property);
              if (!isKnownNumber(value) || value >= least) continue;
              const where = `${path}.States.${name}.Retry[${index}].${property}`;
              yield { resource, path: where, received: String(value), expected: `at least ${least}` };
            }
          }
        }
      }
    }
  },
};

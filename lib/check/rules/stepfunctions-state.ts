import { isPresent } from '../property';
import { mayBeOther } from '../requirements';
import type { Rule } from '../rule';
import { scopesOf } from '../state-machines';
import { isAbsent, isKnownNumber, itemsAt, numberAt, stringAt } from '../values';

/** Times of a Wait state, of which it has one. Source: Step Functions developer guide, "Wait workflow state". */
const TIMES = ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'];
/** Lists in which States.ALL is alone and in the last item. Source: Step Functions developer guide, "Handling errors". */
const LISTS = ['Retry', 'Catch'];

export const stepfunctionsState: Rule = {
  id: 'stepfunctions-state',
  severity: 'error',
  description:
    'State has a heartbeat that is not shorter than its timeout, no or several waiting times, an end after a choice, or States.ALL before another error',
  fix: 'Set HeartbeatSeconds below TimeoutSeconds, keep one time of a Wait state, and make States.ALL the only error of the last item',
  citation: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html',
  *check(context) {
    for (const resource of context.ofType('AWS::StepFunctions::StateMachine')) {
      for (const { states, path: scope } of scopesOf(resource)) {
        for (const [name, state] of Object.entries(states)) {
          const path = `${scope}.States.${name}`;
          const [timeout, heartbeat] = [numberAt(state, 'TimeoutSeconds'), numberAt(state, 'HeartbeatSeconds')];
          if (isKnownNumber(timeout) && isKnownNumber(heartbeat) && heartbeat >= timeout)
            yield { resource, path: `${path}.HeartbeatSeconds`, received: String(heartbeat), expected: `less than ${timeout}` };
          if (stringAt(state, 'Type') === 'Choice' && isPresent(state, 'End'))
            yield { resource, path: `${path}.End`, received: 'set for a Choice state', expected: 'absent' };
          const times = TIMES.filter((time) => isPresent(state, time));
          const hasNone = TIMES.every((time) => isAbsent(state, time));
          if (stringAt(state, 'Type') === 'Wait' && (hasNone || times.length > 1))
            yield {
              resource,
              path,
              received: `a Wait state with ${times.join(' and ') || 'no time'}`,
              expected: `one of ${TIMES.join(', ')}`,
            };
          for (const list of LISTS) {
            const items = itemsAt(state, list);
            for (const [index, item] of items.entries()) {
              const errors = itemsAt(item, 'ErrorEquals');
              if (!errors.includes('States.ALL') || (errors.length === 1 && items.slice(index + 1).every(mayBeOther))) continue;
              yield {
                resource,
                path: `${path}.${list}[${index}].ErrorEquals`,
                received: 'States.ALL before or next to another error',
                expected: 'States.ALL alone, in the last item',
              };
            }
          }
        }
      }
    }
  },
};

import { shown } from '../../core/problems';
import { mayBeOther } from '../requirements';
import type { Rule } from '../rule';
import { type StateMachineScope, scopesOf } from '../state-machines';
import { isKnownString, itemsAt, stringAt, UNKNOWN } from '../values';

export const stepfunctionsTransition: Rule = {
  id: 'stepfunctions-transition',
  severity: 'error',
  description: 'State machine names a state that it does not have, or has a state that no other state reaches',
  fix: 'Correct the name in StartAt, Next or Default, or remove the state',
  citation: 'https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-state-machine-structure.html',
  unsettled:
    'The page requires that StartAt and Next name a state. That Step Functions rejects a state without a transition to it is known from its error, "MISSING_TRANSITION_TARGET: State is not reachable"',
  *check(context) {
    for (const resource of context.ofType('AWS::StepFunctions::StateMachine')) {
      for (const scope of scopesOf(resource)) {
        const transitions = transitionsOf(scope);
        for (const { to, path } of transitions) {
          if (!Object.hasOwn(scope.states, to)) yield { resource, path, received: shown(to), expected: 'the name of a state' };
        }
        const reached = new Set(transitions.map(({ to }) => to));
        // A state or transition that is known only at deployment may lead to any state.
        const isOpen = mayLeadAnywhere(scope);
        const lost = isOpen ? undefined : Object.keys(scope.states).find((name) => !reached.has(name));
        if (lost !== undefined)
          yield { resource, path: `${scope.path}.States.${lost}`, received: 'not reachable', expected: 'a transition from another state' };
      }
    }
  },
};

/** Whether a state, or the name of a next state, is known only at deployment. */
function mayLeadAnywhere({ states }: StateMachineScope): boolean {
  return Object.values(states).some((state) => {
    const items = ['Choices', 'Catch'].flatMap((list) => itemsAt(state, list));
    const names = [stringAt(state, 'Next'), stringAt(state, 'Default'), ...items.map((item) => stringAt(item, 'Next'))];
    return mayBeOther(state) || items.some(mayBeOther) || names.includes(UNKNOWN);
  });
}

/** Names of states in StartAt, Next and Default, those of choices and catchers among them. */
function transitionsOf({ start, states, path }: StateMachineScope): readonly { readonly to: string; readonly path: string }[] {
  const named = Object.entries(states).flatMap(([name, state]) => {
    const place = `${path}.States.${name}`;
    const lists = ['Choices', 'Catch'].flatMap((list) =>
      itemsAt(state, list).map((item, index) => ({ to: stringAt(item, 'Next'), path: `${place}.${list}[${index}].Next` })),
    );
    return [...['Next', 'Default'].map((key) => ({ to: stringAt(state, key), path: `${place}.${key}` })), ...lists];
  });
  return [{ to: isKnownString(start) ? start : undefined, path: `${path}.StartAt` }, ...named].flatMap(({ to, path: at }) =>
    isKnownString(to) ? [{ to, path: at }] : [],
  );
}

import type { Pricer } from '../pricer';
import { optionalText } from './properties';
import { type UsageOf, usageCharge } from './quantities';

const GROUP = 'compute';

/**
 * State machine. Standard: state transitions. Express: executions, and their duration by memory, in chunks of 64 MB and 100 ms. The
 * free state transitions of the account are left out, because all of its state machines share them.
 */
export const stepfunctionsStateMachine: Pricer = {
  types: ['AWS::StepFunctions::StateMachine'],
  charges: (resource, context) => {
    const usage = (charge: UsageOf) => usageCharge(resource, context, charge);
    if ((optionalText(resource.properties, 'StateMachineType') ?? 'STANDARD') === 'STANDARD') {
      return [usage({ kind: 'state-transitions', sku: 'step-functions/transitions', group: GROUP, key: 'stateTransitions', per: 1_000 })];
    }
    return [
      usage({ kind: 'workflow-requests', sku: 'step-functions/express/requests', group: GROUP, key: 'executions', per: 1_000_000 }),
      usage({ kind: 'workflow-gb-hours', sku: 'step-functions/express/duration', group: GROUP, key: 'executionGbHours' }),
    ];
  },
};

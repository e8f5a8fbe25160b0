import { estimateFailures } from '../../lib/answers/check-estimate';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { explainView } from '../../lib/output/explain';
import { explainJson } from '../../lib/output/json/explain';
import { SYSTEM_FLAG, TIER_FLAG } from '../argument-flags';
import type { Command, Request } from '../command';
import { NO_LEVERS } from './lever-flags';
import { requestedTier } from './requested-tier';
import { argumentOrFlag, optionFlags, withFlagNames } from './tier-options';

/** Prints the answer of explainTier. */
export const explain: Command = {
  arguments: [
    { name: 'system', description: 'a system of `sizing list`; default: the system of your definition', optional: true },
    { name: 'tier', description: 'a tier of the system', optional: true },
    { name: 'component', description: 'a component of the tier; default: all components', optional: true },
  ],
  flags: [SYSTEM_FLAG, TIER_FLAG, { name: 'strict', description: 'reject derived prices (exit code 3)' }, ...optionFlags(), NO_LEVERS],
  readsDefinition: true,
  examples: ['sizing explain aiva medium', 'sizing explain aiva large database --region eu-west-1'],
  printsOnly: () => true,
  check: (request) => void answerOf(request),
  run: async (request) => {
    const { flags } = request;
    const { answer, requested } = answerOf(request);
    return {
      report: { data: explainJson(answer), ...explainView(answer) },
      estimates: [{ lineItems: answer.lines }],
      warnings: [...requested.warnings, ...answer.warnings.map(answerWarningText)],
      failures: estimateFailures(answer.estimate, { strict: flags.strict === true }),
    };
  },
};

/** The answer. Components without a template are known from the estimate alone. */
function answerOf(request: Request) {
  const { explainTier } = require('../../lib/answers/explain') as typeof import('../../lib/answers/explain');
  const {
    system,
    tier,
    rest: [component],
    requested,
  } = requestedTier(request, 2);
  const subject = { system, tier, ...requested.options };
  return { requested, answer: withFlagNames(() => explainTier(subject, request.modules.estimator(), component), requested.named(nameOf)) };
}

function nameOf(path: string): string {
  return path === 'component' ? '<component>' : argumentOrFlag(path);
}

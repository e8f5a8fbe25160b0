import { estimateFailures } from '../../lib/answers/check-estimate';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { explainView } from '../../lib/output/explain';
import { explainJson } from '../../lib/output/json/explain';
import type { Command } from '../command';
import { requestedOptions } from './requested-options';
import { tierArguments } from './system-arguments';
import { argumentOrFlag, optionFlags, withFlagNames } from './tier-options';

/** Prints the answer of explainTier. */
export const explain: Command = {
  arguments: [
    { name: 'system', description: 'a system of `sizing list`; default: the system of your definition', optional: true },
    { name: 'tier', description: 'a tier of the system', optional: true },
    { name: 'component', description: 'a component of the tier; default: all components', optional: true },
  ],
  flags: [{ name: 'strict', description: 'reject derived prices (exit code 3)' }, ...optionFlags()],
  readsDefinition: true,
  examples: ['sizing explain aiva medium', 'sizing explain aiva large database --region eu-west-1'],
  printsOnly: () => true,
  run: async (request) => {
    const { flags, modules } = request;
    const { explainTier } = require('../../lib/answers/explain') as typeof import('../../lib/answers/explain');
    const requested = requestedOptions(flags);
    const {
      system,
      tier,
      rest: [component],
    } = tierArguments(request, 2);
    const subject = { system, tier, ...requested.options };
    const answer = withFlagNames(() => explainTier(subject, modules.estimator(), component), requested.named(nameOf));
    return {
      report: { data: explainJson(answer), ...explainView(answer) },
      estimates: [{ lineItems: answer.lines }],
      warnings: [...requested.warnings, ...answer.warnings.map(answerWarningText)],
      failures: estimateFailures(answer.estimate, { strict: flags.strict === true }),
    };
  },
};

function nameOf(path: string): string {
  return path === 'component' ? '<component>' : argumentOrFlag(path);
}

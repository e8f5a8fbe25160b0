import { estimateFailures } from '../../lib/answers/check-estimate';
import { explainTier } from '../../lib/answers/explain';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { explainView } from '../../lib/output/explain';
import { explainJson } from '../../lib/output/json/explain';
import type { Command } from '../command';
import { requestedOptions } from './requested-options';
import { argumentOrFlag, optionFlags, withFlagNames } from './tier-options';

/** Prints the answer of explainTier. */
export const explain: Command = {
  name: 'explain',
  summary: 'Show every line item of a tier with the source of its price, and why each instance type was chosen',
  arguments: [
    { name: 'system', description: 'a system of `sizing list`' },
    { name: 'tier', description: 'a tier of the system' },
    { name: 'component', description: 'a component of the tier; default: all components', optional: true },
  ],
  flags: [{ name: 'strict', description: 'reject derived prices (exit code 3)' }, ...optionFlags()],
  examples: ['sizing explain aiva medium', 'sizing explain aiva large database --region eu-west-1'],
  run: async ({ arguments: [system = '', tier = '', component], flags, modules }) => {
    const requested = requestedOptions(flags);
    const request = { system, tier, ...requested.options };
    const answer = withFlagNames(() => explainTier(request, modules.estimator(), component), requested.named(nameOf));
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

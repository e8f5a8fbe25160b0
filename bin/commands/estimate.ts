import { type Estimate, estimateToJson } from '../../lib/pricing';
import { InputError, type Problem, shown } from '../../lib/problems';
import { estimateView } from '../../lib/report';
import { Decimal } from '../../lib/units';
import type { Command, FlagValues, Request } from '../command';
import { listFlag, textFlag } from '../command';
import { blueprintFromFlags, flagOf, givenOptions, optionFlags } from './blueprint-options';
import { failuresOf, type Limits } from './failures';

export const estimate: Command = {
  name: 'estimate',
  summary: 'the monthly bill of a template, a cdk.out folder or a tier',
  arguments: [
    {
      name: 'template',
      description: 'a CloudFormation template (JSON or YAML) or a cdk.out folder; instead of --system and --tier',
      optional: true,
    },
  ],
  flags: [
    { name: 'system', value: 'system', description: 'a system of `sizing list`' },
    { name: 'tier', value: 'tier', description: 'one of its tiers' },
    { name: 'strict', description: 'refuse derived prices (exit code 3)' },
    {
      name: 'allow-unpriced',
      value: 'type',
      description: 'let resources of this type be without a price; may be repeated',
      repeatable: true,
    },
    { name: 'max-monthly', value: 'usd', description: 'fail when the bill (monthly, mid) is above this (exit code 2)' },
    ...optionFlags(),
  ],
  examples: [
    'sizing estimate cdk.out',
    'sizing estimate template.json --region eu-west-1 --json',
    'sizing estimate --system aiva --tier medium --region eu-west-1 --max-monthly 2500',
  ],
  run: async (request) => {
    const limits = limitsOf(request.flags);
    const { subject, bill, remarks } = billed(request);
    return {
      report: { data: estimateToJson(bill), ...estimateView(subject, bill) },
      bills: [bill],
      remarks,
      failures: failuresOf(bill, limits),
    };
  },
};

interface Billed {
  readonly subject: string;
  readonly bill: Estimate;
  readonly remarks: readonly string[];
}

function billed({ arguments: [path], flags, modules }: Request): Billed {
  checkSubject(path, flags);
  if (path !== undefined) {
    const { estimate: bill, remarks } = modules.templateBill().billOfTemplates(path, textFlag(flags, 'region'));
    return { subject: path, bill, remarks };
  }
  const blueprint = blueprintFromFlags({ ...tierFlags(flags), ...givenOptions(flags) });
  const { estimate: bill } = modules.bill().billOf(blueprint);
  return { subject: `${blueprint.system.name} ${blueprint.tier.id}`, bill, remarks: blueprint.notes };
}

function tierFlags(flags: FlagValues): Record<string, string> {
  return Object.fromEntries(
    ['system', 'tier'].flatMap((name) => {
      const value = textFlag(flags, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** A template or a tier, not both and not neither; a template takes no option but its region. */
function checkSubject(path: string | undefined, flags: FlagValues): void {
  const problems: Problem[] = [];
  if (path === undefined && textFlag(flags, 'tier') === undefined) {
    problems.push({ path: '<template> or --tier', allowed: 'a template, a cdk.out folder, or --system with --tier' });
  }
  if (path !== undefined) {
    const given = { ...tierFlags(flags), ...givenOptions(flags) };
    for (const name of Object.keys(given).filter((key) => key !== 'region')) {
      problems.push({
        path: flagOf(name),
        received: 'given together with a template',
        allowed: 'only without one: a template has its own size',
      });
    }
  }
  if (problems.length > 0) throw new InputError('flags', problems);
}

function limitsOf(flags: FlagValues): Limits {
  const maximum = textFlag(flags, 'maxMonthly');
  return {
    strict: flags.strict === true,
    allowUnpriced: listFlag(flags, 'allowUnpriced'),
    ...(maximum === undefined ? {} : { maxMonthlyUsd: amountOf(maximum) }),
  };
}

function amountOf(text: string): Decimal {
  if (/^\d+(\.\d+)?$/.test(text)) return new Decimal(text);
  throw new InputError('flags', [{ path: '--max-monthly', received: shown(text), allowed: 'US dollars such as 2500 or 99.50' }]);
}

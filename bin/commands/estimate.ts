import type { ClusterEstimate } from '../../lib/answers/estimate-manifest-files';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { Decimal } from '../../lib/core/money';
import { InputError, type Problem, shown } from '../../lib/core/problems';
import { holdsManifests } from '../../lib/manifests/holds-manifests';
import { clusterView, workloadsView } from '../../lib/output/cluster';
import { estimateView } from '../../lib/output/estimate';
import { estimateToJson } from '../../lib/output/json/estimate';
import { manifestEstimateJson } from '../../lib/output/json/manifest-estimate';
import type { Report } from '../../lib/output/report';
import type { Estimate } from '../../lib/pricing/estimate';
import { type Command, type FlagValues, listFlag, type Request, textFlag } from '../command';
import { blueprintFromFlags, flagOf, givenOptions, optionFlags } from './blueprint-options';
import { clusterRequest, refuseClusterFlags } from './cluster-flags';
import { failuresOf, type Limits } from './failures';

export const estimate: Command = {
  name: 'estimate',
  summary: 'the monthly bill of a template, a cdk.out folder, Kubernetes manifests or a tier',
  arguments: [
    {
      name: 'template',
      description:
        'a CloudFormation template (JSON or YAML), a cdk.out folder, or a file or folder of Kubernetes manifests; instead of --system and --tier',
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
    { name: 'nodes', value: 'a,b', description: 'manifests: the only types of machines that nodes may be of, such as m7i.large' },
    {
      name: 'control-plane',
      value: 'eks|none',
      description: 'manifests: whose control plane, and whose add-ons on every node; default: eks',
    },
    { name: 'by-workload', description: 'manifests: who pays for the machines, instead of the lines of the bill' },
    ...optionFlags(),
  ],
  examples: [
    'sizing estimate cdk.out',
    'sizing estimate template.json --region eu-west-1 --json',
    'sizing estimate test/bin/fixtures/cluster --nodes m7i.large,g4dn.xlarge',
    'sizing estimate --system aiva --tier medium --region eu-west-1 --max-monthly 2500',
    'sizing estimate --system aiva --tier large --platform kubernetes --by-workload',
  ],
  run: async (request) => {
    const limits = limitsOf(request.flags);
    const { bill, warnings, ...report } = billed(request);
    return { report, bills: [bill], warnings, failures: failuresOf(bill, limits) };
  },
};

interface Billed extends Report {
  readonly bill: Estimate;
  readonly warnings: readonly string[];
}

function billed({ arguments: [path], flags, modules }: Request): Billed {
  checkSubject(path, flags);
  if (path !== undefined && holdsManifests(path)) {
    const region = textFlag(flags, 'region');
    const bill = modules.manifestBill().estimateManifestFiles(path, { ...clusterRequest(flags), ...(region !== undefined && { region }) });
    return ofManifests(path, bill, flags);
  }
  const blueprint = path === undefined ? blueprintFromFlags({ ...tierFlags(flags), ...givenOptions(flags) }) : undefined;
  if (blueprint?.options.platform === 'kubernetes') {
    const bill = modules.manifestBill().estimateCharts(blueprint, clusterRequest(flags));
    return ofManifests(subjectOf(blueprint), { ...bill, warnings: [...blueprint.warnings, ...bill.warnings] }, flags);
  }
  refuseClusterFlags(flags);
  if (blueprint !== undefined)
    return ofTemplates(subjectOf(blueprint), modules.bill().estimateBlueprint(blueprint).estimate, blueprint.warnings);
  const { estimate: bill, warnings } = modules.templateBill().estimateTemplateFiles(path ?? '', textFlag(flags, 'region'));
  return ofTemplates(path ?? '', bill, warnings);
}

function subjectOf({ system, tier }: Blueprint): string {
  return `${system.name} ${tier.id}`;
}

function ofTemplates(subject: string, bill: Estimate, warnings: readonly string[]): Billed {
  return { bill, warnings, data: estimateToJson(bill), ...estimateView(subject, bill) };
}

function ofManifests(subject: string, { estimate: bill, costs, warnings }: ClusterEstimate, flags: FlagValues): Billed {
  const view = flags.byWorkload === true ? workloadsView : clusterView;
  return { bill, warnings, data: manifestEstimateJson(bill, costs), ...view(subject, bill, costs) };
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
    problems.push({ path: '<template> or --tier', expected: 'a template, a cdk.out folder, or --system with --tier' });
  }
  if (path !== undefined) {
    const given = { ...tierFlags(flags), ...givenOptions(flags) };
    for (const name of Object.keys(given).filter((key) => key !== 'region')) {
      problems.push({
        path: flagOf(name),
        reason: 'given together with a template',
        expected: 'only one of them: a template has its own size',
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
  throw new InputError('flags', [{ path: '--max-monthly', received: shown(text), expected: 'US dollars such as 2500 or 99.50' }]);
}

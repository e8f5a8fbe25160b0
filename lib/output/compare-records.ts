import type { ComparedTier } from '../answers/compare';
import { toCents } from '../core/money';
import { perUserUsd } from './compare-rows';
import type { Records } from './report';
import { GROUPS, sumOf } from './sums';
import { spanOf } from './tier-form';

/** One record for each tier and form. */
export function compareRecords(forms: readonly ComparedTier[]): Records {
  const records = forms.map(compareRecord);
  return { columns: Object.keys(records[0] ?? {}), rows: records.map((record) => Object.values(record)) };
}

function compareRecord(form: ComparedTier): Readonly<Record<string, string>> {
  const { blueprint, estimate } = form;
  const { published, workload } = blueprint;
  const users = published === undefined ? workload.concurrentUsers : spanOf(published.concurrentUsers);
  const document = published?.monthlyUsd === undefined ? undefined : spanOf(published.monthlyUsd);
  const perUser = perUserUsd(form);
  return {
    system: blueprint.system.id,
    tier: blueprint.tier.id,
    topology: blueprint.options.topology,
    region: blueprint.options.region,
    gpu: blueprint.options.gpu,
    concurrentUsersLow: String(users.low),
    concurrentUsersHigh: String(users.high),
    evidence: published?.evidence ?? '',
    ...groupColumns(form),
    monthlyUsdLow: toCents(estimate.monthlyUsd.low),
    monthlyUsdMid: toCents(estimate.monthlyUsd.mid),
    monthlyUsdHigh: toCents(estimate.monthlyUsd.high),
    handledConcurrentUsers: form.handled.users === undefined ? '' : String(form.handled.users),
    handledConcurrentUsersByPublishedSizes: String(form.handledByPublishedSizes?.users ?? ''),
    handlesWorkloadLikelihood: form.handled.likelihood === undefined ? '' : String(form.handled.likelihood),
    monthlyUsdPerConcurrentUser: perUser === undefined ? '' : toCents(perUser),
    documentUsdLow: document === undefined ? '' : String(document.low),
    documentUsdHigh: document === undefined ? '' : String(document.high),
    unpriced: String(estimate.resources.unpriced),
  };
}

/** `networkAndBalancerUsd`: every group has its column, so that files of different runs line up. */
function groupColumns({ estimate }: ComparedTier): Record<string, string> {
  return Object.fromEntries(
    GROUPS.map((group) => {
      const name = group.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
      return [`${name}Usd`, toCents(sumOf(estimate.lineItems.filter((line) => line.group === group)).mid)];
    }),
  );
}

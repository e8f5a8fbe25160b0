import type { QuotaNeed, QuotasAnswer, QuotaVerdict } from '../answers/quotas';
import { counted } from '../core/number-format';
import { thousands } from '../core/thousands';
import type { Block, Grid, RowStyle, View } from './report';

/** The quotas of a tier by region, and the commands that request more. */
export function quotasView(answer: QuotasAnswer): View {
  const { needs } = answer;
  const ofAccount = needs.filter(isOfAccount);
  const regions = [...new Set(needs.filter((need) => !isOfAccount(need)).map(({ region }) => region))];
  return {
    blocks: [
      { kind: 'title', text: titleOf(answer) },
      ...regions.flatMap((region) =>
        needsBlocks(
          region,
          needs.filter((need) => !isOfAccount(need) && need.region === region),
        ),
      ),
      ...(ofAccount.length === 0 ? [] : needsBlocks('all regions of the account', ofAccount)),
      ...commandBlocks(needs),
      { kind: 'notes', items: notesOf(answer).map((text) => ({ mark: '·', text })) },
    ],
    records: recordsOf(needs),
  };
}

function isOfAccount({ quota: { scope } }: QuotaNeed): boolean {
  return scope === 'account';
}

function titleOf({ subject, needs }: QuotasAnswer): string {
  const exceeded = needs.filter(isExceeded).length;
  return `${subject} · ${counted(needs.length, 'quota')} · ${exceeded === 0 ? 'none' : exceeded} above the default of AWS`;
}

function isExceeded({ verdict }: QuotaNeed): boolean {
  return verdict === 'exceeded-at-minimum' || verdict === 'exceeded-at-maximum';
}

function needsBlocks(heading: string, needs: readonly QuotaNeed[]): readonly Block[] {
  return [{ kind: 'heading', text: heading }, needsGrid(needs)];
}

/** From the most urgent to the harmless, which is the order of the rows. */
const VERDICTS: Readonly<Record<QuotaVerdict, { readonly text: string; readonly style: RowStyle }>> = {
  'exceeded-at-minimum': { text: 'to deploy', style: 'warning' },
  'exceeded-at-maximum': { text: 'to scale', style: 'warning' },
  unknown: { text: 'check account', style: 'warning' },
  within: { text: 'not needed', style: 'plain' },
};

function needsGrid(needs: readonly QuotaNeed[]): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['quota'], align: 'left', wraps: true },
      { heading: ['code'], align: 'left' },
      { heading: ['min'], align: 'right' },
      { heading: ['max'], align: 'right' },
      { heading: ['default'], align: 'right' },
      { heading: ['increase'], align: 'left', wraps: true },
    ],
    rows: byUrgency(needs).map(({ quota, min, max, defaultValue, verdict }) => ({
      cells: [quota.name, quota.code, amount(min), amount(max), amount(defaultValue), VERDICTS[verdict].text],
      style: VERDICTS[verdict].style,
    })),
  };
}

/** Quotas that need an increase or a check of the account first. */
function byUrgency(needs: readonly QuotaNeed[]): readonly QuotaNeed[] {
  const order = Object.keys(VERDICTS);
  return [...needs].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

function amount(value: number | undefined): string {
  return value === undefined ? 'unknown' : thousands(String(value));
}

function commandBlocks(needs: readonly QuotaNeed[]): readonly Block[] {
  const requests = needs.flatMap(({ request }) => request ?? []);
  const unknown = needs.filter(({ verdict }) => verdict === 'unknown').map(checkCommand);
  return [...commandBlock('Request an increase', requests), ...commandBlock('Check the value of your account', unknown)];
}

function commandBlock(heading: string, lines: readonly string[]): readonly Block[] {
  return lines.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'commands', lines },
      ];
}

function checkCommand({ quota: { service, code }, region }: QuotaNeed): string {
  return `aws service-quotas get-service-quota --service-code ${service} --quota-code ${code} --region ${region} --query Quota.Value`;
}

function notesOf({ needs, asOf }: QuotasAnswer): readonly string[] {
  const startLower = names(needs.filter(({ quota }) => quota.startsLower === true));
  return [
    'min: the use of a deployment before it scales. max: the largest size of auto scaling, with the room that deployments and updates of nodes need.',
    `Defaults: documentation of AWS, read on ${asOf}. The values of your account may differ, and its existing resources count too.`,
    ...(startLower === '' ? [] : [`A new account may start below the default: ${startLower}.`]),
    ...needs.flatMap(({ quota: { name, contradictoryValues } }) =>
      contradictoryValues === undefined ? [] : [`The default of ${name} is unknown: ${unknownDefaultText(contradictoryValues)}.`],
    ),
  ];
}

/** Why the default of a quota is unknown: the values that versions of the documentation state. */
export function unknownDefaultText(contradictoryValues: readonly number[]): string {
  return `versions of the documentation state ${contradictoryValues.join(' and ')}`;
}

function names(needs: readonly QuotaNeed[]): string {
  return [...new Set(needs.map(({ quota }) => quota.name))].join(', ');
}

function recordsOf(needs: readonly QuotaNeed[]): View['records'] {
  return {
    columns: ['region', 'scope', 'service', 'code', 'name', 'minimum', 'maximum', 'default', 'verdict', 'source', 'request'],
    rows: needs.map(({ region, quota, min, max, defaultValue, verdict, request = '' }) => {
      const { scope, service, code, name, source } = quota;
      const amounts = [min, max, defaultValue].map((value) => (value === undefined ? '' : String(value)));
      return [region, scope, service, code, name, ...amounts, verdict, source, request];
    }),
  };
}

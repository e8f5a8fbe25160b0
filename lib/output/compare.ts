import type { ComparedTier } from '../answers/compare';
import { counted } from '../core/number-format';
import { cents, change } from './amounts';
import { blueprintWarningText, isAccessWarning, tradeOffText } from './blueprint-warnings';
import { compareRecords } from './compare-records';
import { builtRows, capacityRows, costRows, optionRows, resourceRows, totalRows } from './compare-rows';
import { priceTerms, resourcesText } from './estimate';
import { type Footnotes, footnotesOf } from './footnotes';
import { handledText } from './handled-workload';
import type { Block, Notes, View } from './report';
import { formName, tierName } from './tier-form';
import { type Waterfall, waterfallOf } from './waterfall';

/** Tiers side by side: published capacity, instance types, estimate and published cost. */
export function compareView(forms: readonly ComparedTier[]): View {
  const footnotes = footnotesOf(forms);
  const waterfall = waterfallBetween(forms);
  return {
    blocks: [
      {
        kind: 'title',
        text: [systemNames(forms), ...priceTerms(...forms.map(({ estimate }) => estimate)), 'US dollars per month'].join(' · '),
      },
      tiersGrid(forms, footnotes),
      ...(waterfall === undefined ? [] : waterfallBlocks(forms, waterfall)),
      ...notes(forms, footnotes),
      { kind: 'paragraph', text: resourcesText(...forms.map(({ estimate }) => estimate)) },
      commandNote('Line items and reasons', forms),
    ],
    records: compareRecords(forms),
  };
}

function systemNames(forms: readonly ComparedTier[]): string {
  return [...new Set(forms.map(({ blueprint }) => blueprint.system.name))].join(', ');
}

function tiersGrid(forms: readonly ComparedTier[], footnotes: Footnotes): Block {
  return {
    kind: 'grid',
    columns: [
      { heading: [''], align: 'left', wraps: true },
      ...forms.map((form) => ({ heading: [tierName(form), formName(form, forms)], align: 'right' as const })),
    ],
    rows: [
      ...capacityRows(forms),
      ...resourceRows(forms, footnotes),
      ...optionRows(forms),
      ...builtRows(forms),
      ...costRows(forms).map((row, index) => ({ ...row, ruleAbove: index === 0 })),
      ...totalRows(forms, footnotes),
    ],
  };
}

function notes(forms: readonly ComparedTier[], footnotes: Footnotes): Block[] {
  return [
    ...forms.flatMap((form) => tradeOffs(fullName(form, forms), form.blueprint.tradeOffs.map(tradeOffText))),
    ...noteList([...warningsOf(forms)].map(([text, names]) => ({ mark: '·', text: `${names.join(', ')}: ${text}` }))),
    ...accessWarningCounts(forms),
    ...unknownForms(forms),
    ...noteList(footnotes.notes),
    ...noteList(
      forms
        .filter(({ handled: { timesWorkload } }) => timesWorkload !== undefined && timesWorkload < 1)
        .map((form) => ({ mark: '·', text: `${fullName(form, forms)} ${handledText(form.handled)}${shortageText(form)}` })),
    ),
    ...(footnotes.others.length === 0 ? [] : [commandNote(othersText(footnotes.others), forms)]),
  ];
}

/** Each warning once, with the names of the tiers that have it. */
function warningsOf(forms: readonly ComparedTier[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const form of forms) {
    for (const warning of form.blueprint.warnings) {
      if (isAccessWarning(warning)) continue;
      const text = blueprintWarningText(warning);
      names.set(text, [...(names.get(text) ?? []), fullName(form, forms)]);
    }
  }
  return names;
}

/** The consequence for a tier that handles less than its workload. It handles no user if the rest of the load alone is too much. */
function shortageText({ handled, blueprint: { system, tier } }: ComparedTier): string {
  if (handled.timesWorkload !== 0) return ', and its cost per user is for these';
  return `: its fixed amounts and base loads alone need more than it has (npx sizing capacity ${system.id} ${tier.id})`;
}

/** `3 warnings about access to the stacks (small 1, large 2): npx sizing explain aiva <tier>` */
function accessWarningCounts(forms: readonly ComparedTier[]): Block[] {
  const counts = forms
    .map((form) => ({ name: fullName(form, forms), count: form.blueprint.warnings.filter(isAccessWarning).length }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return [];
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const parts = counts.map(({ name, count }) => `${name} ${count}`).join(', ');
  return [commandNote(`${counted(total, 'warning')} about access to the stacks (${parts})`, forms)];
}

/** `Demands or limits are unknown (small, large): npx sizing capacity shop <tier>` */
function unknownForms(forms: readonly ComparedTier[]): Block[] {
  const unknown = forms.filter(({ handled }) => handled.timesWorkload === undefined);
  if (unknown.length === 0) return [];
  const names = unknown.map((form) => fullName(form, forms)).join(', ');
  return [commandNote(`Demands or limits are unknown (${names})`, unknown, 'capacity')];
}

/** Trade-offs of one form of a tier. */
function tradeOffs(name: string, texts: readonly string[]): Block[] {
  if (texts.length === 0) return [];
  return [{ kind: 'heading', text: `Trade-offs of ${name}` }, ...noteList(texts.map((text) => ({ mark: '·', text })))];
}

function noteList(items: Notes['items']): Block[] {
  return items.length === 0 ? [] : [{ kind: 'notes', items }];
}

/** `22 more contradictions of the source document (10 about capacity, …)`. */
function othersText(others: Footnotes['others']): string {
  const counts = new Map<string, number>();
  for (const { about } of others) counts.set(about, (counts.get(about) ?? 0) + 1);
  const parts = [...counts].map(([about, count]) => `${count} about ${about}`).join(', ');
  return `${counted(others.length, 'more contradiction')} of the source document (${parts})`;
}

/** A text and the command that shows more about it. */
function commandNote(text: string, forms: readonly ComparedTier[], name: 'explain' | 'capacity' = 'explain'): Block {
  const command = `npx sizing ${name} ${onlyOne(forms, ({ system }) => system.id) ?? '<system>'} ${onlyOne(forms, ({ tier }) => tier.id) ?? '<tier>'}`;
  return { kind: 'notes', items: [{ mark: '', text, command }] };
}

function fullName(form: ComparedTier, forms: readonly ComparedTier[]): string {
  return [tierName(form), formName(form, forms)].join(' ').trim();
}

function onlyOne(forms: readonly ComparedTier[], id: (blueprint: ComparedTier['blueprint']) => string): string | undefined {
  const [only, another] = new Set(forms.map(({ blueprint }) => id(blueprint)));
  return another === undefined ? only : undefined;
}

/** The difference of two tiers; undefined for any other number of tiers. */
export function waterfallBetween(forms: readonly ComparedTier[]): Waterfall | undefined {
  const [from, to, third] = forms;
  return from === undefined || to === undefined || third !== undefined ? undefined : waterfallOf(from.estimate, to.estimate);
}

function waterfallBlocks(forms: readonly ComparedTier[], waterfall: Waterfall): Block[] {
  const names = forms.map((form) => fullName(form, forms));
  return [
    { kind: 'heading', text: `From ${names[0]} to ${names[1]}` },
    {
      kind: 'grid',
      columns: [
        { heading: ['driver'], align: 'left' },
        { heading: ['from'], align: 'right' },
        { heading: ['to'], align: 'right' },
        { heading: ['change'], align: 'right' },
      ],
      rows: [
        ...waterfall.drivers.flatMap((driver) => [
          { cells: [driver.group, cents(driver.from.mid), cents(driver.to.mid), change(driver.change.mid)] },
          ...driver.components
            .filter(({ change }) => !change.mid.isZero())
            .map((step) => ({
              cells: [`  ${step.component}`, cents(step.from.mid), cents(step.to.mid), change(step.change.mid)],
              style: 'muted' as const,
            })),
        ]),
        {
          cells: ['monthly, mid', cents(waterfall.from.mid), cents(waterfall.to.mid), change(waterfall.change.mid)],
          style: 'total',
          ruleAbove: true,
        },
      ],
    },
  ];
}

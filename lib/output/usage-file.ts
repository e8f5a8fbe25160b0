import type { Interval } from '../core/interval';
import type { TemplateUse } from '../pricing/estimate-template';
import type { UsageRead } from '../pricing/usage-ledger';
import { NETWORK, selectableNames } from '../pricing/usage-selectors';

/** Keys that YAML reads as text without quotes. */
const PLAIN_KEY = /^[A-Za-z][\w/.-]*$/;

/** The usage of one resource, or of data transfer. */
interface SelectedUse {
  readonly selector: string;
  readonly type: string;
  readonly reads: readonly UsageRead[];
}

/** A usage file to fill in: each quantity that the prices of templates depend on, with its unit and the amount that is known. */
export function usageFileText(subject: string, uses: readonly TemplateUse[]): string {
  const selected = selectedUses(uses);
  const head = [
    `# Usage per month of ${subject}, for \`sizing estimate --usage\`. A month has 730 hours.`,
    '# Amounts are numbers, or ranges [low, high]. A quantity without an amount is unknown: the total excludes it.',
    '# A key may also be a component, a resource type, or a pattern such as "*Queue*".',
  ];
  if (selected.length === 0) return `${[...head, 'usage: {}'].join('\n')}\n`;
  return `${[...head, 'usage:', ...selected.flatMap(useLines)].join('\n')}\n`;
}

function selectedUses(uses: readonly TemplateUse[]): readonly SelectedUse[] {
  const times = timesOfNames(uses);
  return uses.flatMap(({ template, reads }) => {
    const byResource = readsByResource(reads);
    const resources = template.resources.flatMap((resource) => {
      const own = byResource.get(resource.id);
      if (own === undefined) return [];
      const { own: names } = selectableNames(resource, template);
      return [{ selector: names.find((name) => times.get(name) === 1) ?? resource.id, type: resource.type, reads: own }];
    });
    const transfer = byResource.get(null);
    return [...resources, ...(transfer === undefined ? [] : [{ selector: NETWORK, type: 'data transfer', reads: transfer }])];
  });
}

function readsByResource(reads: readonly UsageRead[]): ReadonlyMap<string | null, readonly UsageRead[]> {
  const byResource = new Map<string | null, UsageRead[]>();
  for (const read of reads) {
    const own = byResource.get(read.resource);
    if (own === undefined) byResource.set(read.resource, [read]);
    else own.push(read);
  }
  return byResource;
}

/** How often each name occurs: a name of several resources selects all of them. */
function timesOfNames(uses: readonly TemplateUse[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { template } of uses) {
    for (const resource of template.resources) {
      for (const name of new Set(selectableNames(resource, template).own)) times.set(name, (times.get(name) ?? 0) + 1);
    }
  }
  return times;
}

function useLines({ selector, type, reads }: SelectedUse): readonly string[] {
  const key = PLAIN_KEY.test(selector) ? selector : JSON.stringify(selector);
  return [`  # ${type}`, `  ${key}:`, ...reads.map(quantityLine)];
}

function quantityLine({ key, quantity, unit }: UsageRead): string {
  return `    ${key}:${quantity === null ? '' : ` ${amountText(quantity)}`} # ${unit}`;
}

function amountText({ low, mid, high }: Interval): string {
  return low === high ? String(mid) : `{ low: ${low}, mid: ${mid}, high: ${high} }`;
}

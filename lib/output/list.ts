import type { ListAnswer } from '../answers/list';
import { thousands } from '../core/thousands';
import type { Grid, View } from './report';
import { spanOf, spanText } from './tier-form';

/** Tables of systems with their tiers, options, and regions. */
export function listView(answer: ListAnswer): View {
  return {
    blocks: [
      ...answer.systems.flatMap((system) => [
        { kind: 'title' as const, text: `${system.name}: system ${system.id}` },
        tiersGrid(system.tiers),
        ...(system.source === undefined ? [] : [{ kind: 'paragraph' as const, text: `source: ${system.source}` }]),
      ]),
      { kind: 'title', text: 'Options' },
      optionsGrid(answer.options),
      { kind: 'title', text: 'Regions with prices' },
      regionsGrid(answer.regions),
    ],
    records: {
      columns: ['kind', 'id', 'allowed', 'default', 'description'],
      rows: [
        ...answer.systems.flatMap((system) => [
          ['system', system.id, '', '', system.name],
          ...system.tiers.map((tier) => ['tier', `${system.id}/${tier.id}`, tier.topologies.join(' '), '', tier.description]),
        ]),
        ...answer.options.map((option) => ['option', option.key, option.allowed, option.default, option.description]),
        ...answer.regions.map((region) => ['region', region.id, '', '', `prices of ${region.oldestPrice} to ${region.newestPrice}`]),
      ],
    },
  };
}

function tiersGrid(tiers: ListAnswer['systems'][number]['tiers']): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['tier'], align: 'left' },
      { heading: ['concurrent users'], align: 'right' },
      { heading: ['GPU'], align: 'left' },
      { heading: ['topology'], align: 'left' },
      { heading: ['description'], align: 'left', wraps: true },
    ],
    rows: tiers.map((tier) => ({ cells: [tier.id, usersText(tier), tier.gpu, tier.topologies.join(', '), tier.description] })),
  };
}

function optionsGrid(options: ListAnswer['options']): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['context key (-c)'], align: 'left' },
      { heading: ['default'], align: 'left' },
      { heading: ['allowed'], align: 'left', wraps: true },
    ],
    rows: options.map((option) => ({ cells: [option.key, option.default, option.allowed], details: [option.description] })),
  };
}

function regionsGrid(regions: ListAnswer['regions']): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['region'], align: 'left' },
      { heading: ['prices'], align: 'right' },
      { heading: ['oldest'], align: 'left' },
      { heading: ['newest'], align: 'left' },
    ],
    rows: regions.map((region) => ({ cells: [region.id, thousands(String(region.prices)), region.oldestPrice, region.newestPrice] })),
  };
}

function usersText({ concurrentUsers }: ListAnswer['systems'][number]['tiers'][number]): string {
  return spanText(spanOf(concurrentUsers));
}

import type { Grid, View } from './report';

/** Everything that can be asked for. */
export interface Catalogue {
  readonly systems: readonly {
    readonly id: string;
    readonly name: string;
    readonly source: string;
    readonly tiers: readonly {
      readonly id: string;
      readonly description: string;
      /** Concurrent users as the document publishes them. */
      readonly concurrentUsers: string;
      /** What it also comes as: `single-host`. */
      readonly topologies: readonly string[];
      readonly gpu: string;
    }[];
  }[];
  readonly options: readonly {
    /** CDK context key: `-c gpu=t4`. */
    readonly key: string;
    readonly flag: string;
    readonly allowed: string;
    readonly default: string;
    readonly description: string;
  }[];
  readonly regions: readonly {
    readonly id: string;
    /** Date of the oldest price of the region, ISO 8601. */
    readonly oldestPrice: string;
    readonly newestPrice: string;
    readonly prices: number;
  }[];
}

export function listView(catalogue: Catalogue): View {
  return {
    blocks: [
      ...catalogue.systems.flatMap((system) => [
        { kind: 'title' as const, text: `${system.name}: system ${system.id}` },
        tiersGrid(system.tiers),
        { kind: 'paragraph' as const, text: `source: ${system.source}` },
      ]),
      { kind: 'title', text: 'Options' },
      optionsGrid(catalogue.options),
      { kind: 'title', text: 'Regions with prices' },
      regionsGrid(catalogue.regions),
    ],
    records: {
      columns: ['kind', 'id', 'allowed', 'default', 'description'],
      rows: [
        ...catalogue.systems.flatMap((system) => [
          ['system', system.id, '', '', system.name],
          ...system.tiers.map((tier) => ['tier', `${system.id}/${tier.id}`, tier.topologies.join(' '), '', tier.description]),
        ]),
        ...catalogue.options.map((option) => ['option', option.key, option.allowed, option.default, option.description]),
        ...catalogue.regions.map((region) => ['region', region.id, '', '', `prices of ${region.oldestPrice} to ${region.newestPrice}`]),
      ],
    },
  };
}

function tiersGrid(tiers: Catalogue['systems'][number]['tiers']): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['tier'], align: 'left' },
      { heading: ['concurrent users'], align: 'right' },
      { heading: ['gpu'], align: 'left' },
      { heading: ['topology'], align: 'left' },
      { heading: ['description'], align: 'left', wraps: true },
    ],
    rows: tiers.map((tier) => ({ cells: [tier.id, tier.concurrentUsers, tier.gpu, tier.topologies.join(', '), tier.description] })),
  };
}

function optionsGrid(options: Catalogue['options']): Grid {
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

function regionsGrid(regions: Catalogue['regions']): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['region'], align: 'left' },
      { heading: ['prices'], align: 'right' },
      { heading: ['oldest'], align: 'left' },
      { heading: ['newest'], align: 'left' },
    ],
    rows: regions.map((region) => ({ cells: [region.id, String(region.prices), region.oldestPrice, region.newestPrice] })),
  };
}

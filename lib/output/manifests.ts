import type { Blueprint } from '../blueprint/blueprint';
import { thousands } from '../core/thousands';
import type { Block, View } from './report';

/** What was written, and what the cluster must have. */
export interface WrittenManifests {
  readonly directories: readonly {
    readonly path: string;
    readonly objects: number;
    readonly files: readonly { readonly path: string; readonly bytes: number }[];
  }[];
  readonly requirements: readonly { readonly what: string; readonly version: string; readonly why: string }[];
  readonly tradeOffs: readonly string[];
}

export function manifestsView(written: WrittenManifests, { system, tier, options }: Blueprint): View {
  const stores = options.dataStores === undefined ? '' : ` · data stores ${options.dataStores}`;
  const title = `${system.name} · ${tier.id} · ${options.platform}${stores}`;
  return {
    blocks: [
      { kind: 'title', text: title },
      ...written.directories.flatMap(directoryBlocks),
      { kind: 'heading', text: 'What the cluster must have' },
      requirementsGrid(written.requirements),
      ...tradeOffBlocks(written.tradeOffs),
    ],
    records: {
      columns: ['directory', 'file', 'bytes'],
      rows: written.directories.flatMap(({ path, files }) => files.map((file) => [path, file.path, String(file.bytes)])),
    },
  };
}

function directoryBlocks({ path, objects, files }: WrittenManifests['directories'][number]): Block[] {
  return [
    { kind: 'heading', text: `${path} · ${objects} objects` },
    {
      kind: 'grid',
      columns: [
        { heading: ['file'], align: 'left' },
        { heading: ['bytes'], align: 'right' },
      ],
      rows: files.map((file) => ({ cells: [file.path, thousands(String(file.bytes))] })),
    },
  ];
}

function requirementsGrid(requirements: WrittenManifests['requirements']): Block {
  return {
    kind: 'grid',
    columns: [
      { heading: ['what'], align: 'left' },
      { heading: ['from version'], align: 'left' },
      { heading: ['why'], align: 'left', wraps: true },
    ],
    rows: requirements.map(({ what, version, why }) => ({ cells: [what, version, why] })),
  };
}

function tradeOffBlocks(tradeOffs: readonly string[]): Block[] {
  if (tradeOffs.length === 0) return [];
  return [
    { kind: 'heading', text: 'What this form gives up' },
    { kind: 'notes', items: tradeOffs.map((text) => ({ mark: '·', text })) },
  ];
}

import type { ManifestsAnswer } from '../answers/manifests';
import { counted } from '../core/number-format';
import { thousands } from '../core/thousands';
import { tradeOffText } from './blueprint-warnings';
import type { Block, View } from './report';

/** The written files, and the requirements on the cluster. */
export function manifestsView({ blueprint, directories, requirements, tradeOffs }: ManifestsAnswer): View {
  const { system, tier, options } = blueprint;
  const stores = options.dataStores === undefined ? '' : ` · data stores ${options.dataStores}`;
  const title = `${system.name} · ${tier.id} · ${options.platform}${stores}`;
  return {
    blocks: [
      { kind: 'title', text: title },
      ...directories.flatMap(directoryBlocks),
      { kind: 'heading', text: 'Cluster requirements' },
      requirementsGrid(requirements),
      ...tradeOffBlocks(tradeOffs),
    ],
    records: {
      columns: ['directory', 'file', 'bytes'],
      rows: directories.flatMap(({ path, files }) => files.map((file) => [path, file.path, String(bytesOf(file))])),
    },
  };
}

function directoryBlocks({ path, objects, files }: ManifestsAnswer['directories'][number]): Block[] {
  return [
    { kind: 'heading', text: `${path} · ${counted(objects, 'object')}` },
    {
      kind: 'grid',
      columns: [
        { heading: ['file'], align: 'left' },
        { heading: ['bytes'], align: 'right' },
      ],
      rows: files.map((file) => ({ cells: [file.path, thousands(String(bytesOf(file)))] })),
    },
  ];
}

function requirementsGrid(requirements: ManifestsAnswer['requirements']): Block {
  return {
    kind: 'grid',
    columns: [
      { heading: ['requirement'], align: 'left', wraps: true },
      { heading: ['minimum version'], align: 'left' },
    ],
    rows: requirements.map(({ name, minimumVersion, purpose }) => ({ cells: [name, minimumVersion], details: [purpose] })),
  };
}

function tradeOffBlocks(tradeOffs: ManifestsAnswer['tradeOffs']): Block[] {
  if (tradeOffs.length === 0) return [];
  return [
    { kind: 'heading', text: 'Trade-offs of this form' },
    { kind: 'notes', items: tradeOffs.map((tradeOff) => ({ mark: '·', text: tradeOffText(tradeOff) })) },
  ];
}

function bytesOf({ text }: ManifestsAnswer['directories'][number]['files'][number]): number {
  return Buffer.byteLength(text);
}

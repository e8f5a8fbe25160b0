import { asNumber, numberOf, textOf, valueAt } from '../property-value';
import type { UpdatedResource } from '../resource-change';
import type { TransitionRule } from '../rule';

/** Where each type of file system states its throughput. */
const THROUGHPUT: Readonly<Record<string, readonly [configuration: string, ...names: readonly string[]]>> = {
  LUSTRE: ['LustreConfiguration', 'PerUnitStorageThroughput'],
  ONTAP: ['OntapConfiguration', 'ThroughputCapacity', 'ThroughputCapacityPerHAPair'],
  OPENZFS: ['OpenZFSConfiguration', 'ThroughputCapacity'],
  WINDOWS: ['WindowsConfiguration', 'ThroughputCapacity'],
};
/** Deployment types whose other file server takes over. Those of ONTAP all have one. */
const HIGHLY_AVAILABLE = /^(?:MULTI_AZ|SINGLE_AZ_HA)/;
/** Types whose storage grows by a tenth at least: "at least 10 percent greater". */
const GROWS_BY_TENTH = ['OPENZFS', 'WINDOWS'];

export const fsxFileSystem: TransitionRule = {
  id: 'fsx-file-system',
  description:
    'A file system of Amazon FSx without a second file server is unavailable for a few minutes when its throughput changes; storage shrinks only on ONTAP, and grows by at least 10% on OpenZFS and Windows',
  sources: [
    'https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/managing-throughput-capacity.html',
    'https://docs.aws.amazon.com/fsx/latest/WindowsGuide/managing-throughput-capacity.html',
    'https://docs.aws.amazon.com/fsx/latest/LustreGuide/managing-throughput-capacity.html',
    'https://docs.aws.amazon.com/fsx/latest/LustreGuide/managing-storage-capacity.html',
    'https://docs.aws.amazon.com/fsx/latest/APIReference/API_UpdateFileSystem.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const change of context.updated('AWS::FSx::FileSystem')) {
      const type = textOf(change.after, 'FileSystemType') ?? '';
      const place = THROUGHPUT[type];
      if (place === undefined) continue;
      const resource = change.id;
      const [old, next] = [numberOf(change.before, 'StorageCapacity'), numberOf(change.after, 'StorageCapacity')];
      if (old !== undefined && next !== undefined && next !== old) {
        const text = `storage changes from ${old} to ${next} GiB`;
        const properties = ['StorageCapacity'];
        if (next < old && type !== 'ONTAP')
          yield { resource, class: 'rejected', properties, text: `${text}, and FSx does not shrink the file system` };
        else if ((next - old) * 10 < old && GROWS_BY_TENTH.includes(type))
          yield { resource, class: 'rejected', properties, text: `${text}, which is less than 10% more` };
        else if (type === 'LUSTRE') yield { resource, class: 'in-place-with-interruption', properties, text, interruption: FEW_MINUTES };
      }
      const [configuration, ...names] = place;
      const throughput = changedNumber(change, configuration, names);
      if (throughput === undefined) continue;
      const isSingle =
        type !== 'ONTAP' && !HIGHLY_AVAILABLE.test(String(valueAt(change.after.properties[configuration], 'DeploymentType')));
      yield {
        resource,
        class: 'in-place-with-interruption',
        properties: [configuration],
        text: `throughput changes from ${throughput} MB/s, by ${isSingle ? 'other file servers' : 'a failover to the second file server and back'}`,
        interruption: isSingle ? FEW_MINUTES : { of: 'the file system', lowMinutes: 0 },
      };
    }
  },
};

/** "Unavailable for a few minutes": the pages state no number. */
const FEW_MINUTES = { of: 'the file system', lowMinutes: 1 } as const;

/** The old and the new number, as `64 to 128`; undefined when it does not change or is not known. */
function changedNumber({ before, after }: UpdatedResource, configuration: string, names: readonly string[]): string | undefined {
  for (const name of names) {
    const [old, next] = [before, after].map(({ properties }) => asNumber(valueAt(properties[configuration], name)));
    if (old !== undefined && next !== undefined && old !== next) return `${old} to ${next}`;
  }
  return undefined;
}

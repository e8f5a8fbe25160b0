import { notOneOf, type Problem, shown } from '../core/problems';
import type { ResolvedComponent } from './resolved-component';
import type { BlueprintWarning } from './warnings';

type Components = Readonly<Record<string, ResolvedComponent>>;

/** The components with their backups, the problems of the option, and the manual steps. */
interface Restored {
  /** The components; those that the option names have `restoreFrom`. */
  readonly components: Components;
  /** Problems of the option. */
  readonly problems: readonly Problem[];
  /** Warnings for the blueprint. */
  readonly warnings: readonly BlueprintWarning[];
}

const PATH = 'restoreFrom';

/** Separates the snapshots of the shards of a document store. */
const BETWEEN_SHARDS = '+';

/** Backups by kind of component: the form of their ids, for problems and as a pattern. */
const FORMS = {
  database: {
    expected: 'the name or ARN of an RDS snapshot',
    pattern: /^(arn:aws[a-z-]*:rds:[a-z0-9-]+:\d{12}:snapshot:)?((rds|awsbackup):)?[A-Za-z][A-Za-z0-9-]{0,254}$/,
  },
  'document-store': {
    expected: 'the name or ARN of a DocumentDB cluster snapshot',
    pattern: /^(arn:aws[a-z-]*:rds:[a-z0-9-]+:\d{12}:cluster-snapshot:)?((rds|awsbackup):)?[A-Za-z][A-Za-z0-9-]{0,254}$/,
  },
  cache: { expected: 'the name of an ElastiCache snapshot', pattern: /^[A-Za-z][A-Za-z0-9.-]{0,254}$/ },
  'node-pool': { expected: 'the id of an EBS snapshot, such as snap-0123456789abcdef0', pattern: /^snap-([0-9a-f]{8}|[0-9a-f]{17})$/ },
  bucket: { expected: 'the name of an existing bucket', pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/ },
} as const;

type RestorableKind = keyof typeof FORMS;
type Restorable = Extract<ResolvedComponent, { readonly kind: RestorableKind }>;

/** Adds the backups of the `restoreFrom` option to the components. */
export function restored(components: Components, restoreFrom: string | undefined): Restored {
  if (restoreFrom === undefined) return { components, problems: [], warnings: [] };
  const given = restoreFrom.split(',').map((entry) => [entry.slice(0, entry.indexOf(':')), entry.slice(entry.indexOf(':') + 1)] as const);
  const problems = given.flatMap(([id, backup], index) => [
    ...(given.findIndex(([other]) => other === id) < index ? [{ path: PATH, reason: `${id} is given twice`, expected: 'one backup' }] : []),
    ...problemsOf(id, backup, components),
  ]);
  if (problems.length > 0) return { components, problems, warnings: [] };
  const backups = new Map(given);
  const changed = Object.entries(components).map(([id, component]) => [id, withBackup(component, backups.get(id))] as const);
  return { components: Object.fromEntries(changed), problems, warnings: given.flatMap(([id]) => warningsOf(components[id])) };
}

function problemsOf(id: string, backup: string, components: Components): Problem[] {
  const component = components[id];
  const restorable = Object.values(components).filter(isRestorable);
  if (component === undefined) {
    return [
      notOneOf(
        PATH,
        id,
        restorable.map((each) => each.id),
      ),
    ];
  }
  if (!isRestorable(component)) return [{ path: PATH, reason: reasonAgainst(component), expected: expectedInstead(component, restorable) }];
  const { expected, pattern } = FORMS[component.kind];
  const parts = component.kind === 'document-store' ? backup.split(BETWEEN_SHARDS) : [backup];
  const wrong = parts
    .filter((part) => !pattern.test(part))
    .map((part) => ({ path: PATH, received: shown(part), expected: `${expected} for ${id}` }));
  if (component.kind === 'document-store' && parts.length !== component.shards) {
    wrong.push({
      path: PATH,
      received: shown(backup),
      expected: `${component.shards} snapshots for ${id}, separated by +, one for each shard`,
    });
  }
  return wrong;
}

/** Whether AWS restores the component: managed data stores, data volumes and buckets of a primary region. */
function isRestorable(component: ResolvedComponent): component is Restorable {
  switch (component.kind) {
    case 'database':
      return component.deployment === 'managed' && component.replicaOf === undefined;
    case 'document-store':
    case 'cache':
      return component.deployment === 'managed';
    case 'node-pool':
      return (component.singleHost?.dataVolumeGib ?? component.dataVolumeGib) !== undefined;
    case 'bucket':
      return component.copyOf === undefined;
    default:
      return false;
  }
}

function reasonAgainst(component: ResolvedComponent): string {
  const container = 'deployment' in component && component.deployment === 'container';
  return container ? `${component.id} runs in a container` : `${component.id} is a ${component.kind}, which cannot be restored`;
}

function expectedInstead(component: ResolvedComponent, restorable: readonly Restorable[]): string {
  const pool = 'pool' in component ? restorable.find(({ id }) => id === component.pool) : undefined;
  if (pool !== undefined) return `the data volume that has its files: ${pool.id}:<snapshot>`;
  if (restorable.length === 0) return 'no value: data stores in a cluster are restored in the cluster';
  return `one of ${restorable.map(({ id }) => id).join(', ')}`;
}

function withBackup(component: ResolvedComponent, backup: string | undefined): ResolvedComponent {
  if (backup === undefined || !isRestorable(component)) return component;
  if (component.kind === 'document-store') return { ...component, restoreFrom: backup.split(BETWEEN_SHARDS) };
  return { ...component, restoreFrom: backup };
}

function warningsOf(component: ResolvedComponent | undefined): BlueprintWarning[] {
  if (component?.kind === 'document-store') return [{ kind: 'restored-password', component: component.id }];
  if (component?.kind === 'node-pool') return [{ kind: 'restored-volume-passwords', component: component.id }];
  if (component?.kind === 'bucket') return [{ kind: 'restored-bucket', component: component.id }];
  return [];
}

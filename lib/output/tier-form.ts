import type { EstimatedTier } from '../answers/estimated-tier';
import type { ResolvedOptions } from '../blueprint/blueprint';
import type { ResolvedComponent } from '../blueprint/resolved-component';
import { counted } from '../core/number-format';
import { thousands } from '../core/thousands';
import type { PublishedRange } from '../model/scalars';

/** `very large`: a tier's id as words. */
export function tierName(form: EstimatedTier): string {
  return form.blueprint.tier.id.replaceAll('-', ' ');
}

/** Options that differ between environments, not between forms of a tier. */
type OfEnvironment =
  | 'environment'
  | 'certificate'
  | 'zones'
  | 'deletionProtection'
  | 'restoreFrom'
  | 'poolInstances'
  | 'cacheShards'
  | 'protectedShards'
  | 'unprotectedDatabases'
  | 'domain'
  | 'budget'
  | 'clusterName'
  | 'nodeRole'
  | 'discoveryTag'
  | 'clientCidrs'
  | 'apiCidrs'
  | 'ecsExec'
  | 'terminationProtection';

type Shown = Exclude<keyof ResolvedOptions, OfEnvironment>;

const OPTION_WORDS: Readonly<Record<Shown, string>> = {
  region: 'region',
  platform: 'platform',
  topology: 'topology',
  compute: 'compute',
  dataStores: 'data stores',
  entry: 'entry',
  architecture: 'architecture',
  gpu: 'GPU',
  highAvailability: 'database standby',
  readReplicas: 'read replicas',
  cacheEngine: 'cache engine',
  databaseStorageGib: 'database storage, GiB',
  dataVolumeGib: 'data volume, GiB',
  natGateways: 'NAT gateways',
  taskNetwork: 'task network',
};

const OPTION_KEYS = Object.keys(OPTION_WORDS) as readonly Shown[];

/** The options in which the forms differ, as a row label and one string per form. */
export function differingOptions(
  forms: readonly EstimatedTier[],
): { readonly option: Shown; readonly label: string; readonly values: string[] }[] {
  return OPTION_KEYS.map((option) => ({
    option,
    label: OPTION_WORDS[option],
    values: forms.map((form) => optionText(form, option)),
  })).filter(({ values }) => new Set(values).size > 1);
}

function optionText({ blueprint }: EstimatedTier, option: Shown): string {
  const value = blueprint.options[option];
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value === undefined || value === 'none') return '–';
  return String(value).replace('single-host', 'single host');
}

/** Name of a form among the forms of the same tier: `single host`, or the options in which it differs. */
export function formName(form: EstimatedTier, forms: readonly EstimatedTier[]): string {
  const siblings = forms.filter((other) => other.blueprint.tier.id === form.blueprint.tier.id);
  const index = siblings.indexOf(form);
  const differing = differingOptions(siblings);
  if (differing.some(({ option }) => option === 'platform')) return platformName(form, siblings);
  return differing.map(({ option, label, values }) => namedValue(option, label, values[index] ?? '')).join(', ');
}

/** `fargate`, `kubernetes`: other options that differ by platform are in the rows of the table. */
function platformName(form: EstimatedTier, siblings: readonly EstimatedTier[]): string {
  const { platform, compute, dataStores } = form.blueprint.options;
  const name = platform === 'ecs' && compute === 'fargate' ? compute : platform;
  const isAlone =
    siblings.filter(({ blueprint }) => blueprint.options.platform === platform && blueprint.options.compute === compute).length === 1;
  return isAlone || dataStores === undefined ? name : `${name}, ${dataStores}`;
}

/** A value that is clear without its option, such as a region, is shown alone; numbers and switches need the name. */
function namedValue(option: Shown, label: string, value: string): string {
  if (option === 'highAvailability') return value === 'yes' ? label : `no ${label}`;
  if (option === 'gpu' && value === '–') return 'no GPU';
  if (option === 'readReplicas') return counted(Number(value), 'read replica');
  return option === 'databaseStorageGib' || option === 'dataVolumeGib' ? `${label} ${value}` : value;
}

/** A published range with both ends: `orMore` is the document's "+". */
export interface PublishedSpan {
  /** Lower end. */
  readonly low: number;
  /** Upper end. */
  readonly high: number;
  /** Whether the range has no upper end. */
  readonly orMore: boolean;
}

/** Both ends of a published range. */
export function spanOf(range: PublishedRange): PublishedSpan {
  if ('from' in range) return { low: range.from, high: range.to ?? range.from, orMore: range.orMore === true };
  return { low: range[0], high: range[1], orMore: false };
}

/** `1,000–5,000+`. */
export function spanText({ low, high, orMore }: PublishedSpan): string {
  const [from, to] = [thousands(String(low)), thousands(String(high))];
  return `${from === to ? from : `${from}–${to}`}${orMore ? '+' : ''}`;
}

/** Size of a component in short form: `3× m7g.large`, `m6g.large +2`; undefined for those without a size. */
export function builtFrom(component: ResolvedComponent): string | undefined {
  switch (component.kind) {
    case 'node-pool':
      return component.nodes === undefined ? undefined : `${component.nodes.expected}× ${component.instanceType}`;
    case 'service':
      return component.pool === undefined ? `${component.instances.expected}× ${component.vcpu} vCPU` : undefined;
    case 'database':
      return component.instanceClass === undefined ? undefined : `${short(component.instanceClass)}${replicas(component.readReplicas)}`;
    case 'cache':
      return component.nodeType === undefined
        ? undefined
        : `${component.shards * (1 + component.replicasPerShard)}× ${short(component.nodeType)}`;
    case 'document-store':
      return component.instanceClass === undefined
        ? undefined
        : `${component.shards * (1 + component.replicasPerShard)}× ${short(component.instanceClass)}`;
    default:
      return undefined;
  }
}

/** `db.m6g.large` in the row of a database is a `m6g.large`. */
function short(instanceClass: string): string {
  return instanceClass.replace(/^(db|cache)\./, '');
}

function replicas(count: number): string {
  return count === 0 ? '' : ` +${count}`;
}

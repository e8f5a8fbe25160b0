import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Interval } from '../../core/interval';
import type { Charge, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { flag, object, optionalText, type Properties } from './properties';
import { hoursOf, MILLION, type UsageOf, usageCharge } from './quantities';

const GROUP = 'database';
/** Table classes, as names of prices have them. */
const CLASSES: Readonly<Record<string, string>> = { STANDARD: 'standard', STANDARD_INFREQUENT_ACCESS: 'standard-ia' };

/** Capacity of a table or an index that is provisioned. */
export interface ProvisionedCapacity {
  /** Name of the index; absent for the table. */
  readonly index?: string;
  /** Read capacity units. */
  readonly read: Interval;
  /** Write capacity units. */
  readonly write: Interval;
}

/** A table, or the replica of a global table, as it is charged. */
export interface ChargedTable {
  /** The resource that usage is declared for. */
  readonly resource: TemplateResource;
  /** Properties with the class, recovery and insights of the table. */
  readonly settings: Properties;
  /** Provisioned capacity; undefined for on-demand capacity. */
  readonly provisioned: readonly ProvisionedCapacity[] | undefined;
  /** Whether changes are in a stream that is read. */
  readonly hasStream: boolean;
}

/**
 * Charges of a table: capacity on demand or provisioned, storage, continuous backups and reads of its stream. The free capacity and
 * storage of the account are left out, because all of its tables share them.
 */
export function tableCharges({ resource, settings, provisioned, hasStream }: ChargedTable, context: PricingContext): readonly Charge[] {
  const tableClass = classOf(settings);
  const usage = (charge: Omit<UsageOf, 'group'>) => usageCharge(resource, context, { ...charge, group: GROUP });
  const onDemand = () => [
    usage({ kind: 'table-write-units', sku: `dynamodb/${tableClass}/write-requests`, key: 'writeRequestUnits', per: MILLION }),
    usage({ kind: 'table-read-units', sku: `dynamodb/${tableClass}/read-requests`, key: 'readRequestUnits', per: MILLION }),
  ];
  const recovery = object(settings, 'PointInTimeRecoverySpecification');
  return [
    ...(provisioned === undefined ? onDemand() : provisioned.flatMap((capacity) => capacityCharges(capacity, tableClass))),
    usage({ kind: 'table-storage-gb-months', sku: `dynamodb/${tableClass}/storage`, key: 'storedGb' }),
    ...(flag(recovery, 'PointInTimeRecoveryEnabled', false)
      ? [usage({ kind: 'table-recovery-gb-months', sku: 'dynamodb/continuous-backups', key: 'storedGb' })]
      : []),
    ...(settings.KinesisStreamSpecification === undefined
      ? []
      : [usage({ kind: 'table-change-capture-units', sku: 'dynamodb/change-capture', key: 'changeCaptureUnits', per: MILLION })]),
    ...(hasStream ? [usage({ kind: 'table-stream-reads', sku: 'dynamodb/stream-reads', key: 'streamReads', per: MILLION })] : []),
  ];
}

function capacityCharges({ index, read, write }: ProvisionedCapacity, tableClass: string): readonly Charge[] {
  const details = index === undefined ? [] : [`index ${index}`];
  const sku = `dynamodb/${tableClass}`;
  return [
    { kind: 'table-write-capacity-hours', details, sku: `${sku}/write-capacity`, quantity: hoursOf(write), group: GROUP },
    { kind: 'table-read-capacity-hours', details, sku: `${sku}/read-capacity`, quantity: hoursOf(read), group: GROUP },
  ];
}

function classOf(settings: Properties): string {
  const text = optionalText(settings, 'TableClass') ?? 'STANDARD';
  const known = Object.hasOwn(CLASSES, text) ? CLASSES[text] : undefined;
  if (known !== undefined) return known;
  throw new UnreadableProperty({ kind: 'invalid', property: 'TableClass', shown: text, expected: Object.keys(CLASSES) });
}

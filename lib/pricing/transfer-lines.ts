import type { PriceBook } from '../catalog/price';
import type { UsageDeclaration } from '../contract/schema';
import type { UsageKey } from '../contract/usage';
import { addIntervals, certain } from '../core/interval';
import { chargeLines } from './charge-lines';
import type { LineItem } from './estimate';
import type { Charge, SourcedQuantity } from './pricer';
import type { UsageAssumption } from './usage-assumption';
import type { UsageLedger } from './usage-ledger';
import { NETWORK } from './usage-selectors';

/** Data transfer, which no resource represents, by key of the declared usage. */
const RESOURCELESS: readonly {
  readonly key: UsageKey;
  readonly charge: Pick<Charge, 'sku' | 'kind' | 'details'>;
  /** Whether there is a line only if usage is declared: most stacks have no other region. */
  readonly isRare?: boolean;
}[] = [
  { key: 'internetOutGb', charge: { sku: 'transfer/internet-out', kind: 'internet-transfer-gb' } },
  { key: 'interRegionGb', charge: { sku: 'transfer/inter-region', kind: 'inter-region-transfer-gb' }, isRare: true },
  { key: 'interZoneGb', charge: { sku: 'transfer/inter-zone', kind: 'inter-zone-transfer-gb', details: ['both directions'] } },
];

/** Keys of data transfer. */
export const TRANSFER_KEYS: readonly UsageKey[] = RESOURCELESS.map(({ key }) => key);

/** Data transfer of one kind. */
export interface TransferUse extends SourcedQuantity {
  /** Key of the usage. */
  readonly key: UsageKey;
  /** Component of its lines. */
  readonly component: string;
  /** The charge without its quantity. */
  readonly charge: Pick<Charge, 'sku' | 'kind' | 'details'>;
}

/** Data transfer of all ledgers. Its quantity is zero where no usage is declared. */
export function transferUse(ledgers: readonly UsageLedger[]): TransferUse[] {
  return RESOURCELESS.flatMap(({ key, charge, isRare = false }) => {
    const rest = ledgers.flatMap((ledger) => ledger.takeRest(key));
    const given = ledgers[0]?.givenTransfer(key);
    if (given !== undefined) return { key, charge, component: NETWORK, ...given };
    if (rest.length === 0 && (isRare || ledgers.some((ledger) => ledger.isCounted(key)))) return [];
    return { key, charge, ...together(key, rest), isDeclared: rest.length > 0 };
  });
}

/** Lines of data transfer. A line without declared usage shows the unit price. */
export function transferLines(uses: readonly TransferUse[], book: PriceBook): LineItem[] {
  return uses.flatMap(({ charge, component, quantity, assumption, isDeclared }) =>
    chargeLines(
      { ...charge, quantity, group: 'transfer', assumption, excludesUsage: !isDeclared },
      { id: null, component, type: 'DataTransfer' },
      book,
    ),
  );
}

/** All transfer of a kind is one charge, because free gigabytes and price tiers apply to the account. */
function together(
  key: UsageKey,
  declarations: readonly UsageDeclaration[],
): Pick<UsageDeclaration, 'component' | 'quantity'> & Pick<SourcedQuantity, 'assumption'> {
  const [first, ...others] = declarations;
  if (first === undefined) return { component: NETWORK, quantity: certain(0), assumption: { kind: 'no-usage-declared', key } };
  if (others.length === 0) return { ...first, assumption: declared(first) };
  return {
    component: NETWORK,
    quantity: addIntervals(...declarations.map(({ quantity }) => quantity)),
    assumption: { kind: 'sum', of: declarations.map((each) => ({ component: each.component, assumption: declared(each) })) },
  };
}

function declared({ basis }: UsageDeclaration): UsageAssumption {
  return { kind: 'declared-usage', basis };
}

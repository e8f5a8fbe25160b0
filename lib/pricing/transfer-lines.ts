import type { PriceBook } from '../catalog/price';
import type { UsageDeclaration } from '../contract/schema';
import type { UsageKey } from '../contract/usage';
import { addIntervals, certain } from '../core/interval';
import type { ChargeKind } from './charge-kinds';
import { chargeLines } from './charge-lines';
import type { LineItem } from './estimate';
import type { UsageQuantity } from './pricer';
import type { UsageAssumption } from './usage-assumption';
import type { UsageLedger } from './usage-ledger';

/** Data transfer, which no resource represents, by key of the declared usage. */
const RESOURCELESS: readonly {
  readonly key: UsageKey;
  readonly sku: string;
  readonly kind: ChargeKind;
  readonly details?: readonly string[];
  /** Whether there is a line only if usage is declared: most stacks have no other region. */
  readonly rare?: boolean;
}[] = [
  { key: 'internetOutGb', sku: 'transfer/internet-out', kind: 'internet-transfer-gb' },
  { key: 'interRegionGb', sku: 'transfer/inter-region', kind: 'inter-region-transfer-gb', rare: true },
  { key: 'interZoneGb', sku: 'transfer/inter-zone', kind: 'inter-zone-transfer-gb', details: ['both directions'] },
];

/** Lines of data transfer. Without declared usage the quantity is zero, and the line shows the unit price. */
export function transferLines(ledgers: readonly UsageLedger[], book: PriceBook): LineItem[] {
  return RESOURCELESS.flatMap(({ key, rare, ...charge }) => {
    const rest = ledgers.flatMap((ledger) => ledger.takeRest(key));
    if (rest.length === 0 && rare === true) return [];
    if (rest.length === 0 && ledgers.some((ledger) => ledger.isCounted(key))) return [];
    const { component, quantity, assumption } = together(key, rest);
    const excludesUsage = rest.length === 0;
    return chargeLines(
      { ...charge, quantity, group: 'transfer', assumption, excludesUsage },
      { id: null, component, type: 'DataTransfer' },
      book,
    );
  });
}

/** All transfer of a kind is one charge, because free gigabytes and price tiers apply to the account. */
function together(
  key: UsageKey,
  declarations: readonly UsageDeclaration[],
): Pick<UsageDeclaration, 'component' | 'quantity'> & Pick<UsageQuantity, 'assumption'> {
  const [first, ...others] = declarations;
  if (first === undefined) return { component: 'network', quantity: certain(0), assumption: { kind: 'no-usage-declared', key } };
  if (others.length === 0) return { ...first, assumption: declared(first) };
  return {
    component: 'network',
    quantity: addIntervals(...declarations.map(({ quantity }) => quantity)),
    assumption: { kind: 'sum', of: declarations.map((each) => ({ component: each.component, assumption: declared(each) })) },
  };
}

function declared({ basis }: UsageDeclaration): UsageAssumption {
  return { kind: 'declared-usage', basis };
}

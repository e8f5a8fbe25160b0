import type { PriceBook } from '../catalog/price';
import type { UsageDeclaration } from '../contract/schema';
import type { UsageKey } from '../contract/usage';
import { addIntervals, certain } from '../core/interval';
import type { ChargeKind } from './charge-kinds';
import { chargeLines } from './charge-lines';
import type { LineItem } from './estimate';
import type { UsageLedger } from './usage-ledger';

/** Charges that no resource stands for, by the key of the use that they are for. */
const RESOURCELESS: readonly {
  readonly key: UsageKey;
  readonly sku: string;
  readonly kind: ChargeKind;
  readonly details?: readonly string[];
  /** Whether it is a line only where use of it is declared: most stacks know no other region. */
  readonly rare?: boolean;
}[] = [
  { key: 'internetOutGb', sku: 'transfer/internet-out', kind: 'internet-transfer-gb' },
  { key: 'interRegionGb', sku: 'transfer/inter-region', kind: 'inter-region-transfer-gb', rare: true },
  { key: 'interZoneGb', sku: 'transfer/inter-zone', kind: 'inter-zone-transfer-gb', details: ['both directions'] },
];

/** Charges for use that no resource counts; at zero, with the unit price, where none is declared. */
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

/** Free gigabytes and tiers are counted for an account, so all transfer of a kind is one charge. */
function together(
  key: UsageKey,
  declarations: readonly UsageDeclaration[],
): Pick<UsageDeclaration, 'component' | 'quantity' | 'assumption'> {
  const [first, ...others] = declarations;
  if (first === undefined) return { component: 'network', quantity: certain(0), assumption: `no usage declared (${key})` };
  if (others.length === 0) return first;
  return {
    component: 'network',
    quantity: addIntervals(...declarations.map(({ quantity }) => quantity)),
    assumption: declarations.map(({ component, assumption }) => `${component}: ${assumption}`).join('; '),
  };
}

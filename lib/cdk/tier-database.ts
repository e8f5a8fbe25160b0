import type { Construct } from 'constructs';
import { Database } from '../aws/data/database';
import { declareComponent } from '../aws/declare-component';
import type { OptionsInput } from '../model/inputs';
import type { SystemDefinition } from '../model/tier-extension';
import { dataStoreRequest, type TierDataStoreProps } from './tier-component';

/** Options of a tier that apply to a database. */
const OPTIONS = [
  'highAvailability',
  'readReplicas',
  'databaseStorageGib',
  'deletionProtection',
] as const satisfies readonly (keyof OptionsInput)[];

/** Properties of TierDatabase. */
export interface TierDatabaseProps<Definition extends SystemDefinition = SystemDefinition>
  extends TierDataStoreProps<Definition, 'database'>,
    Pick<OptionsInput, (typeof OPTIONS)[number]> {}

/**
 * The database of a tier as a construct in a stack of your own:
 * `new TierDatabase(this, 'Orders', { system: shop, tier: 'large', component: 'orders', vpc })`. It has the resources that it has in
 * a TierStack, and `estimate(stack)` has its line items. Its parts are CDK resources: `instance`, `secret`, `replicas`, `proxy`,
 * `connections`. Keep the construct id when you change the tier: a change of the id replaces the database. Throws an
 * InputError with the problems of the system, the tier and the properties.
 */
export class TierDatabase<const Definition extends SystemDefinition = SystemDefinition> extends Database {
  constructor(scope: Construct, id: string, props: TierDatabaseProps<Definition>) {
    const { component, blueprint, context } = dataStoreRequest(scope, id, 'database', props, OPTIONS);
    // Only stacks in other regions need a fixed name.
    super(scope, { ...component, fixedName: false }, context);
    declareComponent(this, blueprint, props.component);
  }
}

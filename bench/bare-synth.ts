/** The necessary part of `sizing compare`: the four tiers of AIVA, resolved and synthesized, but not read back or priced. */
import { blueprintFor } from '../lib/answers/blueprint-for';
import { synthesize } from '../lib/aws/app';
import { TIERS } from './tiers';

const stacks = TIERS.flatMap((tier) => synthesize(blueprintFor({ system: 'aiva', tier })));
if (stacks.length !== TIERS.length) throw new Error(`${stacks.length} stacks of ${TIERS.length} tiers`);

import { z } from 'zod';
import type { ExplainAnswer } from '../../answers/explain';
import { Contradiction } from '../../model/tier';
import { blueprintWarningText, tradeOffText } from '../blueprint-warnings';
import { chosenText, rejectionText, requirementText } from '../reasons';
import { sumOf } from '../sums';
import { usageBasisText } from '../usage-basis';
import { ChosenReasonJson, RejectionReasonJson, RequirementJson } from './choice';
import { OptionsJson, optionsJson, PartJson, partJson } from './compare';
import { LineItemJson, lineItemToJson, UsdIntervalJson, usdIntervalJson } from './estimate';
import { WordedJson, wordedJson } from './worded';

const REGION = z.string().optional().describe('AWS region code of a standby; absent in the primary region');

const Choice = z.strictObject({
  component: z.string().describe('id of the component'),
  region: REGION,
  requirement: RequirementJson.describe('requirement that the instance type must meet'),
  requirementText: z.string().describe('the requirement in English'),
  chosen: z.string().describe('chosen instance type, such as m7g.large'),
  because: ChosenReasonJson.describe('why it was chosen'),
  becauseText: z.string().describe('why it was chosen, in English'),
  rejected: z
    .array(
      z.strictObject({
        types: z.array(z.string()).describe('rejected instance types'),
        reason: RejectionReasonJson.describe('why they were not chosen'),
        reasonText: z.string().describe('why they were not chosen, in English'),
      }),
    )
    .describe('the types that were not chosen, by reason'),
});

const Usage = z.strictObject({
  component: z.string().describe('id of the component'),
  region: REGION,
  key: z.string().describe('key of the declared usage, such as internetOutGb; its name ends with the unit'),
  quantity: z
    .strictObject({
      low: z.number().describe('least value'),
      mid: z.number().describe('expected value'),
      high: z.number().describe('largest value'),
    })
    .describe('declared quantity: a rate, or an amount per month, in the unit that ends the key'),
  assumptionKind: z.string().describe('machine-readable kind of the assumption, such as retained-logs'),
  assumption: z.string().describe('assumption behind the quantity, in English'),
});

/** Output of `explain --json`. */
export const ExplainJson = z
  .strictObject({
    system: z.string().describe('id of the system'),
    tier: z.string().describe('id of the tier'),
    component: z.string().nullable().describe('id of the requested component; null for all components'),
    options: OptionsJson.describe('options by context key'),
    region: z.string().describe('AWS region code of the primary region'),
    priceDate: z.iso.date().nullable().describe('date of the oldest price used, ISO 8601; null when no line has a price'),
    monthlyUsd: UsdIntervalJson.describe('sum of lineItems'),
    lineItems: z.array(LineItemJson).describe('line items of the tier, or of the requested component'),
    choices: z.array(Choice).describe('why each instance type was chosen'),
    usage: z.array(Usage).describe('declared usage: quantities that no resource contains'),
    parts: z.array(PartJson).describe('sums of the components, compared with the published figures'),
    tradeOffs: z.array(WordedJson).describe('trade-offs of this form of the tier'),
    warnings: z.array(WordedJson).describe('how options were adjusted to the offers of the region'),
    contradictions: z.array(Contradiction).describe('contradictions of the source document'),
  })
  .meta({ title: 'sizing explain' });
export type ExplainJson = z.infer<typeof ExplainJson>;

/** The JSON form of an explanation. */
export function explainJson({ blueprint, estimate, component, lines, choices, usage }: ExplainAnswer): ExplainJson {
  return {
    system: blueprint.system.id,
    tier: blueprint.tier.id,
    component: component ?? null,
    options: optionsJson(blueprint.options),
    region: estimate.region,
    priceDate: estimate.priceDate,
    monthlyUsd: usdIntervalJson(sumOf(lines)),
    lineItems: lines.map(lineItemToJson),
    choices: choices.map((choice) => ({
      ...choice,
      requirementText: requirementText(choice.requirement),
      becauseText: chosenText(choice.because),
      rejected: choice.rejected.map(({ types, reason }) => ({ types: [...types], reason, reasonText: rejectionText(reason) })),
    })),
    usage: usage.map(({ basis, ...use }) => ({ ...use, assumptionKind: basis.kind, assumption: usageBasisText(basis) })),
    parts: blueprint.parts.map(partJson),
    tradeOffs: wordedJson(blueprint.tradeOffs, tradeOffText),
    warnings: wordedJson(blueprint.warnings, blueprintWarningText),
    contradictions: [...blueprint.contradictions],
  };
}

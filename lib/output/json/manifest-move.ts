import { z } from 'zod';
import type { ManifestMoveAnswer } from '../../answers/manifest-move';
import { APPLY_CLASSES } from '../../apply/apply-class';
import type { ObjectChange } from '../../apply/object-change';
import { answerWarningText } from '../answer-warnings';
import { applyStepText, changeText } from '../manifest-move';
import { UsdIntervalJson, usdIntervalJson } from './estimate';
import { WordedJson, wordedJson } from './worded';

const ChangeJson = z.strictObject({
  group: z.string().describe('API group; empty for the core group'),
  kind: z.string().describe('kind of the object'),
  name: z.string().describe('name of the object'),
  namespace: z.string().optional().describe('namespace; absent when the manifests have none, or the object is one of the whole cluster'),
  class: z
    .enum(APPLY_CLASSES)
    .describe(
      'effect of kubectl apply; by-controller: its controller decides; restart: for some time none of its pods runs; remaining: it stays until it is deleted; rejected: the API server refuses the change',
    ),
  fields: z.array(z.string()).describe('paths of the fields that differ'),
  immutable: z.array(z.string()).describe('paths of those that cannot change'),
  source: z.string().optional().describe('validation of Kubernetes that refuses the change; absent when none does'),
  text: z.string().describe('reason of the class, in English; empty where the class states all'),
});

/** Output of `move --json` about manifests. */
export const ManifestMoveJson = z
  .strictObject({
    from: z.string().describe('applied end of the move'),
    to: z.string().describe('other end of the move'),
    isAccepted: z.boolean().describe('whether one apply makes the move: the API server rejects nothing'),
    isAcceptedInSteps: z.boolean().describe('whether the steps make the move'),
    changes: z.array(ChangeJson).describe('every object of both ends'),
    steps: z
      .array(
        z.strictObject({
          title: z.string().describe('effect of the step, in English'),
          command: z.string().optional().describe('the whole command; absent when images are missing'),
        }),
      )
      .describe('steps of the move, in their order'),
    costUsd: z
      .strictObject({
        before: UsdIntervalJson.describe('estimate before the move'),
        after: UsdIntervalJson.describe('estimate after the move'),
      })
      .describe('US dollars per month'),
    warnings: z.array(WordedJson).describe('warnings for readers of the answer'),
  })
  .meta({ title: 'sizing move of manifests' });
export type ManifestMoveJson = z.infer<typeof ManifestMoveJson>;

/** The JSON form of a move of manifests. */
export function manifestMoveJson({ from, to, changes, steps, rejected, estimates, warnings }: ManifestMoveAnswer): ManifestMoveJson {
  const [before, after] = estimates;
  return {
    from,
    to,
    isAccepted: changes.every((change) => change.class !== 'rejected'),
    isAcceptedInSteps: rejected.length === 0,
    changes: changes.map(changeJson),
    steps: steps.map((step) => ({ title: applyStepText(step), ...(step.command !== undefined && { command: step.command }) })),
    costUsd: { before: usdIntervalJson(before.monthlyUsd), after: usdIntervalJson(after.monthlyUsd) },
    warnings: wordedJson(warnings, answerWarningText),
  };
}

function changeJson(change: ObjectChange): z.infer<typeof ChangeJson> {
  const { group, kind, name, namespace, class: applyClass, fields, immutable, source } = change;
  return {
    group,
    kind,
    name,
    ...(namespace !== undefined && { namespace }),
    class: applyClass,
    fields: [...fields],
    immutable: [...immutable],
    ...(source !== undefined && { source }),
    text: changeText(change),
  };
}

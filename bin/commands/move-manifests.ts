import { estimateFailures } from '../../lib/answers/check-estimate';
import type { ManifestMoveAnswer } from '../../lib/answers/manifest-move';
import { InputError } from '../../lib/core/problems';
import { packageVersion } from '../../lib/io/package-data';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { manifestMoveJson } from '../../lib/output/json/manifest-move';
import { manifestMoveView } from '../../lib/output/manifest-move';
import { manifestMoveSarif } from '../../lib/output/manifest-move-sarif';
import { listFlag, type Outcome, type Request, textFlag } from '../command';
import { tierMove } from './tier-move';
import { withFlagNames } from './tier-options';

/** Prints the answer of planManifestMove or planTierManifestMove; undefined for a move of stacks. */
export function moveOfManifests(request: Request): Outcome | undefined {
  const {
    arguments: [before = '', after],
    flags,
    modules,
  } = request;
  if (after !== undefined) {
    if (![before, after].every(modules.estimate().isManifestPath)) return undefined;
    refuseStepFiles(request);
    return outcomeOf(request, manifestMoves().planManifestMove(before, after, textFlag(flags, 'region')), []);
  }
  if (textFlag(flags, 'from') === undefined || textFlag(flags, 'to') === undefined) return undefined;
  const { question, fileWarnings, isOfManifests, named } = tierMove(request);
  if (!isOfManifests) return undefined;
  refuseStepFiles(request);
  return outcomeOf(
    request,
    withFlagNames(() => manifestMoves().planTierManifestMove(question), named),
    fileWarnings,
  );
}

/** Loaded on demand, because most moves are those of stacks. */
function manifestMoves(): typeof import('../../lib/answers/manifest-move') {
  return require('../../lib/answers/manifest-move') as typeof import('../../lib/answers/manifest-move');
}

function refuseStepFiles({ flags }: Request): void {
  if (flags.writeSteps !== true) return;
  throw new InputError('flags', [
    { path: '--write-steps', reason: 'given with manifests', expected: 'a move of stacks, whose steps have templates' },
  ]);
}

function outcomeOf({ flags }: Request, answer: ManifestMoveAnswer, fileWarnings: readonly string[]): Outcome {
  const limits = { allowUnpriced: listFlag(flags, 'allowUnpriced') };
  return {
    report: { data: manifestMoveJson(answer), sarif: manifestMoveSarif(answer, packageVersion()), ...manifestMoveView(answer) },
    estimates: answer.estimates,
    warnings: [...fileWarnings, ...answer.warnings.map(answerWarningText)],
    failures: [
      ...manifestMoves().manifestMoveFailures(answer),
      ...answer.estimates.flatMap((estimate) => estimateFailures(estimate, limits)),
    ],
  };
}

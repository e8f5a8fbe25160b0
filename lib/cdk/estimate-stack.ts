import { Stack, Stage } from 'aws-cdk-lib';
import { priceTemplatesOfRegions } from '../answers/price-templates';
import { requireKnownUsage, USAGE_SUBJECT } from '../answers/require-known-usage';
import { REFERENCE_REGION } from '../catalog/price-book';
import { readTemplates } from '../cloudformation/read-templates';
import type { Template } from '../cloudformation/template-resource';
import { parseUsage, type UsageInput } from '../contract/usage-file';
import { InputError, shown } from '../core/problems';
import type { Estimate } from '../pricing/estimate';
import { withConstructPaths } from './construct-paths';

/** Parameters of the estimate of a stack or an app. */
export interface StackEstimateRequest {
  /**
   * Usage per month that the templates do not contain, by logical id, construct path, component, type or pattern, as in a usage file:
   * `{ Orders: { queueRequests: 1_000_000 }, network: { internetOutGb: [50, 200] } }`. It counts instead of declared usage. Default: as
   * declared in the stacks.
   */
  readonly usage?: UsageInput;
}

/**
 * The monthly estimate of any stack with its nested stacks, or of all stacks of an app or stage: synthesizes it, reads the templates back
 * and prices each in the region of its stack (us-east-1 for a stack without a region). It may be called any number of times, and after
 * changes of the app; each call synthesizes again. Resources without a known price are `unpriced` line items; see `requireComplete`.
 * Throws an InputError for anything else than a stack, a stage or an app, for a region without prices, for an app without stacks, and for usage of resources that do not exist or whose
 * price does not depend on it.
 */
export function estimate(scope: Stack | Stage, { usage }: StackEstimateRequest = {}): Estimate {
  const templates = synthesizedTemplates(scope).map((template) => ({ ...template, region: template.region ?? REFERENCE_REGION }));
  const region = templates[0]?.region ?? REFERENCE_REGION;
  if (usage === undefined) return priceTemplatesOfRegions(templates, region).estimate;
  const given = parseUsage(usage, USAGE_SUBJECT);
  const priced = priceTemplatesOfRegions(templates, region, { usage: given });
  requireKnownUsage(given, templates, priced);
  return priced.estimate;
}

/** The templates of a stack and the stacks nested in it, or of all stacks of an app or stage. */
function synthesizedTemplates(scope: Stack | Stage): readonly Template[] {
  if (!Stack.isStack(scope) && !Stage.isStage(scope)) {
    const expected = 'a stack, a stage or an app; the estimate of a tier of a system is estimateTier';
    throw new InputError('estimate', [{ path: 'scope', received: shown(scope), expected }]);
  }
  const stage = Stage.isStage(scope) ? scope : Stage.of(scope);
  if (stage === undefined) {
    throw new InputError('estimate', [{ path: scope.node.path, reason: 'is not in an app', expected: 'a stack of an app or stage' }]);
  }
  // The CDK keeps the templates of the first synthesis, and does not notice changes of properties after it.
  const { directory } = stage.synth({ force: true });
  const stacks = new Map(stacksIn(stage).map((stack) => [stack.templateFile, stack]));
  const templates = readTemplates(directory, {
    complete: (raw, file) => {
      const stack = stacks.get(nameOf(file));
      return stack === undefined ? raw : withConstructPaths(raw, stack);
    },
  });
  if (Stage.isStage(scope)) return templates;
  const own = new Set(stacksIn(scope).map(({ templateFile }) => templateFile));
  return templates.filter(({ file = '' }) => own.has(nameOf(file))).map((template) => withoutParents(template, parentsOf(scope)));
}

/** A template whose nested stacks are counted from the given one. */
function withoutParents({ nestedIds = [], ...template }: Template, parents: number): Template {
  const below = nestedIds.slice(parents);
  return below.length === 0 ? template : { ...template, nestedIds: below };
}

function parentsOf({ nestedStackParent }: Stack): number {
  return nestedStackParent === undefined ? 0 : 1 + parentsOf(nestedStackParent);
}

function stacksIn(scope: Stack | Stage): readonly Stack[] {
  return scope.node.findAll().filter((each): each is Stack => Stack.isStack(each));
}

/** The name of a file; those of templates contain the path of their stack, so that each is unique in an app. */
function nameOf(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}

import { referencesIn } from '../cloudformation/references';
import type { Template } from '../cloudformation/template-resource';
import { baseReasons, referenceReason } from './base-reasons';
import { capacityFigures } from './capacity-figures';
import { type ChangeClass, worstClass } from './change-class';
import { ownMigration } from './data-migration';
import { dataOutcome, holdsData } from './data-outcome';
import { ORDER_RULES } from './order';
import { withReplacedReferrers } from './replaced-referrers';
import type { ResourceChange } from './resource-change';
import { instanceRollsOf } from './roll/instance-roll';
import { rollsOf } from './roll/rolls';
import type { TransitionRule, Verdict } from './rule';
import { RULES } from './rules';
import type { Reason, ResourceTransition, Transition } from './transition';
import { TransitionContext, type TransitionFacts } from './transition-context';

/** Effects of an update of a stack from one template to another on every resource. */
export function transitionBetween(before: Template, after: Template, facts: TransitionFacts): Transition {
  const context = new TransitionContext(before, after, facts);
  const found = RULES.flatMap((rule) => Array.from(rule.judge(context), (verdict) => ({ rule, verdict })));
  const direct = classified(context, found).filter(isReplaced);
  const replaced = withReplacedReferrers(context.changes, new Set(direct.map(({ id }) => id)));
  const ordered = ORDER_RULES.flatMap((rule) => Array.from(rule.judge(context, replaced), (verdict) => ({ rule, verdict })));
  const resources = withFollowers(context.changes, classified(context, [...found, ...ordered]), replaced);
  const region = after.region ?? before.region;
  const rolls = rollsOf(context, replaced);
  const capacity = capacityFigures(before, after, resources, rolls);
  return {
    stack: after.name,
    ...(region !== undefined && { region }),
    resources,
    rolls,
    instanceRolls: instanceRollsOf(context),
    capacity,
  };
}

/** A verdict, and the rule that it is from. */
interface Judged {
  readonly rule: Pick<TransitionRule, 'id' | 'sources' | 'asOf'>;
  readonly verdict: Verdict;
}

const REPLACING: ReadonlySet<ChangeClass> = new Set(['replaced', 'needs-data-migration']);

/** A store whose data goes into another one is removed or stays, and is not replaced. */
function isReplaced({ id, class: changeClass, migration }: ResourceTransition): boolean {
  return REPLACING.has(changeClass) && (migration === undefined || migration.into === id);
}

function classified({ changes, before }: TransitionContext, judged: readonly Judged[]): readonly ResourceTransition[] {
  const byResource = new Map<string, Judged[]>();
  for (const each of judged) byResource.set(each.verdict.resource, [...(byResource.get(each.verdict.resource) ?? []), each]);
  return changes.map((change) => {
    const own = byResource.get(change.id) ?? [];
    const overridden = new Set(own.flatMap(({ verdict }) => verdict.properties ?? []));
    const reasons = [...baseReasons(change, overridden), ...own.map(({ rule, verdict }) => reasonOf(rule, verdict))];
    const [moved] = own.flatMap(({ verdict: { migration } }) => migration ?? []);
    return resourceTransition(change, reasons, before, moved);
  });
}

function reasonOf({ id, sources, asOf }: Judged['rule'], verdict: Verdict): Reason {
  const { class: changeClass, properties = [], text, interruption, first, between, followUp } = verdict;
  return {
    rule: id,
    class: changeClass,
    properties,
    cause: { kind: 'rule', text },
    ...(interruption !== undefined && { interruption }),
    ...(first !== undefined && { first }),
    ...(between !== undefined && { between }),
    ...(followUp !== undefined && { followUp }),
    sources,
    asOf,
  };
}

function resourceTransition(
  change: ResourceChange,
  reasons: readonly Reason[],
  deployed: Template,
  moved: Verdict['migration'],
): ResourceTransition {
  const { before, after } = change;
  const shown = after ?? before;
  if (shown === undefined) throw new Error(`resource ${change.id} is in neither template`);
  const worst = worstClass(reasons.map((reason) => reason.class));
  const data = before !== undefined && holdsData(before) ? dataOf(worst, change) : undefined;
  const changeClass = worst === 'replaced' && data !== undefined ? 'needs-data-migration' : worst;
  const migration =
    changeClass !== 'needs-data-migration' || before === undefined
      ? undefined
      : moved === undefined
        ? ownMigration(before, deployed, data)
        : { ...moved, ...(data !== undefined && { data }) };
  return {
    id: change.id,
    type: shown.type,
    component: shown.component,
    class: changeClass,
    properties: change.properties.map(({ name }) => name),
    reasons,
    ...(data !== undefined && { data }),
    ...(migration !== undefined && { migration }),
  };
}

function dataOf(changeClass: ChangeClass, { before, after }: ResourceChange): ResourceTransition['data'] {
  if (before === undefined || changeClass === 'rejected') return undefined;
  if (after === undefined) return dataOutcome(before, before.deletionPolicy);
  // The policy of the new template applies to a replacement.
  if (changeClass === 'replaced' || changeClass === 'needs-data-migration') return dataOutcome(before, after?.updateReplacePolicy);
  return undefined;
}

/** Resources that refer to one that is replaced get its new name or address: they are updated, although their properties in the template do not change. */
function withFollowers(
  changes: readonly ResourceChange[],
  resources: readonly ResourceTransition[],
  replaced: ReadonlySet<string>,
): readonly ResourceTransition[] {
  return resources.map((resource, index) => {
    if (resource.class !== 'unchanged') return resource;
    const names = referencesIn(changes[index]?.after?.properties).filter((name) => replaced.has(name));
    return names.length === 0 ? resource : { ...resource, class: 'in-place', reasons: [referenceReason(names)] };
  });
}

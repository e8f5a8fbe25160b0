import { Decimal } from '../core/money';
import { isPlainObject } from '../core/plain-object';
import { InputError, type Problem, shown, unknownKey } from '../core/problems';

/** A cost that a budget does not count, with the reason. */
export interface BudgetAcknowledgement {
  /** Logical id or construct path of a resource; a path such as `Shop/Orders` includes everything below it. */
  readonly resource: string;
  /** Why the budget does not count the resource, in at least three words. The validation report contains it. */
  readonly reason: string;
}

/** Properties of MonthlyBudget. */
export interface MonthlyBudgetProps {
  /** Largest allowed cost in US dollars per month, compared with the mid of the estimate. */
  readonly budget: number | string;
  /**
   * The stack that the budget is for, by stack name or construct path (`Prod/Shop`; the path of a stage includes its stacks). A
   * name without a stack is a violation. Default: all stacks of the app.
   */
  readonly stack?: string;
  /**
   * Tags of the resources that the budget is for, such as `{ team: 'search' }`: those with all of these tags in their template.
   * Charges without a resource, such as data transfer, have no tags and do not count. It is a violation when no resource has the
   * tags, and when a resource with a cost has tags that are known only at deployment. Default: resources with any tags or none.
   */
  readonly tag?: Readonly<Record<string, string>>;
  /**
   * Resources that the budget does not count, each with a reason: neither their cost, nor an unknown price, unknown usage or unknown
   * tags. An acknowledgement that matches no resource with a cost is a violation. Default: none.
   */
  readonly acknowledge?: readonly BudgetAcknowledgement[];
  /**
   * Resources that may be unpriced, by type (`AWS::DynamoDB::Table`), logical id or construct path (`Shop/Orders`, which includes
   * everything below it). Their cost is not part of the total that is compared with the budget. Default: none, so that every
   * unpriced resource is a violation.
   */
  readonly allowUnpriced?: readonly string[];
  /**
   * Whether a total that excludes usage is a violation. Default: false, because no template contains usage: every bucket, queue and
   * function would be a violation until `declareUsage` declares its quantities.
   */
  readonly requireUsage?: boolean;
}

const KEYS: readonly (keyof MonthlyBudgetProps)[] = ['budget', 'stack', 'tag', 'acknowledge', 'allowUnpriced', 'requireUsage'];

/** Fewer words are a label, not a reason. */
const REASON_WORDS = 3;

/** The amount of a budget in US dollars. Throws an InputError with every problem of the properties. */
export function checkedBudget(props: MonthlyBudgetProps): Decimal {
  const limit = amountOf(props.budget);
  const problems = [
    ...Object.keys(props).flatMap((key) => (KEYS.some((known) => known === key) ? [] : [unknownKey(key, key, KEYS)])),
    ...(limit === undefined
      ? [{ path: 'budget', received: shown(props.budget), expected: 'an amount in US dollars above 0, such as 2500' }]
      : []),
    ...stackProblems(props.stack),
    ...tagProblems(props.tag),
    ...(props.acknowledge ?? []).flatMap(acknowledgementProblems),
  ];
  if (limit === undefined || problems.length > 0) throw new InputError('MonthlyBudget', problems);
  return limit;
}

function amountOf(usd: number | string): Decimal | undefined {
  if (!/^\d+(\.\d+)?$/.test(String(usd))) return undefined;
  const amount = new Decimal(usd);
  return amount.gt(0) ? amount : undefined;
}

function stackProblems(stack: unknown): Problem[] {
  return stack === undefined || isText(stack)
    ? []
    : [{ path: 'stack', received: shown(stack), expected: 'a stack name or construct path, such as Prod/Shop' }];
}

function tagProblems(tag: unknown): Problem[] {
  if (tag === undefined) return [];
  const isTags = isPlainObject(tag) && Object.keys(tag).length > 0 && Object.values(tag).every((value) => typeof value === 'string');
  return isTags ? [] : [{ path: 'tag', received: shown(tag), expected: "tags with their values, such as { team: 'search' }" }];
}

function acknowledgementProblems({ resource, reason }: BudgetAcknowledgement, index: number): Problem[] {
  const path = `acknowledge[${index}]`;
  const words = isText(reason) ? reason.trim().split(/\s+/).length : 0;
  return [
    ...(isText(resource)
      ? []
      : [{ path: `${path}.resource`, received: shown(resource), expected: 'a logical id or construct path, such as Shop/Orders' }]),
    ...(words >= REASON_WORDS
      ? []
      : [{ path: `${path}.reason`, received: shown(reason), expected: `a reason of at least ${REASON_WORDS} words` }]),
  ];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

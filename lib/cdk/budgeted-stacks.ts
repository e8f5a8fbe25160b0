import { CfnResource, type IPolicyValidationContext, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { estimateTemplateFiles } from '../answers/estimate-template-files';
import type { TemplateResource } from '../cloudformation/template-resource';
import type { Interval } from '../core/interval';
import { Decimal, sumUsdIntervals, type Usd } from '../core/money';
import type { Estimate, LineItem } from '../pricing/estimate';
import { hasTags } from './resource-tags';

/** A line of the estimate of a stack, with the place of its resource in the app. */
export interface BudgetedLine {
  /** The line of the estimate. */
  readonly line: LineItem;
  /** Logical id; the type for a charge without a resource. */
  readonly id: string;
  /** Construct path, such as `Shop/Orders/Resource`; the logical id for a resource without a construct. */
  readonly path: string;
  /** File of the template. */
  readonly templatePath: string;
  /** Whether the resource has the tags of a budget; `undefined` when it is known only at deployment. */
  hasTags(wanted: Readonly<Record<string, string>>): boolean | undefined;
}

/** A synthesized stack with its estimate, nested stacks included. */
export interface BudgetedStack {
  /** Construct path of the stack. */
  readonly path: string;
  /** Name of the stack; the path where it is only known in a deployment. */
  readonly name: string;
  /** Its estimate. */
  readonly estimate: Estimate;
  /** The lines of the estimate. */
  readonly lines: readonly BudgetedLine[];
}

/** The estimates of the stacks that the CDK has written. */
export function budgetedStacks({ stackTemplates, appConstruct }: IPolicyValidationContext): readonly BudgetedStack[] {
  const constructs = appConstruct.node.findAll();
  return stackTemplates.map(({ templatePath, region, stackConstructPath: path }) => {
    const { estimate, templates } = estimateTemplateFiles(templatePath, regionOf(region));
    const stack = constructs.filter((each): each is Stack => Stack.isStack(each)).find(({ node }) => node.path === path);
    const resources = templates.flatMap((template) => template.resources);
    const paths = constructPaths(constructs, path);
    const lines = estimate.lineItems.map((line) => {
      const id = line.resource ?? line.type;
      const own = resources.filter((resource) => resource.id === line.resource);
      const withTags = (wanted: Readonly<Record<string, string>>) => line.resource !== null && isTagged(own, wanted);
      return { line, id, path: paths.get(id) ?? id, templatePath, hasTags: withTags };
    });
    return { path, name: stack?.stackName ?? path, estimate, lines };
  });
}

/** Whether a logical id or construct path names a line: its own, or that of a construct around it. */
export function isNamed({ id, path }: BudgetedLine, name: string): boolean {
  return id === name || path === name || path.startsWith(`${name}/`);
}

/**
 * Monthly cost of a stack, of the given ones of its lines. With undecided conditions the lines are those of the most expensive
 * deployment, so that the low end of a part of them is not known: it is 0.
 */
export function costOf({ estimate, lines }: BudgetedStack, counted: ReadonlySet<BudgetedLine>): Interval<Usd> {
  if (lines.every((line) => counted.has(line))) return estimate.monthlyUsd;
  const sum = sumUsdIntervals(lines.filter((line) => counted.has(line)).map(({ line }) => line.monthlyUsd));
  return estimate.undecided === undefined ? sum : { ...sum, low: new Decimal(0) };
}

/** The CDK passes a placeholder such as `unknown-region` for a stack without a region. */
function regionOf(region: string | undefined): string | undefined {
  return region === undefined || region.startsWith('unknown') ? undefined : region;
}

/** Construct paths of the resources below a stack, by logical id; the first one where a nested stack has the same id. */
function constructPaths(constructs: readonly IConstruct[], stackPath: string): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const each of constructs) {
    if (!each.node.path.startsWith(`${stackPath}/`) || !CfnResource.isCfnResource(each)) continue;
    const id: string = each.stack.resolve(each.logicalId);
    if (!paths.has(id)) paths.set(id, each.node.path);
  }
  return paths;
}

/** Nested stacks may have the same logical id: the tags are only known when all of these resources agree. */
function isTagged(resources: readonly TemplateResource[], wanted: Readonly<Record<string, string>>): boolean | undefined {
  const [first, ...others] = resources.map((resource) => hasTags(resource, wanted));
  return others.every((other) => other === first) ? first : undefined;
}

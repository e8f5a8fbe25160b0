import type { MoveAnswer } from '../answers/move-answer';
import { printable } from '../core/printable';
import type { ChangeClass } from '../transition/change-class';
import { ORDER_RULES } from '../transition/order';
import { RULES } from '../transition/rules';
import type { Reason, ResourceTransition, Transition } from '../transition/transition';
import { durationText } from './move';
import { SARIF_SCHEMA, uriOf, withoutLinks } from './sarif-text';
import { reasonText } from './transition-reasons';

/** Classes that are results; the others are what a reader expects of an update. */
const LEVELS: Partial<Readonly<Record<ChangeClass, string>>> = {
  rejected: 'error',
  'needs-data-migration': 'error',
  replaced: 'note',
  removed: 'note',
  'in-place-with-interruption': 'warning',
};

/** Reasons why the updates that decide about a move are not accepted, as a log of the Static Analysis Results Interchange Format 2.1.0 (OASIS). */
export function moveSarif({ decisive, to }: MoveAnswer, version: string): object {
  const rules = [
    { id: 'cloudformation', description: 'Update behavior in the specification of the resource type', sources: [] },
    ...RULES,
    ...ORDER_RULES,
  ];
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    $schema: SARIF_SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'sizing move', semanticVersion: version, rules: rules.map(ruleDescriptor) } },
        results: decisive.flatMap((transition) => resultsOf(transition, to, (rule) => indexes.get(rule) ?? -1)),
      },
    ],
  };
}

function ruleDescriptor({
  id,
  description,
  sources,
}: {
  readonly id: string;
  readonly description: string;
  readonly sources: readonly string[];
}) {
  const [helpUri] = sources;
  return { id, shortDescription: { text: description }, ...(helpUri !== undefined && { helpUri }) };
}

function resultsOf({ stack, resources }: Transition, to: string, indexOf: (rule: string) => number): readonly object[] {
  return resources.flatMap((resource) =>
    resource.reasons.flatMap((reason) => {
      const level = resource.data === 'lost' ? 'error' : LEVELS[reason.class];
      return level === undefined ? [] : [resultOf(resource, reason, { level, to, stack, ruleIndex: indexOf(reason.rule) })];
    }),
  );
}

interface Place {
  readonly level: string;
  readonly to: string;
  readonly stack: string;
  readonly ruleIndex: number;
}

function resultOf({ id, type, data }: ResourceTransition, reason: Reason, { level, to, stack, ruleIndex }: Place): object {
  const { rule, interruption } = reason;
  const outage = interruption === undefined ? '' : ` (${interruption.of}: ${durationText(interruption)})`;
  const outcome = data === 'lost' ? '; its data is lost' : '';
  return {
    ruleId: rule,
    ruleIndex,
    level,
    message: { text: withoutLinks(printable(`${type} ${id}: ${reasonText(reason)}${outage}${outcome}`)) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(to) } },
        logicalLocations: [{ fullyQualifiedName: `${stack}/${id}` }],
      },
    ],
  };
}

import type { ManifestMoveAnswer } from '../answers/manifest-move';
import type { ApplyClass } from '../apply/apply-class';
import { printable } from '../core/printable';
import { changeText } from './manifest-move';
import { SARIF_SCHEMA, uriOf, withoutLinks } from './sarif-text';

/** Classes that are results; the others are what a reader expects of an apply. */
const RESULTS: readonly { readonly of: ApplyClass; readonly level: string; readonly description: string }[] = [
  { of: 'rejected', level: 'error', description: 'The API server rejects the change of the object' },
  { of: 'restart', level: 'warning', description: 'For some time no pod of the object runs' },
  { of: 'remaining', level: 'note', description: 'The object stays, because kubectl apply deletes nothing' },
];

/** Objects that an apply rejects, interrupts or leaves, as a log of the Static Analysis Results Interchange Format 2.1.0 (OASIS). */
export function manifestMoveSarif({ changes, to }: ManifestMoveAnswer, version: string): object {
  return {
    $schema: SARIF_SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'sizing move',
            semanticVersion: version,
            rules: RESULTS.map(({ of, description }) => ({ id: of, shortDescription: { text: description } })),
          },
        },
        results: changes.flatMap((change) => {
          const ruleIndex = RESULTS.findIndex(({ of }) => of === change.class);
          const rule = RESULTS[ruleIndex];
          if (rule === undefined) return [];
          const { kind, name, namespace } = change;
          return [
            {
              ruleId: rule.of,
              ruleIndex,
              level: rule.level,
              message: { text: withoutLinks(printable(`${kind} ${name}: ${changeText(change)}`)) },
              locations: [
                {
                  physicalLocation: { artifactLocation: { uri: uriOf(to) } },
                  logicalLocations: [{ fullyQualifiedName: [namespace, kind, name].filter((part) => part !== undefined).join('/') }],
                },
              ],
            },
          ];
        }),
      },
    ],
  };
}

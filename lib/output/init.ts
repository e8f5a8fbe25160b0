import type { InitAnswer, StarterSystem } from '../answers/init';
import type { ProjectState } from '../answers/project-state';
import type { DraftNote } from '../draft/draft-note';
import { DEFINITION_FILE } from './definition-text';
import { andList, draftNoteText } from './draft-notes';
import type { InitJson } from './json/init';
import type { View } from './report';
import { CDK_APP, CDK_APP_ARGUMENT, STARTER_PACKAGES, testPath } from './starter-files';

/** Files of a new project, and which of them were written. */
export interface StarterOutcome {
  /** Files that were written, by their paths in the folder. */
  readonly written: readonly string[];
  /** Files that existed and were not changed. */
  readonly existing: readonly string[];
}

/** The files, what the owner must complete, and the next commands. */
export function initView(answer: InitAnswer, { written, existing }: StarterOutcome): View {
  const notes = groupedNotesOf(answer, written).map((text) => ({ mark: '·', text }));
  const rows = [...written.map((path) => [path, 'written']), ...existing.map((path) => [path, 'exists, not changed'])];
  return {
    blocks: [
      ...[answer, ...answer.otherSystems].map((each) => ({ kind: 'title' as const, text: titleOf(each) })),
      {
        kind: 'grid',
        columns: [
          { heading: ['file'], align: 'left' },
          { heading: ['outcome'], align: 'left' },
        ],
        rows: rows.map((cells) => ({ cells })),
      },
      ...(notes.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: 'To complete' },
            { kind: 'notes' as const, items: notes },
          ]),
      { kind: 'heading', text: 'Next commands' },
      { kind: 'commands', lines: nextCommands(answer) },
    ],
    records: { columns: ['file', 'outcome'], rows },
  };
}

function titleOf({ system, tiers }: StarterSystem): string {
  return `system ${system} · ${tiers.length === 1 ? 'tier' : 'tiers'} ${tiers.join(', ')}`;
}

/** The answer with the files, as plain data. */
export function initJson(answer: InitAnswer, { written, existing }: StarterOutcome): InitJson {
  const { folder, system, tiers, budgetsUsd, otherSystems } = answer;
  return {
    folder,
    ...startedJson({ system, tiers, budgetsUsd }),
    ...(otherSystems.length > 0 && { otherSystems: otherSystems.map(startedJson) }),
    written: [...written],
    existing: [...existing],
    notes: notesOf(answer),
    nextCommands: [...nextCommands(answer)],
  };
}

function startedJson({ system, tiers, budgetsUsd }: Pick<StarterSystem, 'system' | 'tiers' | 'budgetsUsd'>) {
  return { system, tiers: [...tiers], budgetsUsd: { ...budgetsUsd } };
}

function notesOf(answer: InitAnswer): string[] {
  return [...new Set(draftNotesOf(answer).map((note) => `${draftNoteText(note)}.`)), ...appNotes(answer)];
}

/** The notes for a reader: one for all components with the same note, and none with an example that a comment of a written file has. */
function groupedNotesOf(answer: InitAnswer, written: readonly string[]): string[] {
  const commented = written.find((path) => path === DEFINITION_FILE.ts || path === DEFINITION_FILE.yaml);
  const components = new Map<string, Set<string>>();
  for (const note of draftNotesOf(answer)) {
    const text =
      note.kind === 'operations-to-fill' && commented !== undefined
        ? `To fill in: the operations of your users with their demands; ${commented} has an example`
        : draftNoteText(note);
    const subject = 'component' in note && text.startsWith(`${note.component}: `) ? note.component : '';
    const sentence = subject === '' ? text : text.slice(`${subject}: `.length);
    components.set(sentence, (components.get(sentence) ?? new Set()).add(subject));
  }
  const texts = [...components].map(([sentence, subjects]) => {
    const names = [...subjects].filter((subject) => subject !== '');
    return names.length === 0 ? `${sentence}.` : `${andList(names)}: ${sentence}.`;
  });
  return [...texts, ...appNotes(answer)];
}

function draftNotesOf({ draft }: InitAnswer): readonly DraftNote[] {
  return [...(draft?.comments.map(({ note }) => note) ?? []), ...(draft?.omitted ?? [])];
}

/** Whether cdk.json starts another program than the app of this package. */
function hasOwnApp(cdkFile: ProjectState['cdkFile']): boolean {
  return cdkFile !== undefined && cdkFile.app !== CDK_APP && cdkFile.app !== CDK_APP_ARGUMENT;
}

function appNotes({ project: { cdkFile } }: InitAnswer): string[] {
  return hasOwnApp(cdkFile)
    ? [`cdk.json has an app of its own: add a TierStack to it, or synthesize the tiers with --app "${CDK_APP_ARGUMENT}".`]
    : [];
}

/** The commands that lead to prices, templates and tests of the tiers, in a folder as it is now. */
export function nextCommands(answer: InitAnswer): readonly string[] {
  const { folder, system, tiers, otherSystems } = answer;
  const { packageFile, cdkFile } = answer.project;
  const isOnly = otherSystems.length === 0;
  const missing = STARTER_PACKAGES.filter((name) => packageFile !== undefined && !packageFile.dependencies.includes(name));
  const app = hasOwnApp(cdkFile) ? ` --app "${CDK_APP_ARGUMENT}"` : '';
  return [
    ...(folder === '.' ? [] : [`cd ${/^[\w./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`}`]),
    ...(packageFile === undefined ? ['npm install'] : []),
    ...(missing.length === 0 ? [] : [`npm install --save-dev ${missing.join(' ')}`]),
    ...(packageFile !== undefined && packageFile.testScript === undefined ? ['npm pkg set scripts.test="vitest run"'] : []),
    `npx sizing compare${isOnly ? '' : ` ${system}`}`,
    `npx sizing estimate${isOnly ? '' : ` --system ${system}`} --tier ${tiers[0]}`,
    `npx cdk synth${app}${isOnly ? '' : ` -c system=${system}`} -c tier=${tiers[0]} -c environment=dev`,
    packageFile?.testScript === undefined || packageFile.testScript.includes('vitest')
      ? 'npm test'
      : `npx vitest run ${[answer, ...otherSystems].map((each) => testPath(each, answer)).join(' ')}`,
  ];
}

import { describe, expect, it } from 'vitest';
import { Options } from '../lib/model/options';
import { type Ran, sizing } from './support/run';
import { textOf } from './support/sources';

/** Columns of the terminal that the README shows. */
const COLUMNS = 110;

interface Example {
  readonly command: string;
  readonly args: readonly string[];
  /** The part of the answer that a document shows. A line with an ellipsis stands for omitted lines. */
  readonly lines: readonly string[];
}

/** Documents that show sessions. */
const DOCUMENTS = ['README.md', 'docs/tour.md'];

/** The commands of the documents that `sizing` answers, each with the lines below it. */
function examples(): Example[] {
  const blocks = [
    ...DOCUMENTS.map(textOf)
      .join('\n')
      .matchAll(/```\n(\$ [\s\S]*?)```/g),
  ].map(([, block]) => block ?? '');
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .filter((part) => part !== '')
      .flatMap((part) => {
        const [command = '', ...lines] = part.trimEnd().split('\n');
        const args = argsOf(command);
        return args === undefined ? [] : [{ command, args, lines: lines.filter((line) => line.trim() !== '…') }];
      }),
  );
}

function argsOf(command: string): string[] | undefined {
  if (command === 'npm start') return ['compare', 'aiva'];
  const [, words] = /^npm run -s sizing -- (.*)$/.exec(command) ?? [];
  return words?.split(' ');
}

/** Answers by command: the documents share some. */
const answers = new Map<string, Promise<Ran>>();

function answerTo(command: string, args: readonly string[]): Promise<Ran> {
  const known = answers.get(command) ?? sizing(args, { env: { COLUMNS: String(COLUMNS) } });
  answers.set(command, known);
  return known;
}

describe('the sessions in README.md and docs/tour.md', () => {
  it('has examples', () => {
    expect(examples().length).toBeGreaterThanOrEqual(3);
  });

  it.each(examples().map((example) => [example.command, example] as const))(
    '$ %s answers what it shows',
    async (command, { args, lines }) => {
      const { stdout } = await answerTo(command, args);
      let rest = stdout.split('\n');
      for (const line of lines) {
        const at = rest.indexOf(line);
        expect(
          at,
          `"${line}" is not in the answer, or not in this place. In ${COLUMNS} columns, the answer is:\n${stdout}`,
        ).toBeGreaterThanOrEqual(0);
        rest = rest.slice(at + 1);
      }
    },
  );
});

it('the table of options in docs/tour.md lists every option once', () => {
  const [, section = ''] = /## Options\n([\s\S]*?)\n## /.exec(textOf('docs/tour.md')) ?? [];
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  const listed = rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, option]) => option));
  expect(listed.sort()).toEqual(Object.keys(Options.shape).sort());
});
